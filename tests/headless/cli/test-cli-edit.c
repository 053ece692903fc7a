/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <string.h>

#include "cli-fixture.h"

#define PROFILE "urn:muster:scim:schemas:extension:profile:1.0:User"
#define N_USERS 200

static const char *
get_version (JsonObject *user)
{
  return json_object_get_string_member (json_object_get_object_member (user, "meta"),
                                        "version");
}

static const char *
get_zone (JsonObject *user)
{
  return json_object_get_string_member_with_default (user, "timezone", NULL);
}

/* Whether an array of references holds one called @display. */
static gboolean
holds (JsonObject *object, const char *name, const char *display)
{
  JsonArray *values = json_object_has_member (object, name)
                        ? json_object_get_array_member (object, name)
                        : NULL;

  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    if (g_strcmp0 (json_object_get_string_member (json_array_get_object_element (values,
                                                                                 i),
                                                  "display"),
                   display)
        == 0)
      return TRUE;
  return FALSE;
}

/* (nullable): what a single reference of the extension is called. */
static const char *
get_display (JsonObject *user, const char *name)
{
  JsonObject *profile = json_object_has_member (user, PROFILE)
                          ? json_object_get_object_member (user, PROFILE)
                          : NULL;

  if (profile == NULL || !json_object_has_member (profile, name))
    return NULL;
  return json_object_get_string_member (json_object_get_object_member (profile, name),
                                        "display");
}

static gint64
get_count (CliResult *result, const char *name)
{
  g_autoptr (JsonNode) node = cli_result_parse (result);

  return json_object_get_int_member (json_node_get_object (node), name);
}

static void
assert_counts_add_up (CliResult *result)
{
  static const char *const names[]
    = { "changed",       "alreadySo", "conflict", "rejected",
        "partlyChanged", "notTaken",  "unknown",  "notSent" };
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sum += get_count (result, names[i]);
  g_assert_cmpint (sum, ==, get_count (result, "selected"));
}

static gboolean
is_active (JsonObject *user)
{
  return json_object_get_boolean_member (user, "active");
}

static void
test_lists (void)
{
  static const struct
  {
    const char *command;
    const char *contains;
  } lists[] = {
    { "roles", "Site Administrator" },
    { "organizations", "Halden Group" },
    { "companies", "Pinnacle \"Prime\" Services" },
  };
  g_autoptr (CliFixture) fixture = cli_fixture_new (N_USERS, NULL);
  g_autoptr (CliResult) json
    = cli_fixture_run (fixture, "users", "--format", "json", NULL);
  g_autoptr (CliResult) few
    = cli_fixture_run (fixture, "--limit", "3", "users", "--format=json", NULL);
  g_autoptr (CliResult) found
    = cli_fixture_run (fixture, "users", "--search", "admin", "--format", "csv", NULL);
  g_autoptr (JsonNode) all = cli_result_parse (json);
  g_autoptr (JsonNode) three = cli_result_parse (few);

  g_assert_cmpint (json->exit_code, ==, 0);
  g_assert_cmpstr (json->err, ==, "");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (all)), ==, N_USERS);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (three)), ==, 3);
  g_assert_true (g_str_has_prefix (found->out, "id,userName,displayName,email,"));
  g_assert_nonnull (strstr (found->out, ",admin,"));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (CliResult) result = cli_fixture_run (fixture, lists[i].command, NULL);

      g_assert_cmpint (result->exit_code, ==, 0);
      g_assert_nonnull (strstr (result->out, lists[i].contains));
    }
}

/* Also where only what lies below is searched for. */
static void
test_parent_has_a_name (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (5, NULL);
  g_autoptr (CliResult) all
    = cli_fixture_run (fixture, "organizations", "--format", "json", NULL);
  g_autoptr (JsonNode) node = cli_result_parse (all);
  JsonArray *organizations = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (organizations); i++)
    {
      JsonObject *organization = json_array_get_object_element (organizations, i);
      const char *name = json_object_get_string_member (organization, "displayName");
      const char *parent
        = json_object_get_string_member_with_default (organization, "parent", NULL);
      g_autoptr (CliResult) found = NULL;

      if (parent == NULL)
        continue;
      found = cli_fixture_run (fixture, "organizations", "--search", name, NULL);
      g_assert_cmpint (found->exit_code, ==, 0);
      g_assert_nonnull (strstr (found->out, name));
      g_assert_null (strstr (found->out, parent));
      return;
    }
  g_assert_not_reached ();
}

