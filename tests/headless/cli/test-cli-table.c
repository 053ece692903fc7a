/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <string.h>

#include "muster-cli-table.h"
#include "muster-cli-text.h"
#include "muster-cli-progress.h"

static const struct
{
  const char *text;
  const char *escaped;
  guint       width;
} texts[] = {
  { "plain", "plain", 5 },
  { "山田太郎", "山田太郎", 8 },
  { "e\xcc\x81", "e\xcc\x81", 1 }, /* a combining accent takes no column */
  { "a\nb\tc", "a\\u000ab\\u0009c", 15 },
  { "\033[31mred", "\\u001b[31mred", 13 },
  { "\xc2\x9bx", "\\u009bx", 7 }, /* the one-character CSI */
  { "a\xe2\x80\xae"
    "b",
    "a\\u202eb", 8 }, /* turns what follows around */
  { "a\xe2\x81\xa6"
    "b",
    "a\\u2066b", 8 },
  { "a\xe2\x80\xa8"
    "b",
    "a\\u2028b", 8 },
  { "bad\xff", "bad\xef\xbf\xbd", 4 },
};

static void
test_text_is_made_safe_and_measured (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *escaped = muster_cli_text_escape (texts[i].text);

      g_assert_cmpstr (escaped, ==, texts[i].escaped);
      g_assert_cmpuint (muster_cli_text_measure (escaped), ==, texts[i].width);
    }
}

static void
test_text_is_cut_by_columns (void)
{
  g_autofree char *same = muster_cli_text_cut ("abcde", 5);
  g_autofree char *less = muster_cli_text_cut ("abcdef", 5);
  g_autofree char *wide = muster_cli_text_cut ("山田太郎", 6);

  g_assert_cmpstr (same, ==, "abcde");
  g_assert_cmpstr (less, ==, "abcd…");
  g_assert_cmpstr (wide, ==, "山田…");
}

static MusterCliTable *
create_table (void)
{
  const char *const headings[] = { "NAME", "CITY", "NOTE", NULL };
  const char *const rows[][4] = {
    { "山田", "東京", "a,b", NULL },
    { "Zoë", NULL, "say \"hi\"\nthere", NULL },
    { "x", "Oslo", NULL, NULL },
  };
  MusterCliTable *table = muster_cli_table_new (headings);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    muster_cli_table_add_row (table, rows[i]);
  return table;
}

static void
test_columns_are_aligned_and_nothing_trails (void)
{
  g_autoptr (MusterCliTable) table = create_table ();
  g_autofree char *text = muster_cli_table_print (table, 0);

  g_assert_cmpuint (muster_cli_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (text, ==,
                   "NAME  CITY  NOTE\n"
                   "山田  東京  a,b\n"
                   "Zoë         say \"hi\"\\u000athere\n"
                   "x     Oslo\n");
}

static void
test_wide_tables_are_cut_to_the_terminal (void)
{
  g_autoptr (MusterCliTable) table = create_table ();
  g_autofree char *text = muster_cli_table_print (table, 22);

  g_assert_cmpstr (text, ==,
                   "NAME  CITY  NOTE\n"
                   "山田  東京  a,b\n"
                   "Zoë         say \"hi\"\\…\n"
                   "x     Oslo\n");
}

static void
test_csv_holds_exactly_what_the_cells_hold (void)
{
  g_autoptr (MusterCliTable) table = create_table ();
  g_autofree char *text = muster_cli_table_print_csv (table);

  g_assert_cmpstr (text, ==,
                   "NAME,CITY,NOTE\n"
                   "山田,東京,\"a,b\"\n"
                   "Zoë,,\"say \"\"hi\"\"\nthere\"\n"
                   "x,Oslo,\n");
}

static void
test_progress_tells_rate_and_time_left (void)
{
  g_autofree char *begun = muster_cli_progress_describe ("Changing users", 0, 100, 0.5);
  g_autofree char *half = muster_cli_progress_describe ("Changing users", 50, 100, 10.0);
  g_autofree char *slow = muster_cli_progress_describe ("Changing users", 1, 100, 1.0);
  g_autofree char *open = muster_cli_progress_describe ("Reading users", 40, 0, 2.0);

  g_assert_cmpstr (begun, ==, "Changing users [........................] 0 of 100");
  g_assert_cmpstr (half, ==,
                   "Changing users [############............] 50 of 100, 5/s, 10 s left");
  g_assert_nonnull (strstr (slow, ", 1 min 39 s left"));
  g_assert_cmpstr (open, ==, "Reading users 40, 20/s");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/text/escape", test_text_is_made_safe_and_measured);
  g_test_add_func ("/cli/text/cut", test_text_is_cut_by_columns);
  g_test_add_func ("/cli/table/columns", test_columns_are_aligned_and_nothing_trails);
  g_test_add_func ("/cli/table/cut", test_wide_tables_are_cut_to_the_terminal);
  g_test_add_func ("/cli/table/csv", test_csv_holds_exactly_what_the_cells_hold);
  g_test_add_func ("/cli/progress", test_progress_tells_rate_and_time_left);
  return g_test_run ();
}
