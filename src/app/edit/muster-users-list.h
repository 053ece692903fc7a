/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-choice.h"
#include "muster-picked-users.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_USERS_LIST (muster_users_list_get_type ())

G_DECLARE_FINAL_TYPE (MusterUsersList, muster_users_list, MUSTER, USERS_LIST, GObject)

/**
 * MusterUsersList:
 *
 * Picked users as a list shows them: searched, sorted, and some of them ticked. Search
 * and order work on some users at a time, so that no number of them stops the window.
 *
 * Signals: `changed` (others are found).
 */
MusterUsersList *muster_users_list_new (MusterPickedUsers *users, GtkSorter *sorter);

/* (transfer none): of #MusterUser; those that are selected are ticked. */
GtkSelectionModel *muster_users_list_get_model (MusterUsersList *self);

/* (transfer none): who is ticked, found by the search or not. */
MusterChoice *muster_users_list_get_ticked (MusterUsersList *self);

/* @text: (nullable): what names, e-mail or user name must contain. */
void muster_users_list_search (MusterUsersList *self, const char *text);

/* Whether the search has ended, and found nobody. */
gboolean muster_users_list_found_nobody (MusterUsersList *self);

/* Whether all that are found are shown, in order. */
gboolean muster_users_list_is_settled (MusterUsersList *self);

/* Ticks who stands there in the model, or unticks him. */
void muster_users_list_toggle (MusterUsersList *self, guint position);

G_END_DECLS
