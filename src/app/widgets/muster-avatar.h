/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_AVATAR (muster_avatar_get_type ())

G_DECLARE_FINAL_TYPE (MusterAvatar, muster_avatar, MUSTER, AVATAR, GtkWidget)

/**
 * MusterAvatar:
 *
 * A person's initials in a circle, in a colour that the identifier gives. Decoration: it
 * has no accessible name. Property: `dense` (gboolean), for list rows of one line.
 */
GtkWidget *muster_avatar_new (void);

/* Both (nullable): a blank circle. */
void muster_avatar_set_person (MusterAvatar *self, const char *id, const char *name);

G_END_DECLS
