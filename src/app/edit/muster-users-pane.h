/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-edit.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_USERS_PANE (muster_users_pane_get_type ())

G_DECLARE_FINAL_TYPE (MusterUsersPane, muster_users_pane, MUSTER, USERS_PANE, GtkWidget)

/**
 * MusterUsersPane:
 *
 * The users that were picked: a list to search and to sort, where some may be ticked to
 * be removed. Its buttons activate actions with the prefix "edit".
 *
 * Properties: `n-ticked` (guint, read-only, notified).
 */
GtkWidget *muster_users_pane_new (MusterEdit *edit);

guint muster_users_pane_get_n_ticked (MusterUsersPane *self);

/* Removes those that are ticked from the picked users, shown by the search or not. */
void muster_users_pane_remove_ticked (MusterUsersPane *self);

/* @column: "name", "organization" or "status"; anything else changes nothing. */
void muster_users_pane_sort (MusterUsersPane *self, const char *column);

/* Where somebody can type what to look for; FALSE where there is nothing to search. */
gboolean muster_users_pane_focus_search (MusterUsersPane *self);

/* On *Add Users*. */
void muster_users_pane_focus (MusterUsersPane *self);

G_END_DECLS
