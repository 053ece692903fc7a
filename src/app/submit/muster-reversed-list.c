/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-reversed-list.h"

struct _MusterReversedList
{
  GObject parent_instance;

  GListModel *list; /* (owned) */
};

static void muster_reversed_list_init_interface (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  MusterReversedList,
  muster_reversed_list,
  G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, muster_reversed_list_init_interface))

static void
muster_reversed_list_dispose (GObject *object)
{
  MusterReversedList *self = MUSTER_REVERSED_LIST (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (muster_reversed_list_parent_class)->dispose (object);
}

static void
muster_reversed_list_class_init (MusterReversedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_reversed_list_dispose;
}

static void
muster_reversed_list_init (MusterReversedList *self)
{
}

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (MUSTER_REVERSED_LIST (model)->list);
}

static guint
get_n_items (GListModel *model)
{
  MusterReversedList *self = MUSTER_REVERSED_LIST (model);

  return self->list != NULL ? g_list_model_get_n_items (self->list) : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  guint n_items = get_n_items (model);

  if (position >= n_items)
    return NULL;
  return g_list_model_get_item (MUSTER_REVERSED_LIST (model)->list,
                                n_items - 1 - position);
}

static void
muster_reversed_list_init_interface (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
items_changed_cb (GListModel         *list,
                  guint               position,
                  guint               n_removed,
                  guint               n_added,
                  MusterReversedList *self)
{
  guint n_after = g_list_model_get_n_items (list) - position - n_added;

  g_list_model_items_changed (G_LIST_MODEL (self), n_after, n_removed, n_added);
}

MusterReversedList *
muster_reversed_list_new (GListModel *list)
{
  MusterReversedList *self = g_object_new (MUSTER_TYPE_REVERSED_LIST, NULL);

  self->list = g_object_ref (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);
  return self;
}
