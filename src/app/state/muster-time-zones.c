/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-time-zones.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-display-text.h"

#define SYSTEM_DIRECTORY "/usr/share/zoneinfo"
#define HALF_A_YEAR (G_TIME_SPAN_DAY / G_TIME_SPAN_SECOND * 182)
#define MINUS "\xE2\x88\x92"

struct _MusterTimeZone
{
  GObject parent_instance;

  char *id;     /* (owned) */
  char *place;  /* (owned) (nullable) */
  char *offset; /* (owned) */
  char *key;    /* (owned): what is searched, folded */
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_PLACE,
  PROP_OFFSET,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterTimeZone, muster_time_zone, G_TYPE_OBJECT)

/* What is gathered while the list of zones is read. */
typedef struct
{
  const char *directory;
  gint64      now;
  GHashTable *countries; /* (owned): code → name */
  GHashTable *known;     /* (owned): identifiers (owned) that were met */
  GPtrArray  *zones;     /* (owned) */
} Reading;

static void
muster_time_zone_finalize (GObject *object)
{
  MusterTimeZone *self = MUSTER_TIME_ZONE (object);

  g_free (self->id);
  g_free (self->place);
  g_free (self->offset);
  g_free (self->key);
  G_OBJECT_CLASS (muster_time_zone_parent_class)->finalize (object);
}

static void
muster_time_zone_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  MusterTimeZone *self = MUSTER_TIME_ZONE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_OFFSET:
      g_value_set_string (value, self->offset);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_time_zone_class_init (MusterTimeZoneClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = muster_time_zone_finalize;
  object_class->get_property = muster_time_zone_get_property;
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  props[PROP_OFFSET] = g_param_spec_string ("offset", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
muster_time_zone_init (MusterTimeZone *self)
{
}

const char *
muster_time_zone_get_id (MusterTimeZone *self)
{
  return self->id;
}

const char *
muster_time_zone_get_place (MusterTimeZone *self)
{
  return self->place;
}

const char *
muster_time_zone_get_offset (MusterTimeZone *self)
{
  return self->offset;
}

gboolean
muster_time_zone_matches (MusterTimeZone *self, const MusterSearchText *search)
{
  return muster_search_text_matches (search, self->key);
}

/* (transfer full) */
static char *
print_offset (gint32 seconds)
{
  gint32 minutes = ABS (seconds) / 60;

  return g_strdup_printf ("UTC%s%02d:%02d", seconds < 0 ? MINUS : "+", minutes / 60,
                          minutes % 60);
}

static gint32
find_offset (GTimeZone *clock, gint64 moment)
{
  int interval = g_time_zone_find_interval (clock, G_TIME_TYPE_UNIVERSAL, moment);

  return g_time_zone_get_offset (clock, interval);
}

static const char *
find_abbreviation (GTimeZone *clock, gint64 moment)
{
  int interval = g_time_zone_find_interval (clock, G_TIME_TYPE_UNIVERSAL, moment);

  return g_time_zone_get_abbreviation (clock, interval);
}

/* People type "sao paulo", "CEST" in winter and "UTC-5" with the sign on their keys. */
static char *
make_key (MusterTimeZone *zone, GTimeZone *clock, gint64 now)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (zone->id), "_/", ' ');
  g_autofree char *text = NULL;
  g_autoptr (GString) offset = g_string_new (zone->offset);

  g_string_replace (offset, MINUS, "-", 0);
  text = g_strjoin (" ", zone->id, spaced, zone->offset, offset->str,
                    find_abbreviation (clock, now),
                    find_abbreviation (clock, now + HALF_A_YEAR), zone->place, NULL);
  return muster_search_text_fold (text);
}