/* The zone and role of those that the filter fits, and of nobody else. */
static void
assert_edited (GHashTable *before, GHashTable *after)
{
  GHashTableIter iter;
  gpointer       name;
  gpointer       user;
  guint          n_edited = 0;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, &user))
    {
      JsonObject *now = g_hash_table_lookup (after, name);

      if (g_strcmp0 (get_zone (user), "Europe/Oslo") == 0 && is_active (user))
        {
          g_assert_cmpstr (get_zone (now), ==, "Asia/Tokyo");
          g_assert_true (holds (now, "roles", "Mentor"));
          g_assert_true (holds (now, "roles", "Basic User"));
          n_edited++;
        }
      else
        g_assert_cmpstr (get_version (now), ==, get_version (user));
    }
  g_assert_cmpuint (n_edited, >, 2);
}

#define PICK "edit", "--filter", "active eq true and timezone eq \"Europe/Oslo\""
#define CHANGE "--set", "timeZone=Asia/Tokyo", "--add-role", "Mentor"

static void
test_edit_changes_those_and_nobody_else (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (N_USERS, NULL);
  g_autofree char *report = cli_fixture_build_path (fixture, "report.csv");
  g_autofree char *report_text = NULL;
  g_autoptr (GHashTable) before = cli_fixture_list_users (fixture);
  g_autoptr (CliResult) dry
    = cli_fixture_run (fixture, PICK, CHANGE, "--dry-run", "--format", "json", NULL);
  g_autoptr (GHashTable) untouched = cli_fixture_list_users (fixture);
  g_autoptr (CliResult) edit
    = cli_fixture_run (fixture, PICK, CHANGE, "--yes", "--report", report, "--format",
                       "json", NULL);
  g_autoptr (GHashTable) after = cli_fixture_list_users (fixture);
  GHashTableIter iter;
  gpointer       name;
  gpointer       user;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, &user))
    g_assert_cmpstr (get_version (user), ==,
                     get_version (g_hash_table_lookup (untouched, name)));
  g_assert_cmpint (dry->exit_code, ==, 0);
  g_assert_cmpint (edit->exit_code, ==, 0);
  g_assert_cmpstr (edit->err, ==, "");
  assert_counts_add_up (dry);
  assert_counts_add_up (edit);
  g_assert_cmpint (get_count (edit, "changed"), ==, get_count (edit, "selected"));
  g_assert_cmpint (get_count (dry, "changed"), ==, get_count (edit, "selected"));
  assert_edited (before, after);
  g_assert_true (g_file_get_contents (report, &report_text, NULL, NULL));
  g_assert_nonnull (strstr (report_text, "Asia/Tokyo"));
}

/* Names of a listing, and the plan that comes true. */
static void
test_the_second_time_nothing_is_sent (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (N_USERS, NULL);
  g_autoptr (CliResult) list
    = cli_fixture_run (fixture, "users", "--filter", "active eq true", "--format", "csv",
                       NULL);
  g_autofree char *path = cli_fixture_write_file (fixture, "list.csv", list->out, -1);
  g_autoptr (CliResult) first
    = cli_fixture_run (fixture, "edit", "--users-from", path, CHANGE, "--yes", "--format",
                       "json", NULL);
  g_autoptr (GHashTable) before = cli_fixture_list_users (fixture);
  g_autoptr (CliResult) second
    = cli_fixture_run (fixture, "edit", "--users-from", path, CHANGE, "--yes", "--format",
                       "json", NULL);
  g_autoptr (GHashTable) after = cli_fixture_list_users (fixture);
  GHashTableIter iter;
  gpointer       name;
  gpointer       user;

  g_assert_cmpint (first->exit_code, ==, 0);
  g_assert_cmpint (get_count (first, "changed"), >, N_USERS / 2);
  g_assert_cmpint (second->exit_code, ==, 0);
  g_assert_cmpint (get_count (second, "alreadySo"), ==, get_count (first, "selected"));
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, &user))
    g_assert_cmpstr (get_version (user), ==,
                     get_version (g_hash_table_lookup (after, name)));
}

