/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-cursor.h"

#include <string.h>

#define TOKEN "cursor:"
#define POSITION "position:"

gboolean
muster_scim_cursor_parse (MusterScimCursor *self, const char *text)
{
  char *end;

  *self = (MusterScimCursor){ .position = 1 };
  if (text == NULL)
    return TRUE;
  if (g_str_has_prefix (text, TOKEN))
    {
      self->token = g_strdup (text + strlen (TOKEN));
      return TRUE;
    }
  if (!g_str_has_prefix (text, POSITION))
    return FALSE;
  self->position = g_ascii_strtoll (text + strlen (POSITION), &end, 10);
  if (*end != ':' || self->position < 1)
    return FALSE;
  self->first_id = g_strdup (end + 1);
  return TRUE;
}

char *
muster_scim_cursor_print_token (const char *token)
{
  return g_strconcat (TOKEN, token, NULL);
}

char *
muster_scim_cursor_print_position (gint64 position, const char *first_id)
{
  return g_strdup_printf (POSITION "%" G_GINT64_FORMAT ":%s", position, first_id);
}

void
muster_scim_cursor_clear (MusterScimCursor *self)
{
  g_clear_pointer (&self->token, g_free);
  g_clear_pointer (&self->first_id, g_free);
}
