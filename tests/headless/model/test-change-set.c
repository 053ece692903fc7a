/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-change-set.h"

static guint n_changes;

static void
count_change_cb (MusterChangeSet *changes, gpointer user_data)
{
  n_changes++;
}

static MusterChangeSet *
create_change_set (void)
{
  MusterChangeSet *changes = muster_change_set_new ();

  n_changes = 0;
  g_signal_connect (changes, "changed", G_CALLBACK (count_change_cb), NULL);
  return changes;
}

static void
wish (MusterChangeSet *changes, MusterField field, MusterVerb verb, const char *id)
{
  g_autoptr (MusterReference) value = id != NULL ? muster_reference_new (id, NULL) : NULL;
  g_autoptr (MusterOperation) operation = muster_operation_new (field, verb, value);

  muster_change_set_wish (changes, operation);
}

static char *
describe (MusterChangeSet *changes)
{
  g_autoptr (GPtrArray) operations = muster_change_set_get_operations (changes);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "",
                              muster_verb_get_name (
                                muster_operation_get_verb (operation)),
                              muster_field_get_name (
                                muster_operation_get_field (operation)));
    }
  return g_string_free (text, FALSE);
}

static void
test_one_wish_for_a_single_field (void)
{
  g_autoptr (MusterChangeSet) changes = create_change_set ();
  g_autofree char *text = NULL;

  wish (changes, MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "c1");
  wish (changes, MUSTER_FIELD_COMPANY, MUSTER_VERB_CLEAR, NULL);
  text = describe (changes);
  g_assert_cmpstr (text, ==, "clear company");
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
test_one_wish_for_each_value_of_a_multiple_field (void)
{
  g_autoptr (MusterChangeSet) changes = create_change_set ();
  g_autofree char *text = NULL;

  wish (changes, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "r1");
  wish (changes, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "r2");
  wish (changes, MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "r1");
  text = describe (changes);
  g_assert_cmpstr (text, ==, "add roles; remove roles");
}

static void
test_disable_comes_last (void)
{
  g_autoptr (MusterChangeSet) changes = create_change_set ();
  g_autofree char *text = NULL;

  wish (changes, MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE);
  wish (changes, MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "city");
  wish (changes, MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "c1");
  text = describe (changes);
  g_assert_cmpstr (text, ==, "set company; add flaggedFields; set active");
}

static void
test_what_is_forgotten_is_gone (void)
{
  g_autoptr (MusterChangeSet) changes = create_change_set ();

  wish (changes, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "r1");
  muster_change_set_forget (changes, MUSTER_FIELD_ROLES, "r2");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_false (muster_change_set_is_empty (changes));
  muster_change_set_forget (changes, MUSTER_FIELD_ROLES, "r1");
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_true (muster_change_set_is_empty (changes));
  g_assert_cmpuint (muster_change_set_get_fields (changes), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-set/one-wish-for-a-single-field",
                   test_one_wish_for_a_single_field);
  g_test_add_func ("/change-set/one-wish-for-each-value-of-a-multiple-field",
                   test_one_wish_for_each_value_of_a_multiple_field);
  g_test_add_func ("/change-set/disable-comes-last", test_disable_comes_last);
  g_test_add_func ("/change-set/what-is-forgotten-is-gone",
                   test_what_is_forgotten_is_gone);
  return g_test_run ();
}