static GTimeZone *
read_clock (Reading *reading, const char *id)
{
  g_autofree char *path = g_build_filename (reading->directory, id, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_time_zone_new_identifier (path)
                                                    : NULL;
}

static gboolean
is_plain_id (const char *id)
{
  return *id != '\0' && *id != '/' && strstr (id, "..") == NULL && g_str_is_ascii (id);
}

/* Takes @place. */
static void
add_zone (Reading *reading, const char *id, char *place)
{
  g_autofree char *owned_place = place;
  g_autoptr (GTimeZone) clock = NULL;
  MusterTimeZone *zone = NULL;

  if (!is_plain_id (id) || !g_hash_table_add (reading->known, g_strdup (id)))
    return;
  clock = read_clock (reading, id);
  if (clock == NULL)
    return;
  zone = g_object_new (MUSTER_TYPE_TIME_ZONE, NULL);
  zone->id = g_strdup (id);
  zone->place = g_steal_pointer (&owned_place);
  zone->offset = print_offset (find_offset (clock, reading->now));
  zone->key = make_key (zone, clock, reading->now);
  g_ptr_array_add (reading->zones, zone);
}

typedef void (*ReadLine) (Reading *reading, char **columns);

/* Calls @read_line for each line with at least @n_columns columns. FALSE: no such file.
 */
static gboolean
read_table (Reading *reading, const char *name, guint n_columns, ReadLine read_line)
{
  g_autofree char *path = g_build_filename (reading->directory, name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    return FALSE;
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] != '#' && g_strv_length (columns) >= n_columns)
        read_line (reading, columns);
    }
  return TRUE;
}

static void
read_country (Reading *reading, char **columns)
{
  g_hash_table_insert (reading->countries, g_strdup (columns[0]),
                       muster_display_text_clean (columns[1]));
}

/* (transfer full) (nullable): the countries of @codes ("DE,DK,NO") by name. */
static char *
name_countries (Reading *reading, const char *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes, ",", -1);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *name = g_hash_table_lookup (reading->countries, parts[i]);

      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);
  return *list != NULL ? g_strjoinv (", ", list) : NULL;
}

static void
read_zone (Reading *reading, char **columns)
{
  g_autofree char *country = name_countries (reading, columns[0]);
  g_autofree char *part
    = columns[3] != NULL ? muster_display_text_clean (columns[3]) : NULL;

  if (country != NULL && part != NULL && *part != '\0')
    /* Translators: where a time zone is: "United States", "Mountain (most areas)". */
    add_zone (reading, columns[2], g_strdup_printf (_ ("%s, %s"), country, part));
  else
    add_zone (reading, columns[2], g_steal_pointer (&country));
}

/* What stands beside the zones: the same ones with other rules, and those that a system
 * chose for itself. */
static gboolean
is_folder_of_zones (const char *name)
{
  return g_ascii_isupper (*name) && !g_str_equal (name, "SystemV");
}

static void
scan_folder (Reading *reading, const char *folder, guint depth)
{
  g_autofree char *path = g_build_filename (reading->directory, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_build_filename (folder, name, NULL);
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!is_folder_of_zones (name))
        continue;
      if (!g_file_test (child, G_FILE_TEST_IS_DIR))
        add_zone (reading, id, NULL);
      else if (depth > 0)
        scan_folder (reading, id, depth - 1);
    }
}

static gint
compare_zones (gconstpointer a, gconstpointer b)
{
  MusterTimeZone *const *zone_a = a;
  MusterTimeZone *const *zone_b = b;

  return strcmp ((*zone_a)->id, (*zone_b)->id);
}

static const char *
find_directory (void)
{
  const char *directory = g_getenv ("TZDIR");

  return directory != NULL ? directory : SYSTEM_DIRECTORY;
}

GPtrArray *
muster_time_zones_read (const char *directory, gint64 now)
{
  Reading reading = { directory != NULL ? directory : find_directory (), now,
                      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                      g_ptr_array_new_with_free_func (g_object_unref) };

  read_table (&reading, "iso3166.tab", 2, read_country);
  read_table (&reading, "zone.tab", 3, read_zone);
  read_table (&reading, "zone1970.tab", 3, read_zone);
  if (reading.zones->len == 0)
    scan_folder (&reading, "", 2);
  add_zone (&reading, "UTC", g_strdup (_ ("Coordinated Universal Time")));
  g_ptr_array_sort (reading.zones, compare_zones);
  g_hash_table_unref (reading.countries);
  g_hash_table_unref (reading.known);
  return reading.zones;
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  gint64 now = g_get_real_time () / G_TIME_SPAN_SECOND;

  g_task_return_pointer (task, muster_time_zones_read (NULL, now),
                         (GDestroyNotify) g_ptr_array_unref);
}

void
muster_time_zones_read_async (GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_time_zones_read_async);
  g_task_run_in_thread (task, read_in_thread);
}

GPtrArray *
muster_time_zones_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
