/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterScimJsonPart:
 *
 * A member of an object, or an element of an array, as it is written: what is to be sent
 * back as it was read must not go through numbers and escapes of our own.
 */
typedef struct
{
  const char *name; /* (not owned) (nullable): a member's, with its quotes */
  gsize       name_length;
  const char *value; /* (not owned) */
  gsize       value_length;
} MusterScimJsonPart;

/* (transfer full): the parts of @text, which is JSON that was checked; empty where it is
 * neither object nor array. They point into @text. */
GArray *muster_scim_json_split (const char *text, gsize length);

/* Whether it is the member @name, in upper or lower case. */
gboolean muster_scim_json_part_is (const MusterScimJsonPart *self, const char *name);

G_END_DECLS
