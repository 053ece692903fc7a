/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The parts of a chooser's rows. */

/* A mark that says whether its row is ticked. It follows the row's own state: it is no
 * control, since one that cannot be focused would make the list unreachable. */
GtkWidget *muster_cell_new_tick (void);

/* A line of text from the platform: cut where there is no room, whole in the tooltip.
 * As wide as @n_chars letters; 0 for what room there is. */
GtkWidget *muster_cell_new_text (int n_chars);

/* @text: (nullable) as it came. A dash stands for nothing. */
void muster_cell_set_text (GtkWidget *label, const char *text);

/* What a screen reader says of the row that @item is in, in its `bind`; and whether the
 * row is selected, which GTK 4.8 says only of rows that once were. */
void muster_cell_name_row (GtkListItem *item, const char *name);

/* Shows the row's tick as one that cannot be changed. */
void muster_cell_set_locked (GtkWidget *tick, gboolean locked);

G_END_DECLS
