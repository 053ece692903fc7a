/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_GUARD_CHECK (muster_guard_check_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterGuardCheck, muster_guard_check, MUSTER, GUARD_CHECK, GtkWidget)

/**
 * MusterGuardCheck:
 *
 * A consent of its own: a check box, and what comes of it with the tick and without.
 *
 * Property: `active` (gboolean).
 */
void muster_guard_check_set_texts (MusterGuardCheck *self,
                                   const char       *label,
                                   const char       *text_without,
                                   const char       *text_with);

gboolean muster_guard_check_is_active (MusterGuardCheck *self);

G_END_DECLS
