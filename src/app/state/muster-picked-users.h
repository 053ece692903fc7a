/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-user.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PICKED_USERS (muster_picked_users_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterPickedUsers, muster_picked_users, MUSTER, PICKED_USERS, GObject)

/**
 * MusterPickedUsers:
 *
 * Users, each once, in the order of picking, as a #GListModel of #MusterUser. Each call
 * is one `items-changed`, however many users it is about.
 */
MusterPickedUsers *muster_picked_users_new (void);

guint    muster_picked_users_get_n_users (MusterPickedUsers *self);
gboolean muster_picked_users_contains (MusterPickedUsers *self, const char *id);

/* @users: of MusterUser; those that are there already are left as they are. Returns how
 * many came. */
guint muster_picked_users_add (MusterPickedUsers *self, GPtrArray *users);

/* @users: of MusterUser, known by their identifiers. Returns how many went. */
guint muster_picked_users_remove (MusterPickedUsers *self, GPtrArray *users);
void  muster_picked_users_clear (MusterPickedUsers *self);

/* Puts users that were read anew in the place of those with the same identifiers. */
void muster_picked_users_update (MusterPickedUsers *self, GPtrArray *users);

/* (transfer container): of MusterUser, as they are now; may go to a thread. */
GPtrArray *muster_picked_users_list (MusterPickedUsers *self);

G_END_DECLS
