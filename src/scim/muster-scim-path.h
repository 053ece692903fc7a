/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

#include "muster-scim-error.h"

G_BEGIN_DECLS

/**
 * MusterScimPath:
 *
 * An attribute path (RFC 7644 §3.10): `urn:…:User:name.familyName`. The URN is told from
 * the attribute by its last colon; a URN alone, which names a whole extension, has no
 * attribute.
 */
typedef struct
{
  char *urn;           /* (owned) (nullable): as written, without the last colon */
  char *attribute;     /* (owned) (nullable) */
  char *sub_attribute; /* (owned) (nullable) */
} MusterScimPath;

MusterScimPath *
muster_scim_path_new (const char *urn, const char *attribute, const char *sub_attribute);
MusterScimPath *muster_scim_path_parse (const char *text, GError **error);
void            muster_scim_path_free (MusterScimPath *self);
void            muster_scim_path_print (const MusterScimPath *self, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterScimPath, muster_scim_path_free)

G_END_DECLS
