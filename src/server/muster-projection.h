/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-schema.h"

G_BEGIN_DECLS

/**
 * MusterProjection:
 *
 * What of a resource is answered (RFC 7644 §3.9): attributes, and of complex ones the
 * sub-attributes, by their positions in the schema's tables.
 */
typedef struct
{
  MusterAttributes attributes;
  gboolean         has_subs; /* some attribute lacks sub-attributes */
  guint32          subs[MUSTER_ATTRIBUTES_MAX];
} MusterProjection;

/* What is answered where nothing is asked for. */
void muster_projection_init (MusterProjection *self, const MusterSchema *schema);

/* Reads `attributes` or `excludedAttributes`, of which one may be given; names that the
 * resource does not have are ignored, as those of another resource type are. */
gboolean muster_projection_read (MusterProjection   *self,
                                 const MusterSchema *schema,
                                 const char *const  *attributes, /* (nullable) */
                                 const char *const  *excluded,   /* (nullable) */
                                 GError            **error);

/* Writes a value as far as it is to be answered. */
void muster_projection_append (const MusterProjection      *self,
                               const MusterSchemaAttribute *attribute,
                               JsonNode                    *value,
                               GString                     *out);

gboolean muster_projection_has (const MusterProjection *self, guint key);

G_END_DECLS
