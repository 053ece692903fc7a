/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-edit.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CHANGE_ROW (muster_change_row_get_type ())

G_DECLARE_FINAL_TYPE (MusterChangeRow, muster_change_row, MUSTER, CHANGE_ROW, GtkWidget)

/**
 * MusterChangeRow:
 *
 * A field on the card *Change*: its name over what the users have now, the value that it
 * shall have, and the way to choose it, to clear it or to take that back.
 *
 * Properties: `field-name` (as muster_field_get_name() has it), `choose-action` (what
 * *Choose* activates, nullable: no such link), `can-clear`, and `control` (#GtkWidget,
 * nullable: in the place of the value).
 */

/* Shows the field as it is in @edit. */
void muster_change_row_update (MusterChangeRow *self, MusterEdit *edit);

/* What is as wide in every row of the card. */
GtkWidget *muster_change_row_get_start (MusterChangeRow *self);

G_END_DECLS
