/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterJsonMembers:
 *
 * A walk through the members of an object that stays a text: for who wants few of many.
 */
typedef struct
{
  const char *at;
} MusterJsonMembers;

/* @text: an object that muster_json_check() took, and no other text. FALSE: no object. */
gboolean muster_json_members_init (MusterJsonMembers *self, const char *text);

/* @name: the text between its quotes, escapes as they are. @value: its text. Both point
 * into the object's text. FALSE behind the last member. */
gboolean muster_json_members_next (MusterJsonMembers *self,
                                   const char       **name,
                                   gsize             *name_length,
                                   const char       **value,
                                   gsize             *value_length);

G_END_DECLS
