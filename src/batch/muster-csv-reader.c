/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-csv-reader.h"

#include <string.h>

static char
find_separator (const char *text, const char *end)
{
  static const char candidates[] = ",;\t";
  guint             counts[sizeof candidates - 1] = { 0 };
  guint             best = 0;
  gboolean          quoted = FALSE;

  for (; text < end && (quoted || *text != '\n'); text++)
    {
      const char *found = strchr (candidates, *text);

      if (*text == '"')
        quoted = !quoted;
      else if (!quoted && *text != '\0' && found != NULL)
        counts[found - candidates]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

void
muster_csv_reader_init (MusterCsvReader *self, const char *text, gsize length)
{
  self->at = text;
  self->end = text + length;
  self->unclosed = NULL;
  self->separator = find_separator (self->at, self->end);
}

static void
read_quoted (MusterCsvReader *self, GString *cell)
{
  const char *opened = self->at++;

  while (self->at < self->end)
    {
      if (*self->at == '"')
        {
          self->at++;
          if (self->at >= self->end || *self->at != '"')
            return;
        }
      g_string_append_c (cell, *self->at++);
    }
  self->unclosed = opened;
}

static gboolean
is_at_line_end (const MusterCsvReader *self)
{
  return *self->at == '\n'
         || (*self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n');
}

static char *
read_cell (MusterCsvReader *self)
{
  GString *cell = g_string_new (NULL);

  if (self->at < self->end && *self->at == '"')
    read_quoted (self, cell);
  while (self->at < self->end && *self->at != self->separator && !is_at_line_end (self))
    g_string_append_c (cell, *self->at++);
  return g_string_free (cell, FALSE);
}

static void
skip_line_end (MusterCsvReader *self)
{
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
}

GPtrArray *
muster_csv_reader_read_row (MusterCsvReader *self)
{
  GPtrArray *cells;

  if (self->at >= self->end)
    return NULL;
  cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (cells, read_cell (self));
  while (self->at < self->end && *self->at == self->separator)
    {
      self->at++;
      g_ptr_array_add (cells, read_cell (self));
    }
  skip_line_end (self);
  return cells;
}
