/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-change-text.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CHANGE_LINE (muster_change_line_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterChangeLine, muster_change_line, MUSTER, CHANGE_LINE, GtkListBoxRow)

/**
 * MusterChangeLine:
 *
 * A change as the confirmation lists it, and how many users change by it. There are never
 * more than a few, and their sentences may take several lines.
 */
GtkWidget *muster_change_line_new (const MusterChangeText *text);

MusterField muster_change_line_get_field (MusterChangeLine *self);
MusterVerb  muster_change_line_get_verb (MusterChangeLine *self);
void        muster_change_line_set_n_users (MusterChangeLine *self, guint n_users);

G_END_DECLS
