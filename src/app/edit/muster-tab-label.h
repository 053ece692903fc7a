/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_TAB_LABEL (muster_tab_label_get_type ())

G_DECLARE_FINAL_TYPE (MusterTabLabel, muster_tab_label, MUSTER, TAB_LABEL, GtkWidget)

/**
 * MusterTabLabel:
 *
 * What stands on a tab: its title, and how many changes there are on its page. The tab
 * itself is named so for screen readers: "Roles, 2 changes".
 */
GtkWidget *muster_tab_label_new (const char *title);
void       muster_tab_label_set_n_changes (MusterTabLabel *self, guint n_changes);

G_END_DECLS
