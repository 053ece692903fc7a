/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-picked-users.h"

struct _MusterPickedUsers
{
  GObject parent_instance;

  GPtrArray  *users;     /* (owned): of MusterUser (owned) */
  GHashTable *positions; /* (owned): identifier (not owned) → position + 1 */
};

static void muster_picked_users_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  MusterPickedUsers,
  muster_picked_users,
  G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, muster_picked_users_list_model_init))

static void
muster_picked_users_finalize (GObject *object)
{
  MusterPickedUsers *self = MUSTER_PICKED_USERS (object);

  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->users);
  G_OBJECT_CLASS (muster_picked_users_parent_class)->finalize (object);
}

static void
muster_picked_users_class_init (MusterPickedUsersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_picked_users_finalize;
}

static void
muster_picked_users_init (MusterPickedUsers *self)
{
  self->users = g_ptr_array_new_with_free_func (g_object_unref);
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
}

static GType
get_item_type (GListModel *model)
{
  return MUSTER_TYPE_USER;
}

static guint
get_n_items (GListModel *model)
{
  return MUSTER_PICKED_USERS (model)->users->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MusterPickedUsers *self = MUSTER_PICKED_USERS (model);

  return position < self->users->len
           ? g_object_ref (g_ptr_array_index (self->users, position))
           : NULL;
}

static void
muster_picked_users_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

MusterPickedUsers *
muster_picked_users_new (void)
{
  return g_object_new (MUSTER_TYPE_PICKED_USERS, NULL);
}

guint
muster_picked_users_get_n_users (MusterPickedUsers *self)
{
  return self->users->len;
}

static guint
find_position (MusterPickedUsers *self, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, id));
}

gboolean
muster_picked_users_contains (MusterPickedUsers *self, const char *id)
{
  return find_position (self, id) > 0;
}

/* The keys are the users' own, so that a user put in another's place brings its key. */
static void
note_position (MusterPickedUsers *self, guint position)
{
  MusterUser *user = g_ptr_array_index (self->users, position);

  g_hash_table_replace (self->positions, (gpointer) muster_user_get_id (user),
                        GUINT_TO_POINTER (position + 1));
}

guint
muster_picked_users_add (MusterPickedUsers *self, GPtrArray *users)
{
  guint n_before = self->users->len;
  guint n_added;

  for (guint i = 0; i < users->len; i++)
    {
      MusterUser *user = g_ptr_array_index (users, i);

      if (muster_picked_users_contains (self, muster_user_get_id (user)))
        continue;
      g_ptr_array_add (self->users, g_object_ref (user));
      note_position (self, self->users->len - 1);
    }
  n_added = self->users->len - n_before;
  if (n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_added);
  return n_added;
}

/* (transfer full): identifiers (not owned), those of @users. */
static GHashTable *
collect_ids (GPtrArray *users)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < users->len; i++)
    g_hash_table_add (ids, (gpointer) muster_user_get_id (g_ptr_array_index (users, i)));
  return ids;
}

/* Puts @kept in the place of the users, and tells of the span from the first to the last
 * that went. */
static void
replace_users (MusterPickedUsers *self, GPtrArray *kept, guint first, guint last)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->users);
  guint n_gone = old->len - kept->len;

  g_hash_table_remove_all (self->positions);
  self->users = g_ptr_array_ref (kept);
  for (guint i = 0; i < kept->len; i++)
    note_position (self, i);
  g_list_model_items_changed (G_LIST_MODEL (self), first, last - first + 1,
                              last - first + 1 - n_gone);
}

guint
muster_picked_users_remove (MusterPickedUsers *self, GPtrArray *users)
{
  g_autoptr (GHashTable) ids = collect_ids (users);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_before = self->users->len;
  guint first = G_MAXUINT;
  guint last = 0;

  for (guint i = 0; i < n_before; i++)
    {
      MusterUser *user = g_ptr_array_index (self->users, i);

      if (!g_hash_table_contains (ids, muster_user_get_id (user)))
        {
          g_ptr_array_add (kept, g_object_ref (user));
          continue;
        }
      first = MIN (first, i);
      last = i;
    }
  if (kept->len == n_before)
    return 0;
  replace_users (self, kept, first, last);
  return n_before - kept->len;
}

void
muster_picked_users_clear (MusterPickedUsers *self)
{
  guint n_users = self->users->len;

  if (n_users == 0)
    return;
  g_hash_table_remove_all (self->positions);
  g_ptr_array_set_size (self->users, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_users, 0);
}

void
muster_picked_users_update (MusterPickedUsers *self, GPtrArray *users)
{
  guint first = G_MAXUINT;
  guint last = 0;

  for (guint i = 0; i < users->len; i++)
    {
      MusterUser *user = g_ptr_array_index (users, i);
      guint       position = find_position (self, muster_user_get_id (user));

      if (position == 0)
        continue;
      position--;
      g_object_unref (self->users->pdata[position]);
      self->users->pdata[position] = g_object_ref (user);
      note_position (self, position);
      first = MIN (first, position);
      last = MAX (last, position);
    }
  if (first <= last)
    g_list_model_items_changed (G_LIST_MODEL (self), first, last - first + 1,
                                last - first + 1);
}

GPtrArray *
muster_picked_users_list (MusterPickedUsers *self)
{
  return g_ptr_array_copy (self->users, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
}
