/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib-object.h>

#include "muster-change-text.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CHANGE_LINE (muster_change_line_get_type ())

G_DECLARE_FINAL_TYPE (MusterChangeLine, muster_change_line, MUSTER, CHANGE_LINE, GObject)

/**
 * MusterChangeLine:
 *
 * A change as the confirmation lists it.
 *
 * Properties: `icon-name`, `text`, `full-text`, `users` (how many users change by it, for
 * people; notified).
 */
MusterChangeLine *muster_change_line_new (const MusterChangeText *text);

MusterField muster_change_line_get_field (MusterChangeLine *self);
MusterVerb  muster_change_line_get_verb (MusterChangeLine *self);
void        muster_change_line_set_n_users (MusterChangeLine *self, guint n_users);

/* Forgets the number. */
void muster_change_line_set_unknown (MusterChangeLine *self);

G_END_DECLS
