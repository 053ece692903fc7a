/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

#include "muster-scim-error.h"

G_BEGIN_DECLS

/**
 * MusterScimPath:
 *
 * An attribute path (RFC 7644 §3.10): `urn:…:User:name.familyName`. The last colon tells
 * the URN from the attribute.
 *
 * The grammar cannot tell a URN alone, which names a whole extension, from one with an
 * attribute behind it: `urn:…:2.0:User` parses as the attribute `User`. Whoever knows the
 * schemas asks muster_scim_path_names() for them first.
 */
typedef struct
{
  char *urn;           /* (owned) (nullable): as written, without the last colon */
  char *attribute;     /* (owned) */
  char *sub_attribute; /* (owned) (nullable) */
} MusterScimPath;

MusterScimPath *
muster_scim_path_new (const char *urn, const char *attribute, const char *sub_attribute);
MusterScimPath *muster_scim_path_parse (const char *text, GError **error);
void            muster_scim_path_free (MusterScimPath *self);
void            muster_scim_path_print (const MusterScimPath *self, GString *out);

/* Whether the whole of @self is the schema @urn and no attribute of it. */
gboolean muster_scim_path_names (const MusterScimPath *self, const char *urn);

/* Whether @text is an attribute's name: ATTRNAME of RFC 7643 §2.1, or `$ref`. */
gboolean muster_scim_path_is_name (const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterScimPath, muster_scim_path_free)

G_END_DECLS
