/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-choice.h"

#include "muster-resource.h"
#include "muster-user.h"

struct _MusterChoice
{
  GObject parent_instance;

  gboolean    multiple;
  GPtrArray  *items;     /* (owned): of GObject (owned) */
  GHashTable *positions; /* (owned): identifier (not owned) → position + 1 */
  GHashTable *locked;    /* (owned): identifiers (owned) */
};

static void muster_choice_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterChoice,
                               muster_choice,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      muster_choice_list_model_init))

static void
muster_choice_finalize (GObject *object)
{
  MusterChoice *self = MUSTER_CHOICE (object);

  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->locked);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (muster_choice_parent_class)->finalize (object);
}

static void
muster_choice_class_init (MusterChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_choice_finalize;
}

static void
muster_choice_init (MusterChoice *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->locked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return MUSTER_CHOICE (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MusterChoice *self = MUSTER_CHOICE (model);

  return position < self->items->len
           ? g_object_ref (g_ptr_array_index (self->items, position))
           : NULL;
}

static void
muster_choice_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

MusterChoice *
muster_choice_new (gboolean multiple)
{
  MusterChoice *self = g_object_new (MUSTER_TYPE_CHOICE, NULL);

  self->multiple = multiple;
  return self;
}

const char *
muster_choice_get_item_id (gpointer item)
{
  return MUSTER_IS_USER (item) ? muster_user_get_id (item)
                               : muster_resource_get_id (item);
}

gboolean
muster_choice_is_multiple (MusterChoice *self)
{
  return self->multiple;
}

guint
muster_choice_get_n_items (MusterChoice *self)
{
  return self->items->len;
}

static guint
find_position (MusterChoice *self, gpointer item)
{
  return GPOINTER_TO_UINT (
    g_hash_table_lookup (self->positions, muster_choice_get_item_id (item)));
}

gboolean
muster_choice_contains (MusterChoice *self, gpointer item)
{
  return find_position (self, item) > 0;
}

void
muster_choice_lock (MusterChoice *self, GListModel *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      g_hash_table_add (self->locked, g_strdup (muster_choice_get_item_id (item)));
    }
}

gboolean
muster_choice_is_locked (MusterChoice *self, gpointer item)
{
  return g_hash_table_contains (self->locked, muster_choice_get_item_id (item));
}

/* The keys are the items' own, so that one put in another's place brings its key. */
static void
note_position (MusterChoice *self, guint position)
{
  gpointer item = g_ptr_array_index (self->items, position);

  g_hash_table_replace (self->positions, (gpointer) muster_choice_get_item_id (item),
                        GUINT_TO_POINTER (position + 1));
}

static void
append_item (MusterChoice *self, gpointer item)
{
  if (muster_choice_contains (self, item) || muster_choice_is_locked (self, item))
    return;
  g_ptr_array_add (self->items, g_object_ref (item));
  note_position (self, self->items->len - 1);
}

/* The one that is chosen. */
static void
replace_single (MusterChoice *self, gpointer item)
{
  guint n_before = self->items->len;

  if (muster_choice_contains (self, item) || muster_choice_is_locked (self, item))
    return;
  g_hash_table_remove_all (self->positions);
  g_ptr_array_set_size (self->items, 0);
  append_item (self, item);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 1);
}

void
muster_choice_add (MusterChoice *self, GPtrArray *items)
{
  guint n_before = self->items->len;
  guint n_added;

  if (!self->multiple)
    {
      if (items->len > 0)
        replace_single (self, g_ptr_array_index (items, 0));
      return;
    }
  for (guint i = 0; i < items->len; i++)
    append_item (self, g_ptr_array_index (items, i));
  n_added = self->items->len - n_before;
  if (n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_added);
}

/* (transfer full): the positions of the ticked ones among @items, each as a key. */
static GHashTable *
collect_positions (MusterChoice *self, GPtrArray *items)
{
  GHashTable *positions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    {
      guint position = find_position (self, g_ptr_array_index (items, i));

      if (position > 0)
        g_hash_table_add (positions, GUINT_TO_POINTER (position));
    }
  return positions;
}

void
muster_choice_remove (MusterChoice *self, GPtrArray *items)
{
  g_autoptr (GHashTable) leaving = collect_positions (self, items);
  g_autoptr (GPtrArray) old = NULL;

  if (g_hash_table_size (leaving) == 0)
    return;
  old = g_steal_pointer (&self->items);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_remove_all (self->positions);
  for (guint i = 0; i < old->len; i++)
    if (!g_hash_table_contains (leaving, GUINT_TO_POINTER (i + 1)))
      append_item (self, g_ptr_array_index (old, i));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len, self->items->len);
}

void
muster_choice_toggle (MusterChoice *self, gpointer item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  if (self->multiple && muster_choice_contains (self, item))
    muster_choice_remove (self, items);
  else
    muster_choice_add (self, items);
}

void
muster_choice_clear (MusterChoice *self)
{
  guint n_items = self->items->len;

  if (n_items == 0)
    return;
  g_hash_table_remove_all (self->positions);
  g_ptr_array_set_size (self->items, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items, 0);
}

void
muster_choice_refresh (MusterChoice *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      GObject *item = g_ptr_array_index (items, i);
      guint    position = find_position (self, item);
      GObject *old;

      if (position == 0)
        continue;
      old = self->items->pdata[position - 1];
      self->items->pdata[position - 1] = g_object_ref (item);
      note_position (self, position - 1);
      g_object_unref (old);
    }
}

GPtrArray *
muster_choice_list (MusterChoice *self)
{
  return g_ptr_array_copy (self->items, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
}
