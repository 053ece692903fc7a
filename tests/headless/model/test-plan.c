/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-plan.h"

static MusterValueSet *
build_set (const char *const *ids)
{
  MusterValueSet *set = muster_value_set_ref (muster_value_set_get_empty ());

  for (; *ids != NULL; ids++)
    {
      g_autoptr (MusterReference) value = muster_reference_new (*ids, NULL);
      MusterValueSet *with = muster_value_set_with (set, value);

      muster_value_set_unref (set);
      set = with;
    }
  return set;
}

static MusterUser *
build_user (const char *time_zone, const char *const *roles)
{
  MusterUser *user = muster_user_new ("u1", "anna");
  const char *zones[] = { time_zone, NULL };
  g_autoptr (MusterValueSet) zone_set = build_set (zones);
  g_autoptr (MusterValueSet) role_set = build_set (roles);

  muster_user_set_values (user, MUSTER_FIELD_TIME_ZONE, zone_set);
  muster_user_set_values (user, MUSTER_FIELD_ROLES, role_set);
  return user;
}

static void
wish (MusterChangeSet *changes, MusterField field, MusterVerb verb, const char *id)
{
  g_autoptr (MusterReference) value = id != NULL ? muster_reference_new (id, NULL) : NULL;
  g_autoptr (MusterOperation) operation = muster_operation_new (field, verb, value);

  muster_change_set_wish (changes, operation);
}

static MusterPlan *
plan_for (MusterUser *user, MusterChangeSet *changes)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new ();
  g_autoptr (GPtrArray) operations = muster_change_set_get_operations (changes);

  g_ptr_array_add (users, user);
  return muster_plan_new (users, operations);
}

/* What is planned for one user: "verb field id; …". */
static char *
describe (MusterPlan *plan)
{
  MusterPlanRow *row = muster_plan_get_row (plan, 0);
  GPtrArray     *operations = muster_plan_row_get_operations (row);
  GString       *text = g_string_new (NULL);

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);
      MusterReference *value = muster_operation_get_value (operation);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "; " : "",
                              muster_verb_get_name (
                                muster_operation_get_verb (operation)),
                              muster_field_get_name (
                                muster_operation_get_field (operation)),
                              value != NULL ? muster_reference_get_id (value) : "-");
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *time_zone;
  const char *roles[4];
  MusterField field;
  MusterVerb  verb;
  const char *id;
  const char *planned;
} cases[] = {
  { "Asia/Tokyo",
    { "basic" },
    MUSTER_FIELD_TIME_ZONE,
    MUSTER_VERB_SET,
    "Europe/Oslo",
    "set timeZone Europe/Oslo" },
  { "Europe/Oslo",
    { "basic" },
    MUSTER_FIELD_TIME_ZONE,
    MUSTER_VERB_SET,
    "Europe/Oslo",
    "" },
  { NULL,
    { "basic" },
    MUSTER_FIELD_TIME_ZONE,
    MUSTER_VERB_SET,
    "Europe/Oslo",
    "set timeZone Europe/Oslo" },
  { "Europe/Oslo",
    { "basic" },
    MUSTER_FIELD_TIME_ZONE,
    MUSTER_VERB_CLEAR,
    NULL,
    "clear timeZone -" },
  { NULL, { "basic" }, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_CLEAR, NULL, "" },
  { NULL, { "basic" }, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "admin", "add roles admin" },
  { NULL, { "basic", "admin" }, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "admin", "" },
  { NULL,
    { "basic", "admin" },
    MUSTER_FIELD_ROLES,
    MUSTER_VERB_REMOVE,
    "admin",
    "remove roles admin" },
  { NULL, { "basic" }, MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "admin", "" },
};

static void
test_only_what_is_missing_is_planned (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterUser) user = build_user (cases[i].time_zone, cases[i].roles);
      g_autoptr (MusterChangeSet) changes = muster_change_set_new ();
      g_autoptr (MusterPlan) plan = NULL;
      g_autofree char *planned = NULL;

      g_test_message ("case %u", i);
      wish (changes, cases[i].field, cases[i].verb, cases[i].id);
      plan = plan_for (user, changes);
      planned = describe (plan);
      g_assert_cmpstr (planned, ==, cases[i].planned);
      g_assert_cmpint (muster_plan_row_get_outcome (muster_plan_get_row (plan, 0)), ==,
                       *planned == '\0' ? MUSTER_OUTCOME_ALREADY_SO
                                        : MUSTER_OUTCOME_PENDING);
    }
}

static void
test_a_field_that_was_not_read_is_not_already_so (void)
{
  g_autoptr (MusterUser) user = muster_user_new ("u1", "anna");
  g_autoptr (MusterChangeSet) changes = muster_change_set_new ();
  g_autoptr (MusterPlan) plan = NULL;
  g_autofree char *planned = NULL;

  wish (changes, MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "admin");
  plan = plan_for (user, changes);
  planned = describe (plan);
  g_assert_cmpstr (planned, ==, "remove roles admin");
}

static void
test_after_is_before_with_the_operations (void)
{
  const char *const roles[] = { "basic", "old", NULL };
  g_autoptr (MusterUser) user = build_user ("Asia/Tokyo", roles);
  g_autoptr (MusterChangeSet) changes = muster_change_set_new ();
  g_autoptr (MusterPlan) plan = NULL;
  g_autoptr (MusterValueSet) after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;

  wish (changes, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "admin");
  wish (changes, MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "old");
  plan = plan_for (user, changes);
  after = muster_plan_row_dup_after (muster_plan_get_row (plan, 0), MUSTER_FIELD_ROLES);
  text = muster_value_set_to_text (after, ",");
  before
    = muster_value_set_to_text (muster_plan_row_get_before (muster_plan_get_row (plan, 0),
                                                            MUSTER_FIELD_ROLES),
                                ",");
  g_assert_cmpstr (text, ==, "admin,basic");
  g_assert_cmpstr (before, ==, "basic,old");
}

static void
test_counts_add_up (void)
{
  const char *const roles[] = { NULL };
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MusterChangeSet) changes = muster_change_set_new ();
  g_autoptr (GPtrArray) operations = NULL;
  g_autoptr (MusterPlan) plan = NULL;
  MusterOutcomeCounts counts;

  g_ptr_array_add (users, build_user ("Asia/Tokyo", roles));
  g_ptr_array_add (users, build_user ("Europe/Oslo", roles));
  g_ptr_array_add (users, build_user (NULL, roles));
  wish (changes, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "Europe/Oslo");
  operations = muster_change_set_get_operations (changes);
  plan = muster_plan_new (users, operations);
  muster_plan_row_decide (muster_plan_get_row (plan, 0), MUSTER_OUTCOME_CONFLICT, "x",
                          NULL);
  muster_plan_count (plan, &counts);
  g_assert_cmpuint (counts.n[MUSTER_OUTCOME_CONFLICT], ==, 1);
  g_assert_cmpuint (counts.n[MUSTER_OUTCOME_ALREADY_SO], ==, 1);
  g_assert_cmpuint (counts.n[MUSTER_OUTCOME_PENDING], ==, 1);
  g_assert_cmpuint (muster_outcome_counts_get_total (&counts), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (plan)), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/only-what-is-missing-is-planned",
                   test_only_what_is_missing_is_planned);
  g_test_add_func ("/plan/a-field-that-was-not-read-is-not-already-so",
                   test_a_field_that_was_not_read_is_not_already_so);
  g_test_add_func ("/plan/after-is-before-with-the-operations",
                   test_after_is_before_with_the_operations);
  g_test_add_func ("/plan/counts-add-up", test_counts_add_up);
  return g_test_run ();
}
