/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-display-text.h"

#include <string.h>

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } cases[] = {
    { NULL, "" },
    { "Grace O’Neill", "Grace O’Neill" },
    { "<b>bold</b> & co", "<b>bold</b> & co" },
    { "one\ntwo\tthree\r", "one two three " },
    { "bell\x07", "bell\xEF\xBF\xBD" },
    { "\x1b[31mred", "\xEF\xBF\xBD[31mred" },
    { "a\xE2\x80\xAE"
      "b",
      "ab" },
    { "x\xE2\x81\xA6y\xE2\x80\x8F", "xy" },
    { "bad\xff", "bad\xEF\xBF\xBD" },
    { "line\xE2\x80\xA8 separator", "line  separator" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = muster_display_text_clean (cases[i].text);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_long (void)
{
  g_autofree char *letters = g_strnfill (10000, 'x');
  g_autofree char *shown = muster_display_text_clean (letters);

  g_assert_cmpint (g_utf8_strlen (shown, -1), ==, 301);
  g_assert_true (g_str_has_suffix (shown, "x…"));
}

static void
test_isolate (void)
{
  g_autofree char *shown = muster_display_text_isolate ("\xE2\x80\xAE"
                                                        "abc");

  g_assert_cmpstr (shown, ==,
                   "\xE2\x81\xA8"
                   "abc\xE2\x81\xA9");
}

static void
test_initials (void)
{
  static const struct
  {
    const char *name;
    const char *initials;
  } cases[] = {
    { "Amara Okafor", "AO" },
    { "Łukasz van der Wójcik", "ŁW" },
    { "grace", "G" },
    { "", "" },
    { "  ", "" },
    { "محمد علي", "م" },
    { "(dr) ada l.", "DL" },
    { "山田 太郎", "山太" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = muster_display_text_make_initials (cases[i].name);

      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display-text/clean", test_clean);
  g_test_add_func ("/display-text/long", test_long);
  g_test_add_func ("/display-text/isolate", test_isolate);
  g_test_add_func ("/display-text/initials", test_initials);
  return g_test_run ();
}
