/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-tick-model.h"

/* GTK makes rows for the first 200 items at once, which somebody would notice: so a list
 * comes in steps, with turns of the main loop between. */
#define STEP 25
#define MAX_ROWS 200

struct _MusterTickModel
{
  GObject parent_instance;

  MusterChoice *choice;  /* (owned) */
  GListModel   *list;    /* (owned) (nullable) */
  guint         n_items; /* that are shown of the list */
  guint         step_id; /* while more are to come */
};

static void muster_tick_model_list_model_init (GListModelInterface *iface);
static void muster_tick_model_selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  MusterTickModel,
  muster_tick_model,
  G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, muster_tick_model_list_model_init)
    G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                           muster_tick_model_selection_model_init))

static void
muster_tick_model_dispose (GObject *object)
{
  MusterTickModel *self = MUSTER_TICK_MODEL (object);

  g_clear_handle_id (&self->step_id, g_source_remove);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->n_items = 0;
  g_clear_object (&self->list);
  g_clear_object (&self->choice);
  G_OBJECT_CLASS (muster_tick_model_parent_class)->dispose (object);
}

static void
muster_tick_model_class_init (MusterTickModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_tick_model_dispose;
}

static void
muster_tick_model_init (MusterTickModel *self)
{
}

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return MUSTER_TICK_MODEL (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MusterTickModel *self = MUSTER_TICK_MODEL (model);

  return position < self->n_items ? g_list_model_get_item (self->list, position) : NULL;
}

static void
muster_tick_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  MusterTickModel *self = MUSTER_TICK_MODEL (model);
  g_autoptr (GObject) item = get_item (G_LIST_MODEL (self), position);

  return item != NULL && muster_choice_contains (self->choice, item);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  GtkBitset *selection = gtk_bitset_new_empty ();
  guint      end = MIN (position + n_items, get_n_items (G_LIST_MODEL (model)));

  for (guint i = position; i < end; i++)
    if (is_selected (model, i))
      gtk_bitset_add (selection, i);
  return selection;
}

static void
tick_range (MusterTickModel *self, guint position, guint n_items)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint end = MIN (position + n_items, get_n_items (G_LIST_MODEL (self)));

  for (guint i = position; i < end; i++)
    g_ptr_array_add (items, get_item (G_LIST_MODEL (self), i));
  muster_choice_add (self->choice, items);
}

/* What would unselect the rest is a cursor that moves or a click, which the view's
 * `activate` answers. */
static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  MusterTickModel *self = MUSTER_TICK_MODEL (model);

  if (muster_choice_is_multiple (self->choice) && unselect_rest)
    return FALSE;
  tick_range (self, position, 1);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  MusterTickModel *self = MUSTER_TICK_MODEL (model);
  g_autoptr (GObject) item = get_item (G_LIST_MODEL (self), position);

  if (item == NULL || !muster_choice_is_multiple (self->choice))
    return FALSE;
  muster_choice_toggle (self->choice, item);
  return TRUE;
}

/* A span from where it began to the cursor: what is ticked outside of it stays. */
static gboolean
select_range (GtkSelectionModel *model,
              guint              position,
              guint              n_items,
              gboolean           unselect_rest)
{
  MusterTickModel *self = MUSTER_TICK_MODEL (model);

  if (!muster_choice_is_multiple (self->choice))
    return FALSE;
  tick_range (self, position, n_items);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  return select_range (model, 0, get_n_items (G_LIST_MODEL (model)), FALSE);
}

static void
muster_tick_model_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->select_all = select_all;
}

static void
choice_changed_cb (MusterTickModel *self)
{
  guint n_items = get_n_items (G_LIST_MODEL (self));

  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
}

MusterTickModel *
muster_tick_model_new (MusterChoice *choice)
{
  MusterTickModel *self = g_object_new (MUSTER_TYPE_TICK_MODEL, NULL);

  self->choice = g_object_ref (choice);
  g_signal_connect_object (choice, "items-changed", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* Shows @n_items of the list from now on, where the first @n_kept are those of before. */
static void
show_items (MusterTickModel *self, guint n_kept, guint n_items)
{
  guint n_before = self->n_items;

  self->n_items = n_items;
  if (n_before != n_items || n_kept < n_items)
    g_list_model_items_changed (G_LIST_MODEL (self), n_kept, n_before - n_kept,
                                n_items - n_kept);
}

static gboolean
step_cb (gpointer user_data)
{
  MusterTickModel *self = user_data;
  guint            n_listed = g_list_model_get_n_items (self->list);
  guint            n_next = self->n_items + STEP;

  if (n_next >= MAX_ROWS)
    n_next = n_listed;
  if (n_next >= n_listed)
    self->step_id = 0;
  show_items (self, self->n_items, MIN (n_next, n_listed));
  return self->step_id != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* How much of a list is shown at once whose first @n_kept items are shown already. Where
 * steps are to come anyway, no more than a list needs to be seen. */
static guint
count_first (MusterTickModel *self, guint n_kept, guint n_listed)
{
  if (self->step_id != 0)
    return MIN (MAX (n_kept, STEP), n_listed);
  return n_kept >= MAX_ROWS ? n_listed : MIN (n_kept + STEP, n_listed);
}

/* Shows some of the list, the first @n_kept of which are shown already, and the rest
 * soon. */
static void
begin_steps (MusterTickModel *self, guint n_kept)
{
  guint n_listed = self->list != NULL ? g_list_model_get_n_items (self->list) : 0;
  guint n_first = count_first (self, n_kept, n_listed);

  if (n_first < n_listed && self->step_id == 0)
    self->step_id = g_idle_add (step_cb, self);
  show_items (self, n_kept, n_first);
}

/* What changes little passes as it is, so that the list stays where somebody scrolled. */
static void
items_changed_cb (MusterTickModel *self, guint position, guint n_removed, guint n_added)
{
  if (n_removed > STEP || n_added > STEP || position + n_removed > self->n_items)
    {
      begin_steps (self, MIN (position, self->n_items));
      return;
    }
  self->n_items = self->n_items - n_removed + n_added;
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
}

void
muster_tick_model_set_list (MusterTickModel *self, GListModel *list)
{
  if (self->list == list)
    return;
  g_clear_handle_id (&self->step_id, g_source_remove);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self,
                             G_CONNECT_SWAPPED);
  begin_steps (self, 0);
}

GListModel *
muster_tick_model_get_list (MusterTickModel *self)
{
  return self->list;
}

gboolean
muster_tick_model_is_stepping (MusterTickModel *self)
{
  return self->step_id != 0;
}
