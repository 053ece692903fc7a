/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-role-item.h"

#include <string.h>

#include "muster-display-text.h"

struct _MusterRoleItem
{
  GObject parent_instance;

  MusterReference *role; /* (owned) */
  MusterRoleState  state;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterRoleItem, muster_role_item, G_TYPE_OBJECT)

static void
muster_role_item_finalize (GObject *object)
{
  MusterRoleItem *self = MUSTER_ROLE_ITEM (object);

  muster_reference_unref (self->role);

  G_OBJECT_CLASS (muster_role_item_parent_class)->finalize (object);
}

static void
muster_role_item_class_init (MusterRoleItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_role_item_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_role_item_init (MusterRoleItem *self)
{
}

MusterRoleItem *
muster_role_item_new (MusterReference *role)
{
  MusterRoleItem *self = g_object_new (MUSTER_TYPE_ROLE_ITEM, NULL);

  self->role = muster_reference_ref (role);
  return self;
}

MusterReference *
muster_role_item_get_role (MusterRoleItem *self)
{
  return self->role;
}

const MusterRoleState *
muster_role_item_get_state (MusterRoleItem *self)
{
  return &self->state;
}

static gboolean
is_same_state (const MusterRoleState *one, const MusterRoleState *other)
{
  return one->n_users == other->n_users && one->n_total == other->n_total
         && one->is_known == other->is_known
         && one->is_administrative == other->is_administrative
         && one->is_wished == other->is_wished && one->verb == other->verb;
}

void
muster_role_item_set_state (MusterRoleItem *self, const MusterRoleState *state)
{
  if (is_same_state (&self->state, state))
    return;
  self->state = *state;
  g_signal_emit (self, signals[CHANGED], 0);
}

char *
muster_role_item_dup_name (MusterRoleItem *self)
{
  return muster_display_text_clean (muster_reference_get_display (self->role));
}

static gboolean
is_of_role (GListStore *store, guint position, MusterReference *role)
{
  g_autoptr (MusterRoleItem) item
    = g_list_model_get_item (G_LIST_MODEL (store), position);

  return item != NULL
         && g_str_equal (muster_reference_get_id (item->role),
                         muster_reference_get_id (role));
}

static guint
count_same_at_start (GListStore *store, GPtrArray *roles)
{
  guint n_same = 0;

  while (n_same < roles->len
         && is_of_role (store, n_same, g_ptr_array_index (roles, n_same)))
    n_same++;
  return n_same;
}

static guint
count_same_at_end (GListStore *store, GPtrArray *roles, guint n_before)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint n_most = MIN (n_items, roles->len) - n_before;
  guint n_same = 0;

  while (n_same < n_most
         && is_of_role (store, n_items - 1 - n_same,
                        g_ptr_array_index (roles, roles->len - 1 - n_same)))
    n_same++;
  return n_same;
}

void
muster_role_item_update_store (GListStore *store, GPtrArray *roles)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint n_before = count_same_at_start (store, roles);
  guint n_after = count_same_at_end (store, roles, n_before);
  g_autoptr (GPtrArray) new_items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = n_before; i < roles->len - n_after; i++)
    g_ptr_array_add (new_items, muster_role_item_new (g_ptr_array_index (roles, i)));
  if (new_items->len > 0 || n_items > n_before + n_after)
    g_list_store_splice (store, n_before, n_items - n_before - n_after, new_items->pdata,
                         new_items->len);
}
