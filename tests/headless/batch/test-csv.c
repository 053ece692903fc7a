/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <string.h>

#include "muster-csv-reader.h"
#include "muster-csv-writer.h"
#include "muster-user-list.h"

static char *
read_all (const char *text)
{
  MusterCsvReader reader;
  GPtrArray      *row;
  GString        *out = g_string_new (NULL);

  muster_csv_reader_init (&reader, text, strlen (text));
  while ((row = muster_csv_reader_read_row (&reader)) != NULL)
    {
      for (guint i = 0; i < row->len; i++)
        g_string_append_printf (out, "[%s]", (char *) g_ptr_array_index (row, i));
      g_string_append_c (out, '/');
      g_ptr_array_unref (row);
    }
  return g_string_free (out, FALSE);
}

static void
test_reads_rows (void)
{
  static const struct
  {
    const char *text;
    const char *rows;
  } cases[] = {
    { "", "" },
    { "a,b\nc", "[a][b]/[c]/" },
    { "a,b\r\nc,d\r\n", "[a][b]/[c][d]/" },
    { "a;b\nc;d", "[a][b]/[c][d]/" },
    { "a\tb", "[a][b]/" },
    { "\"a,b\",c", "[a,b][c]/" },
    { "\"a \"\"b\"\"\",c", "[a \"b\"][c]/" },
    { "\"a\nb\",c", "[a\nb][c]/" },
    { "a,,\n,", "[a][][]/[][]/" },
    { "\"open", "[open]/" },
    { "\"a\"b,c", "[ab][c]/" },
    { "a\rb", "[a\rb]/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = read_all (cases[i].text);

      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

static void
test_what_is_written_reads_the_same (void)
{
  const char *const cells[] = { "plain", "a,b", "c \"d\"", "e\nf", "g;h", "", "é", NULL };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *rows = NULL;

  muster_csv_append_row (out, cells);
  rows = read_all (out->str);
  g_assert_cmpstr (rows, ==, "[plain][a,b][c \"d\"][e\nf][g;h][][é]/");
}

static void
test_formulas_are_defused (void)
{
  static const char *const formulas[] = { "=1+1", "+1", "-1", "@x", "\tx", "\rx" };

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      const char *const cells[] = { formulas[i], NULL };
      g_autoptr (GString) out = g_string_new (NULL);

      muster_csv_append_row (out, cells);
      g_assert_true (g_str_has_prefix (out->str, "\"'"));
    }
}

static char *
parse_list (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes
    = g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text));
  g_auto (GStrv) entries = muster_user_list_parse (bytes, "users.csv", error);

  return entries != NULL ? g_strjoinv ("|", entries) : NULL;
}

static void
test_lists_of_users (void)
{
  static const struct
  {
    const char *text;
    const char *entries;
  } cases[] = {
    { "anna\nbert\n", "anna|bert" },
    { "anna\r\n\r\n bert \r\n", "anna|bert" },
    { "anna\nanna\n", "anna" },
    { "userName\nanna\n", "anna" },
    { "Name,E-Mail\nAnna,a@example.com\n\"B, C\",b@example.com\n",
      "a@example.com|b@example.com" },
    { "id;name\n1;Anna\n2\n", "1|2" },
    { "\xef\xbb\xbfUSER NAME,x\nanna,1\n", "anna" },
    { "userName,e-mail\nanna,a@example.com\n ,b@example.com\n,\n", "anna|b@example.com" },
    { "a,b\nc,d\n", "a,b|c,d" },
    { "\"quoted\"\n", "\"quoted\"" },
    { "userName\n\"'=anna\"\n'bert\n", "=anna|'bert" },
    { "Łukasz\n", "Łukasz" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *entries = parse_list (cases[i].text, -1, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (entries, ==, cases[i].entries);
    }
}

static void
test_what_is_no_list (void)
{
  static const struct
  {
    const char *bytes;
    gssize      length;
    const char *problem;
  } cases[] = {
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "not a text file" },
    { "\xff\xfe"
      "a\0",
      4, "UTF-16" },
    { "caf\xe9\n", 5, "not UTF-8" },
    { "", 0, "nobody in it" },
    { "userName\n\n", 10, "nobody in it" },
    { "name,userName\nAnna,anna\nBert,\n", 30, "row 3 names nobody" },
    { "name,userName\nAnna,anna\nBert\n", 29, "row 3 names nobody" },
    { "userName,x\nanna,1\n\"bert,2\ncarl,3\n", 33, "opened in line 3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *entries = parse_list (cases[i].bytes, cases[i].length, &error);

      g_assert_null (entries);
      g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_LIST);
      g_assert_nonnull (strstr (error->message, "users.csv"));
      g_assert_nonnull (strstr (error->message, cases[i].problem));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/reads-rows", test_reads_rows);
  g_test_add_func ("/csv/what-is-written-reads-the-same",
                   test_what_is_written_reads_the_same);
  g_test_add_func ("/csv/formulas-are-defused", test_formulas_are_defused);
  g_test_add_func ("/csv/lists-of-users", test_lists_of_users);
  g_test_add_func ("/csv/what-is-no-list", test_what_is_no_list);
  return g_test_run ();
}
