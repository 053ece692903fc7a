/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-users-list.h"

#include "muster-search-text.h"
#include "muster-tick-model.h"
#include "muster-user.h"

/* So many are sorted and searched at once before somebody would notice; more of them step
 * by step, where rows move before one's eyes until it is done. */
#define MAX_AT_ONCE 2000

struct _MusterUsersList
{
  GObject parent_instance;

  MusterPickedUsers  *users;  /* (owned) */
  GtkCustomFilter    *filter; /* (owned) */
  GtkFilterListModel *found;  /* (owned) */
  GtkSortListModel   *sorted; /* (owned) */
  MusterChoice       *ticked; /* (owned) */
  MusterTickModel    *model;  /* (owned) */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterUsersList, muster_users_list, G_TYPE_OBJECT)

static gboolean
match_user_cb (gpointer item, gpointer user_data)
{
  g_autofree char *text
    = g_strjoin (" ", muster_user_get_display_name (item),
                 muster_user_get_user_name (item), muster_user_get_email (item), NULL);
  g_autofree char *folded = muster_search_text_fold (text);

  return muster_search_text_matches (user_data, folded);
}

/* What is not picked any more cannot be ticked. */
static void
forget_removed (MusterUsersList *self)
{
  g_autoptr (GPtrArray) ticked = muster_choice_list (self->ticked);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  for (guint i = 0; i < ticked->len; i++)
    {
      MusterUser *user = g_ptr_array_index (ticked, i);

      if (!muster_picked_users_contains (self->users, muster_user_get_id (user)))
        g_ptr_array_add (gone, user);
    }
  if (gone->len > 0)
    muster_choice_remove (self->ticked, gone);
}

/* Work that is under way step by step is not made to end at once. */
static void
choose_way (MusterUsersList *self)
{
  gboolean is_long = muster_picked_users_get_n_users (self->users) > MAX_AT_ONCE;

  if (!is_long && !muster_users_list_is_settled (self))
    return;
  gtk_filter_list_model_set_incremental (self->found, is_long);
  gtk_sort_list_model_set_incremental (self->sorted, is_long);
}

/* Comes before the models' own handlers. */
static void
users_changed_cb (MusterUsersList *self,
                  guint            position,
                  guint            n_removed,
                  guint            n_added,
                  GListModel      *users)
{
  if (n_added > n_removed)
    choose_way (self);
  if (n_removed > 0)
    forget_removed (self);
}

static void
found_changed_cb (MusterUsersList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
muster_users_list_dispose (GObject *object)
{
  MusterUsersList *self = MUSTER_USERS_LIST (object);

  g_clear_object (&self->model);
  g_clear_object (&self->sorted);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (muster_users_list_parent_class)->dispose (object);
}

static void
muster_users_list_finalize (GObject *object)
{
  MusterUsersList *self = MUSTER_USERS_LIST (object);

  g_clear_object (&self->users);
  g_clear_object (&self->ticked);
  G_OBJECT_CLASS (muster_users_list_parent_class)->finalize (object);
}

static void
muster_users_list_class_init (MusterUsersListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = muster_users_list_dispose;
  object_class->finalize = muster_users_list_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_users_list_init (MusterUsersList *self)
{
  self->ticked = muster_choice_new (TRUE);
  self->model = muster_tick_model_new (self->ticked);
  self->filter = gtk_custom_filter_new (NULL, NULL, NULL);
}

static void
make_models (MusterUsersList *self, GtkSorter *sorter)
{
  GListModel *users = G_LIST_MODEL (self->users);

  self->found = gtk_filter_list_model_new (g_object_ref (users), NULL);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->found)),
                                          g_object_ref (sorter));
  choose_way (self);
  muster_tick_model_set_list (self->model, G_LIST_MODEL (self->sorted));
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (found_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "notify::pending", G_CALLBACK (found_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

MusterUsersList *
muster_users_list_new (MusterPickedUsers *users, GtkSorter *sorter)
{
  MusterUsersList *self = g_object_new (MUSTER_TYPE_USERS_LIST, NULL);

  self->users = g_object_ref (users);
  g_signal_connect_object (users, "items-changed", G_CALLBACK (users_changed_cb), self,
                           G_CONNECT_SWAPPED);
  make_models (self, sorter);
  return self;
}

GtkSelectionModel *
muster_users_list_get_model (MusterUsersList *self)
{
  return GTK_SELECTION_MODEL (self->model);
}

MusterChoice *
muster_users_list_get_ticked (MusterUsersList *self)
{
  return self->ticked;
}

gboolean
muster_users_list_found_nobody (MusterUsersList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0
         && gtk_filter_list_model_get_pending (self->found) == 0;
}

gboolean
muster_users_list_is_settled (MusterUsersList *self)
{
  return gtk_filter_list_model_get_pending (self->found) == 0
         && gtk_sort_list_model_get_pending (self->sorted) == 0
         && !muster_tick_model_is_stepping (self->model);
}

/* Without a filter the list passes as it is. */
void
muster_users_list_search (MusterUsersList *self, const char *text)
{
  g_autoptr (MusterSearchText) search = muster_search_text_new (text);

  if (muster_search_text_is_empty (search))
    {
      gtk_filter_list_model_set_filter (self->found, NULL);
      return;
    }
  gtk_custom_filter_set_filter_func (self->filter, match_user_cb,
                                     g_steal_pointer (&search),
                                     (GDestroyNotify) muster_search_text_free);
  gtk_filter_list_model_set_filter (self->found, GTK_FILTER (self->filter));
}

void
muster_users_list_toggle (MusterUsersList *self, guint position)
{
  g_autoptr (MusterUser) user
    = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (user != NULL)
    muster_choice_toggle (self->ticked, user);
}
