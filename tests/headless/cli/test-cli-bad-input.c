/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-fixture.h"
#include "stub-server.h"

#define JSON_HEAD                                                                        \
  "HTTP/1.1 200 OK\r\nContent-Type: application/scim+json\r\nConnection: close\r\n"

/* Exit 1, nothing on standard output, one line on standard error. */
static void
assert_refused (CliResult *result, const char *sentence)
{
  g_assert_cmpint (result->exit_code, ==, 1);
  g_assert_cmpstr (result->out, ==, "");
  g_assert_true (g_str_has_prefix (result->err, "muster-cli: "));
  g_assert_true (strchr (result->err, '\n') == result->err + strlen (result->err) - 1);
  g_assert_nonnull (strstr (result->err, sentence));
}

static const struct
{
  const char *name;
  const char *head;
  char        filler;
  gsize       n_filler;
  const char *sentence;
} servers[] = {
  { "a web site",
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
    "<html>Welcome</html>",
    ' ', 0, "SCIM" },
  { "nothing there",
    "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n"
    "Connection: close\r\n\r\n",
    ' ', 0, "SCIM" },
  { "another protocol", "SSH-2.0-OpenSSH_9.2\r\n", ' ', 0, "127.0.0.1" },
  { "half an answer", JSON_HEAD "Content-Length: 1000\r\n\r\n{\"schemas\":[", ' ', 0,
    "" },
  { "200 MB", JSON_HEAD "Content-Length: 209715204\r\n\r\n[\"", 'x', 209715200, "" },
  { "200 MB without a length", JSON_HEAD "\r\n[\"", 'x', 209715200, "" },
  { "a nesting of 200,000", JSON_HEAD "\r\n", '[', 200000, "" },
  { "no JSON", JSON_HEAD "\r\n{\"schemas\": nonsense}", ' ', 0, "" },
  { "an empty object", JSON_HEAD "\r\n{}", ' ', 0, "" },
};

static void
test_servers_that_are_no_platform (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_autoptr (StubServer) server
        = stub_server_new (servers[i].head, servers[i].filler, servers[i].n_filler);
      g_autofree char *url = stub_server_build_url (server);
      g_autoptr (CliFixture) fixture = cli_fixture_new_for_url (url);
      g_autoptr (CliResult) result
        = cli_fixture_run (fixture, "edit", "--filter", "active eq true", "--set",
                           "timeZone=Europe/Oslo", "--yes", NULL);

      g_test_message ("%s", servers[i].name);
      assert_refused (result, servers[i].sentence);
    }
}

static void
test_no_server (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (3, NULL);
  g_autoptr (CliResult) result = NULL;

  cli_fixture_kill_server (fixture);
  result = cli_fixture_run (fixture, "users", NULL);
  assert_refused (result, "127.0.0.1");
}

static const struct
{
  const char *arguments[12];
  const char *sentence;
} edits[] = {
  { { "users", "--account", "nobody" }, "user name or the password" },
  { { "users", "--url", "ftp://127.0.0.1/" }, "http" },
  { { "users", "--url", "http://platform.example/scim/v2" }, "https" },
  { { "users", "--url", "nonsense" }, "nonsense" },
  { { "users", "--filter", "active equals true" }, "filter" },
  { { "users", "--filter", "(((" }, "filter" },
  { { "edit", "--filter", "((active eq", "--disable", "--yes" }, "filter" },
  { { "edit", "--user", "admin", "--set", "timeZone=Europe/Nowhere", "--yes" },
    "“Europe/Nowhere” is no time zone" },
  { { "edit", "--user", "admin", "--set", "timeZone=../../etc/passwd", "--yes" },
    "is no time zone" },
  { { "edit", "--user", "admin", "--add-role", "Astronaut", "--yes" }, "Astronaut" },
  { { "edit", "--user", "admin", "--add-role", "o'Brien \"x\" \\", "--yes" }, "o'Brien" },
  { { "edit", "--user", "admin", "--set", "company=No Such & Co", "--yes" },
    "No Such & Co" },
  { { "edit", "--user", "admin", "--set", "organization=Depot", "--yes" }, "Depot" },
  { { "edit", "--user", "admin", "--set", "accountExecutive=nobody", "--yes" },
    "nobody" },
  { { "edit", "--user", "admin", "--flag", "shoeSize", "--yes" }, "shoeSize" },
  { { "edit", "--user", "o'\"Brien\\", "--disable", "--yes" }, "o'\"Brien\\" },
  { { "edit", "--user", "nobody", "--disable", "--yes" }, "nobody" },
  { { "edit", "--user", "admin", "--disable" }, "--yes" },
  { { "edit", "--user", "admin", "--enable", "--yes", "--report", "/nowhere/r.csv" },
    "/nowhere/r.csv" },
  { { "edit", "--user", "admin", "--enable", "--yes", "--report", "report.xlsx" },
    ".csv" },
  { { "edit", "--users-from", "/nowhere", "--disable", "--yes" }, "/nowhere" },
  { { "edit", "--users-from", "/", "--disable", "--yes" }, "/" },
  { { "show", "no-such-batch" }, "no-such-batch" },
};

