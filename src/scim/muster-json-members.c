/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-json-members.h"

#include <string.h>

static const char *
skip_spaces (const char *at)
{
  return at + strspn (at, " \t\r\n");
}

/* From the opening quote to what stands behind the closing one. */
static const char *
skip_string (const char *at)
{
  for (at++; *at != '"'; at++)
    if (*at == '\\')
      at++;
  return at + 1;
}

/* Brackets count only outside of strings. */
static const char *
skip_value (const char *at)
{
  guint depth = 0;

  do
    {
      if (*at == '"')
        {
          at = skip_string (at);
          continue;
        }
      if (*at == '{' || *at == '[')
        depth++;
      else if (*at == '}' || *at == ']')
        depth--;
      at++;
    }
  while (depth > 0 || strchr (",}] \t\r\n", *at) == NULL);
  return at;
}

gboolean
muster_json_members_init (MusterJsonMembers *self, const char *text)
{
  self->at = skip_spaces (text);
  return *self->at == '{';
}

gboolean
muster_json_members_next (MusterJsonMembers *self,
                          const char       **name,
                          gsize             *name_length,
                          const char       **value,
                          gsize             *value_length)
{
  /* At the brace that opens the object, or at the comma before the member. */
  const char *at = skip_spaces (self->at);

  if (*at == '}')
    return FALSE;
  at = skip_spaces (at + 1);
  if (*at == '}')
    return FALSE;
  *name = at + 1;
  at = skip_string (at);
  *name_length = (gsize) (at - *name) - 1;
  *value = skip_spaces (skip_spaces (at) + 1);
  self->at = skip_value (*value);
  *value_length = (gsize) (self->at - *value);
  return TRUE;
}
