/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-journal-text.h"

#include <string.h>

static void
append_cell (GString *line, const char *cell)
{
  for (; *cell != '\0'; cell++)
    switch (*cell)
      {
      case '\\':
        g_string_append (line, "\\\\");
        break;
      case '\t':
        g_string_append (line, "\\t");
        break;
      case '\n':
        g_string_append (line, "\\n");
        break;
      default:
        g_string_append_c (line, *cell);
      }
}

static void
append_reference (GString *line, const MusterReference *value)
{
  const char *id = muster_reference_get_id (value);
  const char *display = muster_reference_get_display (value);

  g_string_append_c (line, '\t');
  append_cell (line, id);
  if (strcmp (id, display) == 0)
    return;
  g_string_append_c (line, '\t');
  append_cell (line, display);
}

static gboolean
unescape (char *cell)
{
  char *to = cell;

  for (; *cell != '\0'; cell++)
    {
      if (*cell != '\\')
        {
          *to++ = *cell;
          continue;
        }
      cell++;
      if (*cell != '\\' && *cell != 't' && *cell != 'n')
        return FALSE;
      *to++ = *cell == 't' ? '\t' : *cell == 'n' ? '\n' : '\\';
    }
  *to = '\0';
  return TRUE;
}

/* (transfer full) (nullable) */
static char **
split_line (const char *line, gsize length)
{
  g_autofree char *copy = g_strndup (line, length);
  g_auto (GStrv) cells = g_strsplit (copy, "\t", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    if (!unescape (cells[i]))
      return NULL;
  return g_steal_pointer (&cells);
}

typedef gboolean (*TakeLine) (char **cells, guint n_cells, gpointer user_data);

static gboolean
for_each_line (const char *text, TakeLine take, gpointer user_data)
{
  while (*text != '\0')
    {
      const char *end = strchr (text, '\n');
      g_auto (GStrv) cells = end != NULL ? split_line (text, (gsize) (end - text)) : NULL;

      if (cells == NULL || !take (cells, g_strv_length (cells), user_data))
        return FALSE;
      text = end + 1;
    }
  return TRUE;
}

char *
muster_journal_encode_operations (GPtrArray *operations)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);
      MusterReference *value = muster_operation_get_value (operation);

      g_string_append (text,
                       muster_verb_get_name (muster_operation_get_verb (operation)));
      g_string_append_c (text, '\t');
      g_string_append (text,
                       muster_field_get_name (muster_operation_get_field (operation)));
      if (value != NULL)
        append_reference (text, value);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static gboolean
take_operation (char **cells, guint n_cells, gpointer user_data)
{
  GPtrArray  *operations = user_data;
  MusterVerb  verb;
  MusterField field;
  g_autoptr (MusterReference) value = NULL;

  if (n_cells < 2 || n_cells > 4 || !muster_verb_from_name (cells[0], &verb)
      || !muster_field_from_name (cells[1], &field)
      || (n_cells == 2) != (verb == MUSTER_VERB_CLEAR)
      || muster_field_is_multi_valued (field)
           != (verb == MUSTER_VERB_ADD || verb == MUSTER_VERB_REMOVE))
    return FALSE;
  if (n_cells > 2)
    value = muster_reference_new (cells[2], n_cells > 3 ? cells[3] : NULL);
  g_ptr_array_add (operations, muster_operation_new (field, verb, value));
  return TRUE;
}

GPtrArray *
muster_journal_decode_operations (const char *text)
{
  g_autoptr (GPtrArray) operations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);

  if (!for_each_line (text, take_operation, operations))
    return NULL;
  return g_steal_pointer (&operations);
}

static void
append_values (GString *text, MusterField field, const MusterValueSet *values)
{
  guint n_values = muster_value_set_get_n_values (values);

  for (guint i = 0; i < MAX (n_values, 1); i++)
    {
      g_string_append (text, muster_field_get_name (field));
      if (n_values > 0)
        append_reference (text, muster_value_set_get_value (values, i));
      g_string_append_c (text, '\n');
    }
}

char *
muster_journal_encode_values (MusterUser *user, MusterFields fields)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    {
      MusterValueSet *values = muster_user_get_values (user, i);

      if ((fields & MUSTER_FIELDS_OF (i)) != 0 && values != NULL)
        append_values (text, i, values);
    }
  return g_string_free (text, FALSE);
}

static gboolean
take_value (char **cells, guint n_cells, gpointer user_data)
{
  MusterUser     *user = user_data;
  MusterField     field;
  MusterValueSet *before;
  g_autoptr (MusterValueSet) values = NULL;
  g_autoptr (MusterReference) value = NULL;

  if (n_cells > 3 || !muster_field_from_name (cells[0], &field))
    return FALSE;
  before = muster_user_get_values (user, field);
  if (before == NULL)
    before = muster_value_set_get_empty ();
  if (n_cells > 1)
    {
      value = muster_reference_new (cells[1], n_cells > 2 ? cells[2] : NULL);
      values = muster_value_set_with (before, value);
    }
  muster_user_set_values (user, field, values != NULL ? values : before);
  return TRUE;
}

gboolean
muster_journal_decode_values (const char *text, MusterUser *user)
{
  return for_each_line (text, take_value, user);
}

char *
muster_journal_encode_counts (const MusterOutcomeCounts *counts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_OUTCOMES; i++)
    if (counts->n[i] > 0)
      g_string_append_printf (text, "%s\t%u\n", muster_outcome_get_name (i),
                              counts->n[i]);
  return g_string_free (text, FALSE);
}

static gboolean
take_count (char **cells, guint n_cells, gpointer user_data)
{
  MusterOutcomeCounts *counts = user_data;
  MusterOutcome        outcome;
  guint64              n;

  if (n_cells != 2 || !muster_outcome_from_name (cells[0], &outcome)
      || !g_ascii_string_to_unsigned (cells[1], 10, 0, G_MAXUINT, &n, NULL))
    return FALSE;
  counts->n[outcome] = (guint) n;
  return TRUE;
}

gboolean
muster_journal_decode_counts (const char *text, MusterOutcomeCounts *counts)
{
  return for_each_line (text, take_count, counts);
}
