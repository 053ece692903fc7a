/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-operation.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ROLE_ITEM (muster_role_item_get_type ())

G_DECLARE_FINAL_TYPE (MusterRoleItem, muster_role_item, MUSTER, ROLE_ITEM, GObject)

/**
 * MusterRoleItem:
 *
 * A role in a list of the tab *Roles*.
 *
 * Signals: `changed`, when its state is another.
 */

/**
 * MusterRoleState:
 * @n_users: how many of the picked users have it
 * @n_total: how many users are picked
 * @is_known: whether these numbers are known yet
 * @is_administrative: as far as it is known
 * @is_wished: whether it is to be added or removed
 * @verb: which of both
 */
typedef struct
{
  guint      n_users;
  guint      n_total;
  gboolean   is_known;
  gboolean   is_administrative;
  gboolean   is_wished;
  MusterVerb verb;
} MusterRoleState;

MusterRoleItem        *muster_role_item_new (MusterReference *role);
MusterReference       *muster_role_item_get_role (MusterRoleItem *self);
const MusterRoleState *muster_role_item_get_state (MusterRoleItem *self);
void muster_role_item_set_state (MusterRoleItem *self, const MusterRoleState *state);

/* (transfer full): the name for a label. */
char *muster_role_item_dup_name (MusterRoleItem *self);

/* Makes @store (of #MusterRoleItem) list @roles (of MusterReference), and lets the items
 * that are there already stay, with the focus and all. */
void muster_role_item_update_store (GListStore *store, GPtrArray *roles);

G_END_DECLS
