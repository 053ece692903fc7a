/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a list one stop for Tab, which with GTK 4.8 would visit every row of it. */
void muster_tab_out_of (GtkWidget *list);

G_END_DECLS
