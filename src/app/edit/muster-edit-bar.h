/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-edit.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_EDIT_BAR (muster_edit_bar_get_type ())

G_DECLARE_FINAL_TYPE (MusterEditBar, muster_edit_bar, MUSTER, EDIT_BAR, GtkWidget)

/**
 * MusterEditBar:
 *
 * The bar below *Edit Users*: what would be submitted for how many, or why it cannot be
 * submitted yet; *Start Over* and *Submit*.
 */
GtkWidget *muster_edit_bar_new (void);

/* Shows @edit as it is. */
void muster_edit_bar_update (MusterEditBar *self, MusterEdit *edit);

G_END_DECLS
