/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-retry-after.h"

#include <libsoup/soup.h>

static gboolean
read_seconds (const char *text, gint64 server_now, gint64 *seconds)
{
  g_autoptr (GDateTime) date = NULL;
  char *end;

  if (g_ascii_isdigit (*text))
    {
      /* What overflows becomes the greatest number, which the limit then cuts. */
      guint64 number = g_ascii_strtoull (text, &end, 10);

      if (*end == '\0')
        {
          *seconds = (gint64) MIN (number, MUSTER_RETRY_AFTER_MAX);
          return TRUE;
        }
    }
  date = soup_date_time_new_from_http_string (text);
  if (date == NULL)
    return FALSE;
  *seconds = g_date_time_to_unix (date) - server_now;
  return TRUE;
}

gint64
muster_retry_after_parse (const char *text, gint64 server_now, gint64 now)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  gint64           seconds;

  if (stripped == NULL || !read_seconds (stripped, server_now, &seconds))
    return 0;
  return now + CLAMP (seconds, 0, MUSTER_RETRY_AFTER_MAX) * G_USEC_PER_SEC;
}
