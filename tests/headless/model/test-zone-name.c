/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-zone-name.h"

#include "muster-zone-name-table.h"

static void
test_each_is_found (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (muster_zone_names); i++)
    {
      g_autofree char *upper = g_ascii_strup (muster_zone_names[i], -1);

      g_assert_cmpstr (muster_zone_name_find (muster_zone_names[i]), ==,
                       muster_zone_names[i]);
      g_assert_cmpstr (muster_zone_name_find (upper), ==, muster_zone_names[i]);
    }
}

/* Names that Debian keeps in tzdata-legacy: no file of the system is needed for them. */
static void
test_those_of_old_are_there (void)
{
  static const char *const names[]
    = { "US/Eastern", "GB", "Europe/Kiev", "Asia/Calcutta", "Etc/GMT+5", "UTC" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (muster_zone_name_find (names[i]), ==, names[i]);
}

static void
test_others_are_not (void)
{
  static const char *const names[]
    = { "",       "Europe",    "Europe/", "Mars/Olympus", "zone.tab", "posixrules",
        "+02:00", "right/UTC", "Factory", "Europe/Øs",    "Zulu/Zulu" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (muster_zone_name_find (names[i]));
}

static void
test_what_may_be_newer (void)
{
  static const char *const no[]
    = { "", "UTC", "zone.tab", "posix/UTC", "/etc/localtime", "Europe/../UTC", "+02:00" };

  g_assert_true (muster_zone_name_is_plausible ("America/Coyhaique"));
  g_assert_true (muster_zone_name_is_plausible ("Mars/Olympus_Mons-1"));
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (muster_zone_name_is_plausible (no[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zone-name/each-is-found", test_each_is_found);
  g_test_add_func ("/zone-name/those-of-old-are-there", test_those_of_old_are_there);
  g_test_add_func ("/zone-name/others-are-not", test_others_are_not);
  g_test_add_func ("/zone-name/what-may-be-newer", test_what_may_be_newer);
  return g_test_run ();
}
