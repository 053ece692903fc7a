/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-operation.h"

/* "b=Bee a" becomes a set of two. */
static MusterValueSet *
parse_set (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ", -1);
  g_autoptr (GPtrArray) values
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reference_unref);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);

      if (*words[i] != '\0')
        g_ptr_array_add (values, muster_reference_new (parts[0], parts[1]));
    }
  return muster_value_set_new ((MusterReference *const *) values->pdata, values->len);
}

static void
test_each_value_once_in_order (void)
{
  g_autoptr (MusterValueSet) set = parse_set ("c a=Ay b a=Other c");
  g_autofree char *text = muster_value_set_to_text (set, "|");

  g_assert_cmpstr (text, ==, "Ay|b|c");
  g_assert_true (muster_value_set_contains (set, "b"));
  g_assert_false (muster_value_set_contains (set, "B"));
  g_assert_false (muster_value_set_contains (set, ""));
}

static void
test_equal_by_identifiers_alone (void)
{
  g_autoptr (MusterValueSet) one = parse_set ("a=Ay b");
  g_autoptr (MusterValueSet) same = parse_set ("b=Bee a");
  g_autoptr (MusterValueSet) less = parse_set ("a");
  g_autoptr (MusterValueSet) other = parse_set ("a c");

  g_assert_true (muster_value_set_equal (one, same));
  g_assert_false (muster_value_set_equal (one, less));
  g_assert_false (muster_value_set_equal (one, other));
  g_assert_false (muster_value_set_equal (one, muster_value_set_get_empty ()));
}

static void
test_with_and_without_leave_the_original (void)
{
  g_autoptr (MusterValueSet) set = parse_set ("a c");
  g_autoptr (MusterReference) b = muster_reference_new ("b", NULL);
  g_autoptr (MusterValueSet) with = muster_value_set_with (set, b);
  g_autoptr (MusterValueSet) without = muster_value_set_without (with, "a");
  g_autoptr (MusterValueSet) unchanged = muster_value_set_without (set, "x");
  g_autofree char *set_text = muster_value_set_to_text (set, "");
  g_autofree char *with_text = muster_value_set_to_text (with, "");
  g_autofree char *without_text = muster_value_set_to_text (without, "");

  g_assert_cmpstr (set_text, ==, "ac");
  g_assert_cmpstr (with_text, ==, "abc");
  g_assert_cmpstr (without_text, ==, "bc");
  g_assert_true (muster_value_set_equal (unchanged, set));
}

static const struct
{
  MusterField field;
  MusterVerb  verb;
  const char *value;
  const char *before;
  gboolean    holds;
  const char *after;
} cases[] = {
  { MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "a", "", FALSE, "a" },
  { MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "a", "b", FALSE, "a" },
  { MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "a", "a", TRUE, "a" },
  /* A platform that holds two where one may be is not as it should be. */
  { MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "a", "a b", FALSE, "a" },
  { MUSTER_FIELD_COMPANY, MUSTER_VERB_CLEAR, NULL, "a", FALSE, "" },
  { MUSTER_FIELD_COMPANY, MUSTER_VERB_CLEAR, NULL, "", TRUE, "" },
  { MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "b", "a c", FALSE, "abc" },
  { MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "b", "a b", TRUE, "ab" },
  { MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "b", "a b c", FALSE, "ac" },
  { MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "b", "a", TRUE, "a" },
  { MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "b", "", TRUE, "" },
};

static void
test_an_operation_holds_after_it_was_applied (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterReference) value
        = cases[i].value != NULL ? muster_reference_new (cases[i].value, NULL) : NULL;
      g_autoptr (MusterOperation) operation
        = muster_operation_new (cases[i].field, cases[i].verb, value);
      g_autoptr (MusterValueSet) before = parse_set (cases[i].before);
      g_autoptr (MusterValueSet) after = muster_operation_apply (operation, before);
      g_autofree char *text = muster_value_set_to_text (after, "");

      g_test_message ("case %u", i);
      g_assert_cmpint (muster_operation_holds (operation, before), ==, cases[i].holds);
      g_assert_true (muster_operation_holds (operation, after));
      g_assert_cmpstr (text, ==, cases[i].after);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value-set/each-value-once-in-order", test_each_value_once_in_order);
  g_test_add_func ("/value-set/equal-by-identifiers-alone",
                   test_equal_by_identifiers_alone);
  g_test_add_func ("/value-set/with-and-without-leave-the-original",
                   test_with_and_without_leave_the_original);
  g_test_add_func ("/operation/holds-after-it-was-applied",
                   test_an_operation_holds_after_it_was_applied);
  return g_test_run ();
}
