/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-time-zones.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW 1750000000

typedef struct
{
  char *directory; /* (owned) */
} Fixture;

static void
write_file (Fixture *fixture, const char *name, const char *contents, gssize size)
{
  g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (path, contents, size, NULL));
}

/* A zone of one offset, as RFC 8536 writes it in its first version. */
static void
write_zone (Fixture *fixture, const char *id, gint32 offset, const char *abbreviation)
{
  struct
  {
    char    magic[4];
    char    version[16];
    guint32 counts[6];
    guint32 offset;
    guint8  is_daylight;
    guint8  abbreviation_index;
    char    abbreviation[4];
  } __attribute__ ((packed)) zone = { .magic = { 'T', 'Z', 'i', 'f' } };

  zone.counts[4] = GUINT32_TO_BE (1);
  zone.counts[5] = GUINT32_TO_BE (4);
  zone.offset = GUINT32_TO_BE ((guint32) offset);
  memcpy (zone.abbreviation, abbreviation, 3);
  write_file (fixture, id, (const char *) &zone, sizeof zone);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = g_dir_make_tmp ("muster-zones-XXXXXX", NULL);
  write_zone (fixture, "Europe/Oslo", 7200, "CET");
  write_zone (fixture, "America/St_Johns", -9000, "NDT");
  write_zone (fixture, "America/Argentina/Salta", -10800, "ART");
  write_zone (fixture, "America/Sao_Paulo", -10800, "BRT");
  write_zone (fixture, "right/Europe/Oslo", 7227, "CET");
  write_zone (fixture, "UTC", 0, "UTC");
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->directory);
  g_free (fixture->directory);
}

static void
write_lists (Fixture *fixture)
{
  static const char countries[]
    = "# a comment\nNO\tNorway\nCA\tCanada\nBR\tBrazil\nSJ\tSvalbard & Jan Mayen\n";
  static const char zones[] = "# a comment\n"
                              "NO\t+5955+01045\tEurope/Oslo\n"
                              "CA\t+4734-05243\tAmerica/St_Johns\tNewfoundland\n"
                              "BR\t-2332-04637\tAmerica/Sao_Paulo\t\n"
                              "XX\t+0000+00000\tAtlantic/Gone\tnot here\n"
                              "XX\t+0000+00000\t../etc/passwd\n"
                              "half a line\n";
  static const char more[] = "NO,SJ\t+5955+01045\tEurope/Oslo\tfrom 1970\n"
                             "AR\t-2447-06525\tAmerica/Argentina/Salta\tSalta (SA)\n";

  write_file (fixture, "iso3166.tab", countries, -1);
  write_file (fixture, "zone.tab", zones, -1);
  write_file (fixture, "zone1970.tab", more, -1);
}

static void
assert_zone (
  GPtrArray *zones, guint position, const char *id, const char *place, const char *offset)
{
  MusterTimeZone *zone = g_ptr_array_index (zones, position);

  g_assert_cmpstr (muster_time_zone_get_id (zone), ==, id);
  g_assert_cmpstr (muster_time_zone_get_place (zone), ==, place);
  g_assert_cmpstr (muster_time_zone_get_offset (zone), ==, offset);
}

static void
test_listed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) zones = NULL;

  write_lists (fixture);
  zones = muster_time_zones_read (fixture->directory, NOW);
  g_assert_cmpuint (zones->len, ==, 5);
  assert_zone (zones, 0, "America/Argentina/Salta", NULL, "UTC−03:00");
  assert_zone (zones, 1, "America/Sao_Paulo", "Brazil", "UTC−03:00");
  assert_zone (zones, 2, "America/St_Johns", "Canada, Newfoundland", "UTC−02:30");
  assert_zone (zones, 3, "Europe/Oslo", "Norway", "UTC+02:00");
  assert_zone (zones, 4, "UTC", "Coordinated Universal Time", "UTC+00:00");
}

static void
test_not_listed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) zones = muster_time_zones_read (fixture->directory, NOW);

  g_assert_cmpuint (zones->len, ==, 5);
  assert_zone (zones, 0, "America/Argentina/Salta", NULL, "UTC−03:00");
  assert_zone (zones, 3, "Europe/Oslo", NULL, "UTC+02:00");
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->directory, "nowhere", NULL);
  g_autoptr (GPtrArray) zones = muster_time_zones_read (nowhere, NOW);

  g_assert_cmpuint (zones->len, ==, 0);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) zones = NULL;

  write_lists (fixture);
  write_file (fixture, "zone.tab", "\377\t\t\nNO\t\tEurope/Oslo\t\377\n\t\t\n", -1);
  write_file (fixture, "iso3166.tab", "NO\tNor\033way\n", -1);
  zones = muster_time_zones_read (fixture->directory, NOW);
  assert_zone (zones, 1, "Europe/Oslo", "Nor\357\277\275way, \357\277\275", "UTC+02:00");
}

static const struct
{
  const char *typed;
  const char *id; /* of the only zone that matches */
} searches[] = {
  { "oslo", "Europe/Oslo" },
  { "norw", "Europe/Oslo" },
  { "CET", "Europe/Oslo" },
  { "utc+2", NULL },
  { "utc+02", "Europe/Oslo" },
  { "sao paulo", "America/Sao_Paulo" },
  { "são", "America/Sao_Paulo" },
  { "Sao_P", "America/Sao_Paulo" },
  { "newfoundland", "America/St_Johns" },
  { "UTC-02:30", "America/St_Johns" },
  { "UTC−02:30", "America/St_Johns" },
  { "universal", "UTC" },
  { "atlantis", NULL },
};

static const char *
find_only (GPtrArray *zones, const char *typed)
{
  g_autoptr (MusterSearchText) search = muster_search_text_new (typed);
  const char *id = NULL;

  for (guint i = 0; i < zones->len; i++)
    if (muster_time_zone_matches (g_ptr_array_index (zones, i), search))
      {
        g_assert_null (id);
        id = muster_time_zone_get_id (g_ptr_array_index (zones, i));
      }
  return id;
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) zones = NULL;

  write_lists (fixture);
  zones = muster_time_zones_read (fixture->directory, NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    g_assert_cmpstr (find_only (zones, searches[i].typed), ==, searches[i].id);
}

static void
keep_result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GPtrArray **zones = user_data;

  *zones = muster_time_zones_read_finish (result, NULL);
}

static void
test_machine (void)
{
  g_autoptr (GPtrArray) zones = NULL;

  muster_time_zones_read_async (NULL, keep_result_cb, &zones);
  while (zones == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (zones->len, >, 300);
  g_assert_cmpstr (find_only (zones, "europe oslo"), ==, "Europe/Oslo");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                  \
  g_test_add ("/time-zones/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("listed", test_listed);
  ADD ("not-listed", test_not_listed);
  ADD ("nothing", test_nothing);
  ADD ("damaged", test_damaged);
  ADD ("search", test_search);
#undef ADD
  g_test_add_func ("/time-zones/machine", test_machine);
  return g_test_run ();
}
