/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full): what makes the cells of the list of picked users. */
GtkListItemFactory *muster_users_columns_make_person_factory (void);
GtkListItemFactory *muster_users_columns_make_organization_factory (void);
GtkListItemFactory *muster_users_columns_make_status_factory (void);

/* Cells with a check box for the row's selection. */
GtkListItemFactory *muster_users_columns_make_tick_factory (void);

/* Cells with a button for the action `users.remove`, told the identifier of the user. */
GtkListItemFactory *muster_users_columns_make_remove_factory (void);

/* (transfer full): the orders of the columns. */
GtkSorter *muster_users_columns_make_name_sorter (void);
GtkSorter *muster_users_columns_make_organization_sorter (void);
GtkSorter *muster_users_columns_make_status_sorter (void);

G_END_DECLS
