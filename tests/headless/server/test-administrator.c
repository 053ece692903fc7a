/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-administrator.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "muster-server-error.h"
#include "resource-fixture.h"

static void
assert_count (MusterDatabase *database, const char *sql, int expected)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = muster_database_prepare (database, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (muster_database_step (database, statement, &error), ==,
                   MUSTER_STEP_ROW);
  g_assert_cmpint (sqlite3_column_int (statement, 0), ==, expected);
  sqlite3_reset (statement);
}

static void
test_names_are_checked (void)
{
  static const struct
  {
    const char *name;
    const char *words;
  } cases[] = {
    { "a:b", "colon" },      { "", "blank" },
    { " dana", "space" },    { "da\nna", "control character" },
    { "da\xffna", "UTF-8" }, { "admin", "already" },
  };
  ResourceFixture *fixture = resource_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (
        muster_administrator_add (fixture->database, cases[i].name, "secret", &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
  assert_count (fixture->database, "SELECT count(*) FROM user WHERE user_name = 'a:b'",
                0);
  resource_fixture_free (fixture);
}

/* Whatever was done to the roles, this is the way back in. */
static void
test_comes_in_where_no_role_is_left (void)
{
  ResourceFixture *fixture = resource_fixture_new ();
  g_autoptr (GError) error = NULL;

  muster_database_execute (fixture->database,
                           "UPDATE role SET name = 'Site Administrator', name_key = "
                           "'site administrator', permissions = 0 WHERE id = 'site'",
                           &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (muster_administrator_add (fixture->database,
                                               i == 0 ? "dana" : "erik", "secret",
                                               &error));
      g_assert_no_error (error);
    }
  assert_count (fixture->database,
                "SELECT count(*) FROM user_role JOIN role ON role.row = role "
                "WHERE role.name = 'Site Administrator 2' AND permissions = 511",
                2);
  resource_fixture_free (fixture);
}

static void
test_what_is_no_database_is_named (void)
{
  static const char text[] = "\x89PNG\r\n\x1a\n and so on, for more than its header";
  g_autofree char  *path = NULL;
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp (NULL, &path, &error);

  g_assert_no_error (error);
  close (file);
  g_assert_true (g_file_set_contents (path, text, sizeof text, NULL));
  g_assert_null (muster_database_open (path, TRUE, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, "--database"));
  g_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/administrator/names-are-checked", test_names_are_checked);
  g_test_add_func ("/administrator/comes-in-where-no-role-is-left",
                   test_comes_in_where_no_role_is_left);
  g_test_add_func ("/administrator/what-is-no-database-is-named",
                   test_what_is_no_database_is_named);
  return g_test_run ();
}
