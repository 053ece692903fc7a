/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-table.h"

#include <string.h>

#include "muster-cli-text.h"

#define GAP 2
#define MIN_WIDTH 8

struct _MusterCliTable
{
  guint      n_columns;
  GPtrArray *rows; /* (owned): of GStrv, the headings first */
};

static char **
copy_cells (const char *const *cells, guint n_columns)
{
  char **copy = g_new0 (char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    copy[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  return copy;
}

MusterCliTable *
muster_cli_table_new (const char *const *headings)
{
  MusterCliTable *self = g_new0 (MusterCliTable, 1);

  self->n_columns = g_strv_length ((char **) headings);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  muster_cli_table_add_row (self, headings);
  return self;
}

void
muster_cli_table_free (MusterCliTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
muster_cli_table_add_row (MusterCliTable *self, const char *const *cells)
{
  g_ptr_array_add (self->rows, copy_cells (cells, self->n_columns));
}

guint
muster_cli_table_get_n_rows (MusterCliTable *self)
{
  return self->rows->len - 1;
}

/* (transfer full): of GStrv, as a terminal may have them. */
static GPtrArray *
escape_rows (MusterCliTable *self)
{
  GPtrArray *escaped
    = g_ptr_array_new_full (self->rows->len, (GDestroyNotify) g_strfreev);

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->rows, i);
      char **copy = g_new0 (char *, self->n_columns + 1);

      for (guint column = 0; column < self->n_columns; column++)
        copy[column] = muster_cli_text_escape (cells[column]);
      g_ptr_array_add (escaped, copy);
    }
  return escaped;
}

static guint *
measure_columns (GPtrArray *rows, guint n_columns)
{
  guint *widths = g_new0 (guint, n_columns);

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      for (guint column = 0; column < n_columns; column++)
        widths[column] = MAX (widths[column], muster_cli_text_measure (cells[column]));
    }
  return widths;
}

static guint
sum_widths (const guint *widths, guint n_columns)
{
  guint sum = GAP * (n_columns - 1);

  for (guint column = 0; column < n_columns; column++)
    sum += widths[column];
  return sum;
}

/* Takes from the widest column, column by column, what a row has too much. */
static void
fit_columns (guint *widths, guint n_columns, guint width)
{
  while (sum_widths (widths, n_columns) > width)
    {
      guint widest = 0;

      for (guint column = 1; column < n_columns; column++)
        if (widths[column] > widths[widest])
          widest = column;
      if (widths[widest] <= MIN_WIDTH)
        return;
      widths[widest]--;
    }
}

static void
append_row (GString *out, char **cells, const guint *widths, guint n_columns)
{
  guint blanks = 0;

  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *cell = muster_cli_text_cut (cells[column], widths[column]);

      if (*cell != '\0')
        g_string_append_printf (out, "%*s%s", (int) blanks, "", cell);
      blanks = *cell != '\0' ? 0 : blanks;
      blanks += widths[column] - muster_cli_text_measure (cell) + GAP;
    }
  g_string_append_c (out, '\n');
}

char *
muster_cli_table_print (MusterCliTable *self, guint width)
{
  g_autoptr (GPtrArray) rows = escape_rows (self);
  g_autofree guint *widths = measure_columns (rows, self->n_columns);
  GString          *out = g_string_new (NULL);

  if (width > 0)
    fit_columns (widths, self->n_columns, width);
  for (guint i = 0; i < rows->len; i++)
    append_row (out, g_ptr_array_index (rows, i), widths, self->n_columns);
  return g_string_free (out, FALSE);
}

static void
append_csv_cell (GString *out, const char *cell)
{
  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (out, cell);
      return;
    }
  g_string_append_c (out, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *cell);
    }
  g_string_append_c (out, '"');
}

char *
muster_cli_table_print_csv (MusterCliTable *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->rows, i);

      for (guint column = 0; column < self->n_columns; column++)
        {
          if (column > 0)
            g_string_append_c (out, ',');
          append_csv_cell (out, cells[column]);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
