/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-picked-users.h"

typedef struct
{
  guint n_signals;
  guint position;
  guint n_removed;
  guint n_added;
} Change;

static void
changed_cb (
  GListModel *model, guint position, guint n_removed, guint n_added, Change *change)
{
  change->n_signals++;
  change->position = position;
  change->n_removed = n_removed;
  change->n_added = n_added;
}

static void
assert_change (Change *change, guint position, guint n_removed, guint n_added)
{
  g_assert_cmpuint (change->n_signals, ==, 1);
  g_assert_cmpuint (change->position, ==, position);
  g_assert_cmpuint (change->n_removed, ==, n_removed);
  g_assert_cmpuint (change->n_added, ==, n_added);
  change->n_signals = 0;
}

/* (transfer container): users with the numbers from @first to @last. */
static GPtrArray *
make_users (guint first, guint last)
{
  GPtrArray *users = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i <= last; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);

      g_ptr_array_add (users, muster_user_new (id, id));
    }
  return users;
}

static void
assert_ids (MusterPickedUsers *picked, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (picked)); i++)
    {
      g_autoptr (MusterUser) user = g_list_model_get_item (G_LIST_MODEL (picked), i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", muster_user_get_id (user));
      g_assert_true (muster_picked_users_contains (picked, muster_user_get_id (user)));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_each_once (void)
{
  g_autoptr (MusterPickedUsers) picked = muster_picked_users_new ();
  g_autoptr (GPtrArray) first = make_users (1, 3);
  g_autoptr (GPtrArray) second = make_users (2, 5);
  Change change = { 0 };

  g_signal_connect (picked, "items-changed", G_CALLBACK (changed_cb), &change);
  g_assert_cmpuint (muster_picked_users_add (picked, first), ==, 3);
  assert_change (&change, 0, 0, 3);
  g_assert_cmpuint (muster_picked_users_add (picked, second), ==, 2);
  assert_change (&change, 3, 0, 2);
  g_assert_cmpuint (muster_picked_users_add (picked, second), ==, 0);
  g_assert_cmpuint (change.n_signals, ==, 0);
  assert_ids (picked, "u1 u2 u3 u4 u5");
}

static void
test_remove (void)
{
  g_autoptr (MusterPickedUsers) picked = muster_picked_users_new ();
  g_autoptr (GPtrArray) all = make_users (1, 6);
  g_autoptr (GPtrArray) some = make_users (3, 4);
  g_autoptr (GPtrArray) others = make_users (8, 9);
  Change change = { 0 };

  muster_picked_users_add (picked, all);
  g_signal_connect (picked, "items-changed", G_CALLBACK (changed_cb), &change);
  g_assert_cmpuint (muster_picked_users_remove (picked, others), ==, 0);
  g_assert_cmpuint (change.n_signals, ==, 0);
  g_assert_cmpuint (muster_picked_users_remove (picked, some), ==, 2);
  assert_change (&change, 2, 2, 0);
  assert_ids (picked, "u1 u2 u5 u6");
  g_assert_false (muster_picked_users_contains (picked, "u3"));
  g_assert_cmpuint (muster_picked_users_add (picked, some), ==, 2);
  assert_ids (picked, "u1 u2 u5 u6 u3 u4");
}

static void
test_update (void)
{
  g_autoptr (MusterPickedUsers) picked = muster_picked_users_new ();
  g_autoptr (GPtrArray) all = make_users (1, 4);
  g_autoptr (GPtrArray) anew = make_users (3, 8);
  g_autoptr (GPtrArray) list = NULL;
  Change change = { 0 };

  muster_picked_users_add (picked, all);
  g_signal_connect (picked, "items-changed", G_CALLBACK (changed_cb), &change);
  muster_picked_users_update (picked, anew);
  assert_change (&change, 2, 2, 2);
  g_clear_pointer (&all, g_ptr_array_unref);
  assert_ids (picked, "u1 u2 u3 u4");
  list = muster_picked_users_list (picked);
  g_assert_true (g_ptr_array_index (list, 2) == g_ptr_array_index (anew, 0));
}

static void
test_clear (void)
{
  g_autoptr (MusterPickedUsers) picked = muster_picked_users_new ();
  g_autoptr (GPtrArray) all = make_users (1, 4);
  Change change = { 0 };

  muster_picked_users_add (picked, all);
  g_signal_connect (picked, "items-changed", G_CALLBACK (changed_cb), &change);
  muster_picked_users_clear (picked);
  assert_change (&change, 0, 4, 0);
  muster_picked_users_clear (picked);
  g_assert_cmpuint (change.n_signals, ==, 0);
  g_assert_false (muster_picked_users_contains (picked, "u1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picked-users/each-once", test_each_once);
  g_test_add_func ("/picked-users/remove", test_remove);
  g_test_add_func ("/picked-users/update", test_update);
  g_test_add_func ("/picked-users/clear", test_clear);
  return g_test_run ();
}
