/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-choice.h"

#include "muster-company.h"
#include "muster-user.h"

static GPtrArray *
create_users (guint first, guint n_users)
{
  GPtrArray *users = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = first; i < first + n_users; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);

      g_ptr_array_add (users, muster_user_new (id, id));
    }
  return users;
}

static void
count_cb (GListModel *model, guint position, guint removed, guint added, guint *n_calls)
{
  (*n_calls)++;
}

static MusterChoice *
create_choice (gboolean multiple, guint *n_calls)
{
  MusterChoice *choice = muster_choice_new (multiple);

  *n_calls = 0;
  g_signal_connect (choice, "items-changed", G_CALLBACK (count_cb), n_calls);
  return choice;
}

/* The same identifier is the same user, whoever read it. */
static void
test_each_once (void)
{
  guint n_calls;
  g_autoptr (MusterChoice) choice = create_choice (TRUE, &n_calls);
  g_autoptr (GPtrArray) users = create_users (0, 3);
  g_autoptr (GPtrArray) again = create_users (1, 3);

  muster_choice_add (choice, users);
  muster_choice_add (choice, again);
  g_assert_cmpuint (muster_choice_get_n_items (choice), ==, 4);
  g_assert_true (muster_choice_contains (choice, again->pdata[0]));
  muster_choice_add (choice, users);
  g_assert_cmpuint (n_calls, ==, 2);
}

static void
test_remove (void)
{
  guint n_calls;
  g_autoptr (MusterChoice) choice = create_choice (TRUE, &n_calls);
  g_autoptr (GPtrArray) users = create_users (0, 10);
  g_autoptr (GPtrArray) some = create_users (3, 4);
  g_autoptr (GPtrArray) others = create_users (20, 4);
  g_autoptr (GPtrArray) rest = NULL;

  muster_choice_add (choice, users);
  muster_choice_remove (choice, others);
  g_assert_cmpuint (n_calls, ==, 1);
  muster_choice_remove (choice, some);
  g_assert_cmpuint (n_calls, ==, 2);
  rest = muster_choice_list (choice);
  g_assert_cmpuint (rest->len, ==, 6);
  g_assert_true (rest->pdata[3] == users->pdata[7]);
  muster_choice_toggle (choice, users->pdata[3]);
  muster_choice_toggle (choice, users->pdata[9]);
  g_assert_true (muster_choice_contains (choice, users->pdata[3]));
  g_assert_false (muster_choice_contains (choice, users->pdata[9]));
  muster_choice_clear (choice);
  muster_choice_clear (choice);
  g_assert_cmpuint (n_calls, ==, 5);
  g_assert_cmpuint (muster_choice_get_n_items (choice), ==, 0);
}

static void
test_single (void)
{
  guint n_calls;
  g_autoptr (MusterChoice) choice = create_choice (FALSE, &n_calls);
  g_autoptr (GPtrArray) users = create_users (0, 2);

  muster_choice_toggle (choice, users->pdata[0]);
  muster_choice_toggle (choice, users->pdata[1]);
  g_assert_cmpuint (muster_choice_get_n_items (choice), ==, 1);
  g_assert_true (muster_choice_contains (choice, users->pdata[1]));
  muster_choice_toggle (choice, users->pdata[1]);
  g_assert_cmpuint (muster_choice_get_n_items (choice), ==, 1);
  g_assert_cmpuint (n_calls, ==, 2);
}

static void
test_locked (void)
{
  guint n_calls;
  g_autoptr (MusterChoice) choice = create_choice (TRUE, &n_calls);
  g_autoptr (GListStore) already = g_list_store_new (MUSTER_TYPE_USER);
  g_autoptr (GPtrArray) users = create_users (0, 3);

  g_list_store_append (already, users->pdata[1]);
  muster_choice_lock (choice, G_LIST_MODEL (already));
  muster_choice_add (choice, users);
  muster_choice_toggle (choice, users->pdata[1]);
  g_assert_cmpuint (muster_choice_get_n_items (choice), ==, 2);
  g_assert_true (muster_choice_is_locked (choice, users->pdata[1]));
  g_assert_false (muster_choice_contains (choice, users->pdata[1]));
}

static void
test_refresh (void)
{
  guint n_calls;
  g_autoptr (MusterChoice) choice = create_choice (TRUE, &n_calls);
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) list = NULL;

  g_ptr_array_add (named, muster_company_new ("c1", "Meridian"));
  g_ptr_array_add (read, muster_company_new ("c0", "Kestrel"));
  g_ptr_array_add (read, muster_company_new ("c1", "Meridian Rail"));
  muster_choice_add (choice, named);
  muster_choice_refresh (choice, read);
  g_clear_pointer (&named, g_ptr_array_unref);
  list = muster_choice_list (choice);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (list->pdata[0] == read->pdata[1]);
  g_assert_true (muster_choice_contains (choice, read->pdata[1]));
  g_assert_cmpuint (n_calls, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choice/each-once", test_each_once);
  g_test_add_func ("/choice/remove", test_remove);
  g_test_add_func ("/choice/single", test_single);
  g_test_add_func ("/choice/locked", test_locked);
  g_test_add_func ("/choice/refresh", test_refresh);
  return g_test_run ();
}
