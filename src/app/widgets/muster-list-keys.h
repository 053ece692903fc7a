/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes Tab and Shift+Tab from @list to the next widget outside of it: with GTK before
 * 4.12 they would visit every row. */
void muster_list_keys_leave_by_tab (GtkWidget *list);

G_END_DECLS
