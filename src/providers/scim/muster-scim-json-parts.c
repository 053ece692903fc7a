/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-json-parts.h"

#include <string.h>

typedef struct
{
  const char *at;
  const char *end;
} Scan;

static gboolean
is_over (const Scan *self)
{
  return self->at >= self->end;
}

static void
skip_blanks_and (Scan *self, const char *marks)
{
  while (!is_over (self)
         && (strchr (" \t\r\n", *self->at) != NULL || strchr (marks, *self->at) != NULL))
    self->at++;
}

static void
skip_string (Scan *self)
{
  for (self->at++; !is_over (self) && *self->at != '"'; self->at++)
    if (*self->at == '\\')
      self->at++;
  if (!is_over (self))
    self->at++;
}

static void
skip_plain (Scan *self)
{
  while (!is_over (self) && strchr (",]} \t\r\n", *self->at) == NULL)
    self->at++;
}

static void
skip_nested (Scan *self)
{
  guint depth = 0;

  while (!is_over (self))
    {
      if (*self->at == '"')
        {
          skip_string (self);
          continue;
        }
      if (strchr ("[{", *self->at) != NULL)
        depth++;
      else if (strchr ("]}", *self->at) != NULL)
        depth--;
      self->at++;
      if (depth == 0)
        return;
    }
}

static void
skip_value (Scan *self)
{
  if (*self->at == '"')
    skip_string (self);
  else if (*self->at == '{' || *self->at == '[')
    skip_nested (self);
  else
    skip_plain (self);
}

static void
read_part (Scan *self, gboolean has_name, MusterScimJsonPart *part)
{
  if (has_name)
    {
      part->name = self->at;
      skip_string (self);
      part->name_length = (gsize) (self->at - part->name);
      skip_blanks_and (self, ":");
    }
  part->value = self->at;
  if (!is_over (self))
    skip_value (self);
  part->value_length = (gsize) (self->at - part->value);
}

GArray *
muster_scim_json_split (const char *text, gsize length)
{
  GArray  *parts = g_array_new (FALSE, FALSE, sizeof (MusterScimJsonPart));
  Scan     scan = { text, text + length };
  gboolean is_object;

  skip_blanks_and (&scan, "");
  if (is_over (&scan) || (*scan.at != '{' && *scan.at != '['))
    return parts;
  is_object = *scan.at++ == '{';
  for (skip_blanks_and (&scan, ","); !is_over (&scan) && strchr ("]}", *scan.at) == NULL;
       skip_blanks_and (&scan, ","))
    {
      MusterScimJsonPart part = { NULL };

      read_part (&scan, is_object, &part);
      g_array_append_val (parts, part);
    }
  return parts;
}

gboolean
muster_scim_json_part_is (const MusterScimJsonPart *self, const char *name)
{
  gsize length = strlen (name);

  return self->name != NULL && self->name_length == length + 2
         && g_ascii_strncasecmp (self->name + 1, name, length) == 0;
}
