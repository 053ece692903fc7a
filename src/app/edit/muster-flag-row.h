/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-edit.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_FLAG_ROW (muster_flag_row_get_type ())

G_DECLARE_FINAL_TYPE (MusterFlagRow, muster_flag_row, MUSTER, FLAG_ROW, GtkWidget)

/**
 * MusterFlagRow:
 *
 * A field of the profile with a check box to flag it, and how many users have nothing in
 * it. Property: `field-name` (as muster_profile_field_get_name() has it).
 */

/* Shows the field as it is in @edit. */
void muster_flag_row_update (MusterFlagRow *self, MusterEdit *edit);

G_END_DECLS
