/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "cli-fixture.h"

#define N_USERS 3000
#define LIMIT_SECONDS 60
#define EDIT                                                                             \
  "edit", "--filter", "userName pr", "--set", "timeZone=Antarctica/Troll", "--yes",      \
    "--format", "json"

/* Waits until the journal has a batch, and says which. (transfer full) */
static char *
wait_for_batch (CliFixture *fixture)
{
  gint64 until = g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < until)
    {
      g_autoptr (CliResult) history
        = cli_fixture_run (fixture, "history", "--format", "json", NULL);
      g_autoptr (JsonNode) node
        = history->exit_code == 0 ? cli_result_parse (history) : NULL;

      if (node != NULL && json_array_get_length (json_node_get_array (node)) > 0)
        return g_strdup (json_object_get_string_member (
          json_array_get_object_element (json_node_get_array (node), 0), "batch"));
    }
  g_assert_not_reached ();
}

/* Each outcome in the journal against what the server says. Unknown may be either. */
static void
assert_journal_is_true (CliFixture *fixture, const char *batch)
{
  g_autoptr (CliResult) show
    = cli_fixture_run (fixture, "show", batch, "--format", "json", NULL);
  g_autoptr (JsonNode) node = cli_result_parse (show);
  JsonArray *rows = json_object_get_array_member (json_node_get_object (node), "users");
  g_autoptr (GHashTable) users = cli_fixture_list_users (fixture);

  g_assert_cmpuint (json_array_get_length (rows), ==, N_USERS);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *outcome = json_object_get_string_member (row, "outcome");
      JsonObject *user
        = g_hash_table_lookup (users, json_object_get_string_member (row, "userName"));
      const char *zone
        = json_object_get_string_member_with_default (user, "timezone", "");

      if (strcmp (outcome, "changed") == 0)
        g_assert_cmpstr (zone, ==, "Antarctica/Troll");
      else if (strcmp (outcome, "unknown") != 0)
        g_assert_cmpstr (zone, !=, "Antarctica/Troll");
    }
}

static gint64
count (CliResult *result, const char *name)
{
  g_autoptr (JsonNode) node = cli_result_parse (result);

  return json_object_get_int_member (json_node_get_object (node), name);
}

static void
test_interrupt_ends_in_good_order (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (N_USERS, "latency=400ms");
  GSubprocess     *process = cli_fixture_start (fixture, EDIT, NULL);
  g_autofree char *batch = wait_for_batch (fixture);
  g_autoptr (CliResult) result = NULL;

  g_subprocess_send_signal (process, SIGINT);
  result = cli_fixture_wait (fixture, process);
  g_assert_cmpint (result->exit_code, ==, 3);
  g_assert_nonnull (strstr (result->err, "Stopping"));
  g_assert_cmpint (count (result, "notSent"), >, 0);
  g_assert_cmpint (count (result, "unknown"), ==, 0);
  g_assert_cmpint (count (result, "notSent") + count (result, "changed"), ==, N_USERS);
  assert_journal_is_true (fixture, batch);
}

static void
test_second_interrupt_ends_at_once (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (N_USERS, "latency=2000ms");
  GSubprocess     *process = cli_fixture_start (fixture, EDIT, NULL);
  g_autofree char *batch = wait_for_batch (fixture);
  g_autoptr (CliResult) result = NULL;
  gint64 until = g_get_monotonic_time () + LIMIT_SECONDS * G_USEC_PER_SEC;

  while (g_subprocess_get_identifier (process) != NULL && g_get_monotonic_time () < until)
    {
      g_subprocess_send_signal (process, SIGINT);
      g_main_context_iteration (NULL, FALSE);
    }
  result = cli_fixture_wait (fixture, process);
  g_assert_cmpint (result->exit_code, ==, -1);
  assert_journal_is_true (fixture, batch);
}

/* Users were changed, but who asked for a report has none. */
static void
test_report_that_cannot_be_written (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (N_USERS, "latency=400ms");
  g_autofree char *folder = cli_fixture_build_path (fixture, "reports");
  g_autofree char *report = g_build_filename (folder, "r.csv", NULL);
  GSubprocess     *process;
  g_autofree char *batch = NULL;
  g_autoptr (CliResult) result = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  process = cli_fixture_start (fixture, EDIT, "--report", report, NULL);
  batch = wait_for_batch (fixture);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  result = cli_fixture_wait (fixture, process);
  g_assert_cmpint (count (result, "changed"), ==, N_USERS);
  g_assert_cmpint (result->exit_code, ==, 2);
  g_assert_nonnull (strstr (result->err, "What was done was done"));
  g_assert_nonnull (strstr (result->err, batch));
}

static void
test_server_killed_in_the_middle (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (N_USERS, "latency=400ms");
  GSubprocess     *process = cli_fixture_start (fixture, EDIT, NULL);
  g_autofree char *batch = wait_for_batch (fixture);
  g_autoptr (CliResult) result = NULL;

  cli_fixture_kill_server (fixture);
  result = cli_fixture_wait (fixture, process);
  g_assert_cmpint (result->exit_code, ==, 3);
  g_assert_nonnull (strstr (result->err, "127.0.0.1"));
  g_assert_cmpint (count (result, "notSent") + count (result, "unknown"), >, 0);
  g_assert_cmpint (count (result, "selected"), ==, N_USERS);
  cli_fixture_restart_server (fixture);
  assert_journal_is_true (fixture, batch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/broken-off/interrupt", test_interrupt_ends_in_good_order);
  g_test_add_func ("/cli/broken-off/second-interrupt",
                   test_second_interrupt_ends_at_once);
  g_test_add_func ("/cli/broken-off/server-killed", test_server_killed_in_the_middle);
  g_test_add_func ("/cli/broken-off/report-that-cannot-be-written",
                   test_report_that_cannot_be_written);
  return g_test_run ();
}