/* Takes the name of somebody who is not the administrator, and active. */
static const char *
pick_somebody (GHashTable *users)
{
  GHashTableIter iter;
  gpointer       name;
  gpointer       user;

  g_hash_table_iter_init (&iter, users);
  while (g_hash_table_iter_next (&iter, &name, &user))
    if (strcmp (name, "admin") != 0 && is_active (user))
      return name;
  g_assert_not_reached ();
}

static void
run_edit (CliFixture *fixture, const char *name, const char *option, const char *value)
{
  g_autoptr (CliResult) result
    = cli_fixture_run (fixture, "edit", "--user", name, "--yes", "--format", "json",
                       option, value, NULL);

  g_assert_cmpint (result->exit_code, ==, 0);
  g_assert_cmpint (get_count (result, "changed") + get_count (result, "alreadySo"), ==,
                   1);
}

static JsonObject *
look_at (CliFixture *fixture, const char *name, GHashTable **users)
{
  g_clear_pointer (users, g_hash_table_unref);
  *users = cli_fixture_list_users (fixture);
  return g_hash_table_lookup (*users, name);
}

static void
test_every_change_reaches_the_server (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (30, NULL);
  g_autoptr (GHashTable) users = cli_fixture_list_users (fixture);
  g_autofree char *name = g_strdup (pick_somebody (users));
  JsonObject      *user;
  JsonObject      *profile;

  run_edit (fixture, name, "--set", "company=Pinnacle \"Prime\" Services");
  run_edit (fixture, name, "--set", "organization=South");
  run_edit (fixture, name, "--set", "accountExecutive=admin");
  run_edit (fixture, name, "--add-organization-management", "North");
  run_edit (fixture, name, "--flag", "zipCode");
  run_edit (fixture, name, "--remove-role", "Basic User");
  run_edit (fixture, name, "--clear", "timeZone");
  run_edit (fixture, name, "--disable", NULL);
  user = look_at (fixture, name, &users);
  profile = json_object_get_object_member (user, PROFILE);
  g_assert_cmpstr (get_display (user, "company"), ==, "Pinnacle \"Prime\" Services");
  g_assert_cmpstr (get_display (user, "organization"), ==, "South");
  g_assert_nonnull (get_display (user, "accountExecutive"));
  g_assert_true (holds (profile, "managedOrganizations", "North"));
  g_assert_cmpstr (json_array_get_string_element (
                     json_object_get_array_member (profile, "flaggedFields"), 0),
                   ==, "zipCode");
  g_assert_false (holds (user, "roles", "Basic User"));
  g_assert_null (get_zone (user));
  g_assert_false (is_active (user));

  run_edit (fixture, name, "--clear", "company");
  run_edit (fixture, name, "--remove-organization-management", "North");
  run_edit (fixture, name, "--unflag", "zipCode");
  run_edit (fixture, name, "--enable", NULL);
  user = look_at (fixture, name, &users);
  profile = json_object_get_object_member (user, PROFILE);
  g_assert_null (get_display (user, "company"));
  g_assert_false (holds (profile, "managedOrganizations", "North"));
  g_assert_false (json_object_has_member (profile, "flaggedFields"));
  g_assert_true (is_active (user));
}

static void
test_own_account_needs_a_consent_of_its_own (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (20, NULL);
  g_autoptr (GHashTable) users = NULL;
  g_autoptr (CliResult) refused
    = cli_fixture_run (fixture, "edit", "--filter", "userName pr", "--disable", "--yes",
                       "--format", "json", NULL);

  GHashTableIter iter;
  gpointer       user;

  g_assert_cmpint (refused->exit_code, ==, 2);
  g_assert_cmpint (get_count (refused, "rejected"), ==, 1);
  assert_counts_add_up (refused);
  g_assert_true (is_active (look_at (fixture, "admin", &users)));
  g_hash_table_remove (users, "admin");
  g_hash_table_iter_init (&iter, users);
  while (g_hash_table_iter_next (&iter, NULL, &user))
    g_assert_false (is_active (user));
}

