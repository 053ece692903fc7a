/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-schema.h"
#include "muster-scim-filter.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_PATCH_ADD,
  MUSTER_PATCH_REPLACE,
  MUSTER_PATCH_REMOVE,
} MusterPatchOp;

/**
 * MusterPatchStep:
 *
 * One change of one attribute. An operation without a path is as many steps as its value
 * has attributes.
 */
typedef struct
{
  MusterPatchOp                op;
  const MusterSchemaAttribute *attribute;
  const MusterSchemaAttribute *sub;    /* (nullable) */
  MusterScimFilter            *filter; /* (owned) (nullable): which values */
  JsonNode                    *value;  /* (owned) (nullable): as it is kept */
} MusterPatchStep;

/**
 * MusterPatch:
 *
 * The steps of a PATCH request (RFC 7644 §3.5.2), each read and checked against the
 * schema: what is left to fail is that a path picks nothing.
 */
typedef struct
{
  const MusterSchema *schema;     /* (not owned) */
  GPtrArray          *steps;      /* (owned) */
  MusterAttributes    attributes; /* those that the steps touch */
} MusterPatch;

/* Reads the PatchOp message @node. */
MusterPatch      *
muster_patch_read (const MusterSchema *schema, JsonNode *node, GError **error);
void muster_patch_free (MusterPatch *self);

/* Applies the steps to a resource that has all of the touched attributes as they are. On
 * an error it is left half changed, to be thrown away. */
gboolean
muster_patch_apply (const MusterPatch *self, JsonObject *resource, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPatch, muster_patch_free)

G_END_DECLS
