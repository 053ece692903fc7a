/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-zone-check.h"

#include "muster-zone-name.h"

#define ZONE_LIST "/usr/share/zoneinfo/tzdata.zi"

static void
add_zone (GHashTable *zones, const char *name)
{
  g_hash_table_insert (zones, g_ascii_strdown (name, -1), g_strdup (name));
}

/* Lines of zones are "Z NAME …", of links "L TARGET NAME". */
static void
add_line (GHashTable *zones, const char *line)
{
  g_auto (GStrv) words = NULL;

  if (line[0] != 'Z' && line[0] != 'L')
    return;

  words = g_strsplit (line, " ", 4);
  if (g_strv_length (words) >= 3 && words[0][1] == '\0')
    add_zone (zones, words[0][0] == 'Z' ? words[1] : words[2]);
}

/* Returns: (nullable): the zones by their names in lower case, or NULL where this system
 * has no such list. */
static gpointer
read_zones_cb (gpointer unused)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTable *zones;

  if (!g_file_get_contents (ZONE_LIST, &text, NULL, NULL))
    return NULL;

  zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    add_line (zones, *line);
  return zones;
}

static const char *
find_newer (const char *name)
{
  static GOnce     once = G_ONCE_INIT;
  g_autofree char *key = g_ascii_strdown (name, -1);
  GHashTable      *zones = g_once (&once, read_zones_cb, NULL);

  return zones != NULL ? g_hash_table_lookup (zones, key) : NULL;
}

gboolean
muster_zone_check_exists (const char *name, const char **suggestion)
{
  const char *found = muster_zone_name_find (name);

  if (found == NULL)
    found = find_newer (name);
  *suggestion = found;
  return g_strcmp0 (found, name) == 0;
}