/* Whether both tables hold the same users at the same versions. */
static void
assert_same_users (GHashTable *before, GHashTable *after)
{
  GHashTableIter iter;
  gpointer       name;
  gpointer       user;

  g_assert_cmpuint (g_hash_table_size (before), ==, g_hash_table_size (after));
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &name, &user))
    {
      JsonObject *other = g_hash_table_lookup (after, name);

      g_assert_nonnull (other);
      g_assert_cmpstr (
        json_object_get_string_member (json_object_get_object_member (user, "meta"),
                                       "version"),
        ==,
        json_object_get_string_member (json_object_get_object_member (other, "meta"),
                                       "version"));
    }
}

static void
test_wrong_edits_send_nothing (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (30, NULL);
  g_autoptr (GHashTable) before = cli_fixture_list_users (fixture);
  g_autoptr (GHashTable) after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (CliResult) result = cli_fixture_run_strv (fixture, edits[i].arguments);

      g_test_message ("case %u", i);
      assert_refused (result, edits[i].sentence);
    }
  after = cli_fixture_list_users (fixture);
  assert_same_users (before, after);
}

static const struct
{
  const char *bytes;
  gsize       length;
  const char *sentence;
} lists[] = {
  { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "is no list of users" },
  { "", 0, "is no list of users" },
  { "\xff\xfe"
    "a\0d\0m\0i\0n\0",
    12, "UTF-16" },
  { "userName\nnobody\nadmin\n", 22, "nobody" },
};

static void
test_wrong_lists_send_nothing (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (5, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = cli_fixture_write_file (fixture, "list", lists[i].bytes,
                                                      (gssize) lists[i].length);
      g_autoptr (CliResult) result = cli_fixture_run (fixture, "edit", "--users-from",
                                                      path, "--disable", "--yes", NULL);

      assert_refused (result, lists[i].sentence);
    }
}

static void
test_wrong_passwords (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (3, NULL);
  g_autofree char *wrong = cli_fixture_write_file (fixture, "wrong", "secret-7\n", -1);
  g_autofree char *empty = cli_fixture_write_file (fixture, "empty", "", 0);
  g_autoptr (CliResult) one
    = cli_fixture_run (fixture, "users", "--password-file", wrong, NULL);
  g_autoptr (CliResult) two
    = cli_fixture_run (fixture, "users", "--password-file", empty, NULL);
  g_autoptr (CliResult) three
    = cli_fixture_run (fixture, "users", "--password-file", "/nowhere", NULL);

  assert_refused (one, "password");
  g_assert_null (strstr (one->err, "secret-7"));
  assert_refused (two, "empty first line");
  assert_refused (three, "/nowhere cannot be read");
}

static void
test_journals_that_cannot_be_written (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (5, NULL);
  g_autoptr (GHashTable) before = cli_fixture_list_users (fixture);
  g_autoptr (GHashTable) after = NULL;
  g_autofree char  *file = cli_fixture_write_file (fixture, "file", "text", -1);
  g_autofree char  *folder = cli_fixture_build_path (fixture, "other/muster");
  g_autofree char  *other = cli_fixture_build_path (fixture, "other");
  g_autofree char  *journal = g_build_filename (folder, "journal.sqlite", NULL);
  const char *const homes[] = { file, other };

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (journal, "This is no database.\n", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    {
      g_autoptr (CliResult) edit = NULL;
      g_autoptr (CliResult) history = NULL;

      cli_fixture_set_environment (fixture, "XDG_DATA_HOME", homes[i]);
      edit = cli_fixture_run (fixture, "edit", "--filter", "active eq true", "--disable",
                              "--yes", NULL);
      history = cli_fixture_run (fixture, "history", NULL);
      assert_refused (edit, homes[i]);
      assert_refused (history, homes[i]);
    }
  after = cli_fixture_list_users (fixture);
  assert_same_users (before, after);
}

/* It would be another journal in each working directory. */
static void
test_relative_data_folder (void)
{
  g_autoptr (CliFixture) fixture = cli_fixture_new (5, NULL);
  g_autofree char *home = cli_fixture_build_path (fixture, "home");
  g_autofree char *journal
    = g_build_filename (home, ".local", "share", "muster", "journal.sqlite", NULL);
  g_autoptr (CliResult) edit = NULL;

  g_assert_cmpint (g_mkdir (home, 0700), ==, 0);
  cli_fixture_set_environment (fixture, "HOME", home);
  cli_fixture_set_environment (fixture, "XDG_DATA_HOME", "relative-data");
  edit = cli_fixture_run (fixture, "edit", "--user", "admin", "--add-role", "Instructor",
                          "--yes", NULL);
  g_assert_cmpint (edit->exit_code, ==, 0);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test ("relative-data", G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/bad/no-platform", test_servers_that_are_no_platform);
  g_test_add_func ("/cli/bad/no-server", test_no_server);
  g_test_add_func ("/cli/bad/edits", test_wrong_edits_send_nothing);
  g_test_add_func ("/cli/bad/lists", test_wrong_lists_send_nothing);
  g_test_add_func ("/cli/bad/passwords", test_wrong_passwords);
  g_test_add_func ("/cli/bad/journal", test_journals_that_cannot_be_written);
  g_test_add_func ("/cli/bad/relative-data-folder", test_relative_data_folder);
  return g_test_run ();
}
