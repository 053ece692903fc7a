/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <glib/gstdio.h>
#include <string.h>

#include "muster-cli-error.h"
#include "muster-cli-password.h"

static char *directory; /* (owned) */

static char *
write_file (const char *bytes, gssize length, int mode)
{
  char *path = g_build_filename (directory, "password", NULL);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
  return path;
}

static const struct
{
  const char *bytes;
  const char *password;
} files[] = {
  { "secret\n", "secret" },           { "secret", "secret" },
  { "secret\r\nmore\n", "secret" },   { " with blanks \n", " with blanks " },
  { "pä:ss\"wörd\n", "pä:ss\"wörd" },
};

static void
test_first_line_is_the_password (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = write_file (files[i].bytes, -1, 0600);
      g_autoptr (GError) error = NULL;
      gboolean open_to_others = TRUE;
      char    *password = muster_cli_password_read (path, &open_to_others, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (password, ==, files[i].password);
      g_assert_false (open_to_others);
      muster_cli_password_free (password);
    }
}

static void
test_files_that_others_can_read_are_noticed (void)
{
  g_autofree char *path = write_file ("secret\n", -1, 0644);
  gboolean         open_to_others = FALSE;
  char            *password = muster_cli_password_read (path, &open_to_others, NULL);

  g_assert_cmpstr (password, ==, "secret");
  g_assert_true (open_to_others);
  muster_cli_password_free (password);
}

static void
assert_refused (const char *path, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  gboolean open_to_others;

  g_assert_null (muster_cli_password_read (path, &open_to_others, &error));
  g_assert_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_PASSWORD);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, sentence));
}

static void
test_useless_files_get_a_sentence (void)
{
  g_autofree char *missing = g_build_filename (directory, "missing", NULL);
  g_autofree char *big = g_strnfill (5000, 'x');
  g_autofree char *path = NULL;

  assert_refused (missing, "cannot be read: No such file or directory");
  assert_refused (directory, "is a folder");
  path = write_file ("", 0, 0600);
  assert_refused (path, "empty first line");
  g_free (write_file ("\nsecret\n", -1, 0600));
  assert_refused (path, "empty first line");
  g_free (write_file (big, -1, 0600));
  assert_refused (path, "more than 4096 bytes");
  g_free (write_file ("\x89PNG\r\n\x1a\n\0\0", 10, 0600));
  assert_refused (path, "is not text");
  g_free (write_file ("a\0b\n", 4, 0600));
  assert_refused (path, "is not text");
}

int
main (int argc, char **argv)
{
  int              result;
  g_autofree char *path = NULL;

  g_test_init (&argc, &argv, NULL);
  directory = g_dir_make_tmp ("muster-test-XXXXXX", NULL);
  path = g_build_filename (directory, "password", NULL);
  g_test_add_func ("/cli/password/line", test_first_line_is_the_password);
  g_test_add_func ("/cli/password/mode", test_files_that_others_can_read_are_noticed);
  g_test_add_func ("/cli/password/refused", test_useless_files_get_a_sentence);
  result = g_test_run ();
  g_unlink (path);
  g_rmdir (directory);
  g_free (directory);
  return result;
}
