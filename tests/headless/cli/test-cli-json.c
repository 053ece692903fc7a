/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <string.h>

#include "muster-cli-json.h"
#include "muster-cli-plan-view.h"

static MusterOperation *
create_operation (MusterField field, MusterVerb verb, const char *id, const char *display)
{
  g_autoptr (MusterReference) value = muster_reference_new (id, display);

  return muster_operation_new (field, verb, value);
}

static MusterUser *
create_user (const char *name, const char *zone)
{
  MusterUser *user = muster_user_new (name, name);
  g_autoptr (MusterReference) reference = muster_reference_new (zone, NULL);
  g_autoptr (MusterReference) role = muster_reference_new ("r-1", "Basic \"User\"");
  g_autoptr (MusterValueSet) zones = muster_value_set_new_single (reference);
  g_autoptr (MusterValueSet) roles = muster_value_set_new_single (role);

  muster_user_set_values (user, MUSTER_FIELD_TIME_ZONE, zones);
  muster_user_set_values (user, MUSTER_FIELD_ROLES, roles);
  muster_user_set_values (user, MUSTER_FIELD_COMPANY, muster_value_set_get_empty ());
  return user;
}

/* One to change and one that is already so. */
static MusterPlan *
create_plan (void)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) operations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);

  g_ptr_array_add (users, create_user ("ann", "UTC"));
  g_ptr_array_add (users, create_user ("bob", "Asia/Tokyo"));
  g_ptr_array_add (operations, create_operation (MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET,
                                                 "Asia/Tokyo", NULL));
  g_ptr_array_add (operations,
                   create_operation (MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "r-1", NULL));
  return muster_plan_new (users, operations);
}

static JsonObject *
parse (const char *text, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static char *
print_plan (MusterPlan *plan, gboolean foretold)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  MusterOutcomeCounts counts;

  muster_plan_count (plan, &counts);
  json_builder_begin_object (builder);
  muster_cli_json_add_selected (builder, &counts);
  muster_cli_json_add_counts (builder, &counts, foretold);
  muster_cli_json_add_rows (builder, plan, foretold);
  json_builder_end_object (builder);
  return muster_cli_json_print (builder);
}

static void
test_counts_add_up (void)
{
  static const char *const names[]
    = { "changed",       "alreadySo", "conflict", "rejected",
        "partlyChanged", "notTaken",  "unknown",  "notSent" };
  g_autoptr (MusterPlan) plan = create_plan ();

  for (guint foretold = 0; foretold < 2; foretold++)
    {
      g_autofree char *text = print_plan (plan, foretold);
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *object = parse (text, parser);
      gint64      sum = 0;

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        sum += json_object_get_int_member (object, names[i]);
      g_assert_cmpint (sum, ==, 2);
      g_assert_cmpint (json_object_get_int_member (object, "selected"), ==, 2);
      g_assert_cmpint (json_object_get_int_member (object, "alreadySo"), ==, 1);
      g_assert_cmpint (json_object_get_int_member (object,
                                                   foretold ? "changed" : "notSent"),
                       ==, 1);
    }
}

static void
test_rows_say_before_and_after (void)
{
  g_autoptr (MusterPlan) plan = create_plan ();
  g_autofree char *text = print_plan (plan, TRUE);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray  *users = json_object_get_array_member (parse (text, parser), "users");
  JsonObject *ann = json_array_get_object_element (users, 0);
  JsonObject *bob = json_array_get_object_element (users, 1);
  JsonArray  *changes = json_object_get_array_member (ann, "changes");
  JsonObject *change = json_array_get_object_element (changes, 0);

  g_assert_cmpstr (json_object_get_string_member (ann, "userName"), ==, "ann");
  g_assert_cmpstr (json_object_get_string_member (ann, "outcome"), ==, "changed");
  g_assert_cmpuint (json_array_get_length (changes), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (change, "field"), ==, "timeZone");
  g_assert_cmpstr (json_object_get_string_member (change, "before"), ==, "UTC");
  g_assert_cmpstr (json_object_get_string_member (change, "after"), ==, "Asia/Tokyo");
  g_assert_cmpstr (json_object_get_string_member (bob, "outcome"), ==, "alreadySo");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (bob, "changes")),
                    ==, 0);
}

static void
test_users_say_what_is_empty_and_what_is_not_known (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (MusterUser) user = create_user ("ann", "UTC");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  JsonObject      *object;
  JsonObject      *role;

  muster_cli_json_add_user (builder, user);
  text = muster_cli_json_print (builder);
  object = parse (text, parser);
  role
    = json_array_get_object_element (json_object_get_array_member (object, "roles"), 0);
  g_assert_cmpstr (json_object_get_string_member (object, "timeZone"), ==, "UTC");
  g_assert_cmpstr (json_object_get_string_member (role, "display"), ==, "Basic \"User\"");
  g_assert_true (json_object_get_null_member (object, "company"));
  g_assert_true (json_object_get_null_member (object, "flaggedFields"));
}

static void
test_plans_are_told_in_words (void)
{
  g_autoptr (MusterPlan) plan = create_plan ();
  g_autofree char    *changes = NULL;
  g_autofree char    *sum = NULL;
  g_autofree char    *rows = muster_cli_plan_view_print_rows (plan, TRUE, 0);
  MusterOutcomeCounts counts;

  muster_plan_count (plan, &counts);
  changes = muster_cli_plan_view_describe_changes (muster_plan_get_row (plan, 0));
  sum = muster_cli_plan_view_describe (&counts, TRUE);
  g_assert_cmpstr (changes, ==, "timeZone: UTC → Asia/Tokyo");
  g_assert_cmpstr (sum, ==, "2 users: 1 would change, 1 already so.");
  g_assert_nonnull (strstr (rows, "would change  timeZone: UTC → Asia/Tokyo\n"));
}

static void
test_times_are_iso_8601_in_utc (void)
{
  g_autofree char *time
    = muster_cli_json_format_time (G_GINT64_CONSTANT (1700000000123456));

  g_assert_cmpstr (time, ==, "2023-11-14T22:13:20Z");
  g_assert_null (muster_cli_json_format_time (0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/json/counts", test_counts_add_up);
  g_test_add_func ("/cli/json/rows", test_rows_say_before_and_after);
  g_test_add_func ("/cli/json/users", test_users_say_what_is_empty_and_what_is_not_known);
  g_test_add_func ("/cli/json/times", test_times_are_iso_8601_in_utc);
  g_test_add_func ("/cli/plan-view", test_plans_are_told_in_words);
  return g_test_run ();
}
