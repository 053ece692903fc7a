/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-zone-name.h"

#include <stdlib.h>
#include <string.h>

#include "muster-zone-name-table.h"

#define NAME_CHARACTERS                                                                  \
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/"

static int
compare (gconstpointer name, gconstpointer element)
{
  return g_ascii_strcasecmp (name, *(const char *const *) element);
}

const char *
muster_zone_name_find (const char *name)
{
  const char *const *found
    = bsearch (name, muster_zone_names, G_N_ELEMENTS (muster_zone_names),
               sizeof *muster_zone_names, compare);

  return found != NULL ? *found : NULL;
}

gboolean
muster_zone_name_is_plausible (const char *name)
{
  return g_ascii_isupper (name[0]) && strchr (name, '/') != NULL
         && strspn (name, NAME_CHARACTERS) == strlen (name);
}