static void
test_own_account_goes_with_consent (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (20, NULL);
  g_autoptr (CliResult) edit
    = cli_fixture_run (fixture, "edit", "--filter", "userName pr", "--disable", "--yes",
                       "--include-own-account", "--format", "json", NULL);
  g_autoptr (CliResult) users = NULL;

  g_assert_cmpint (get_count (edit, "rejected"), ==, 0);
  g_assert_cmpint (get_count (edit, "unknown"), ==, 0);
  g_assert_cmpint (edit->exit_code, ==, 0);
  assert_counts_add_up (edit);
  users = cli_fixture_run (fixture, "users", NULL);
  g_assert_cmpint (users->exit_code, ==, 1);
}

static void
test_history_and_show_need_no_platform (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (50, NULL);
  g_autoptr (CliResult) one = cli_fixture_run (fixture, "edit", "--filter",
                                               "active eq true", CHANGE, "--yes", NULL);
  g_autoptr (CliResult) two = cli_fixture_run (fixture, "edit", "--user", "admin",
                                               "--clear", "timeZone", "--yes", NULL);
  g_autoptr (CliResult) history = NULL;
  g_autoptr (CliResult) show = NULL;
  g_autoptr (CliResult) csv = NULL;
  g_autoptr (JsonNode) batches = NULL;
  g_autoptr (JsonNode) batch = NULL;
  JsonObject *newest;
  JsonObject *user;
  const char *id;

  g_assert_nonnull (strstr (one->out, " changed. Batch "));
  g_assert_nonnull (strstr (two->out, "1 user: 1 changed."));
  cli_fixture_kill_server (fixture);
  cli_fixture_set_environment (fixture, "MUSTER_URL", "");
  history = cli_fixture_run (fixture, "history", "--format", "json", NULL);
  g_assert_cmpint (history->exit_code, ==, 0);
  batches = cli_result_parse (history);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (batches)), ==, 2);
  newest = json_array_get_object_element (json_node_get_array (batches), 0);
  id = json_object_get_string_member (newest, "batch");
  g_assert_nonnull (strstr (two->out, id));
  g_assert_cmpstr (json_object_get_string_member (newest, "state"), ==, "finished");
  g_assert_cmpstr (json_object_get_string_member (newest, "account"), ==, "admin");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (newest,
                                                                              "counts"),
                                               "changed"),
                   ==, 1);
  g_assert_true (
    g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$",
                          json_object_get_string_member (newest, "startedAt"), 0, 0));

  show = cli_fixture_run (fixture, "show", id, "--format", "json", NULL);
  csv = cli_fixture_run (fixture, "show", id, "--format", "csv", NULL);
  batch = cli_result_parse (show);
  user
    = json_array_get_object_element (json_object_get_array_member (json_node_get_object (
                                                                     batch),
                                                                   "users"),
                                     0);
  g_assert_cmpstr (json_object_get_string_member (user, "userName"), ==, "admin");
  g_assert_cmpstr (json_object_get_string_member (user, "outcome"), ==, "changed");
  g_assert_nonnull (strstr (csv->out, "admin"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/lists", test_lists);
  g_test_add_func ("/cli/edit/parent-has-a-name", test_parent_has_a_name);
  g_test_add_func ("/cli/edit/exactly", test_edit_changes_those_and_nobody_else);
  g_test_add_func ("/cli/edit/twice", test_the_second_time_nothing_is_sent);
  g_test_add_func ("/cli/edit/every-change", test_every_change_reaches_the_server);
  g_test_add_func ("/cli/edit/own-account", test_own_account_needs_a_consent_of_its_own);
  g_test_add_func ("/cli/edit/own-account-too", test_own_account_goes_with_consent);
  g_test_add_func ("/cli/history", test_history_and_show_need_no_platform);
  return g_test_run ();
}
