/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-list.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "muster-csv-reader.h"

static const char *const known_headers[] = {
  "username",     "user name", "user_name", "user",           "login",
  "e-mail",       "email",     "mail",      "e-mail address", "email address",
  "emails.value", "id",        "user id",   "userid",
};

static gboolean
is_known_header (const char *cell)
{
  g_autofree char *stripped = g_strstrip (g_strdup (cell));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);

  for (guint i = 0; i < G_N_ELEMENTS (known_headers); i++)
    if (strcmp (folded, known_headers[i]) == 0)
      return TRUE;
  return FALSE;
}

/* (transfer full): of guint, those with a known header. */
static GArray *
find_columns (GPtrArray *cells)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    if (is_known_header (g_ptr_array_index (cells, i)))
      g_array_append_val (columns, i);
  return columns;
}

/* Our own reports put an apostrophe before what a spreadsheet would run. */
static const char *
skip_guard (const char *entry)
{
  if (entry[0] == '\'' && entry[1] != '\0' && strchr ("=+-@\t\r", entry[1]) != NULL)
    return entry + 1;
  return entry;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static void
add_entry (GPtrArray *entries, GHashTable *seen, const char *text)
{
  char *entry = g_strstrip (g_strdup (skip_guard (text)));

  if (*entry == '\0' || g_hash_table_contains (seen, entry))
    {
      g_free (entry);
      return;
    }
  g_hash_table_add (seen, entry);
  g_ptr_array_add (entries, entry);
}

/* (nullable): the first of the columns that has anything in this row. */
static const char *
find_entry (GPtrArray *cells, GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, guint, i);

      if (column < cells->len && !is_blank (g_ptr_array_index (cells, column)))
        return g_ptr_array_index (cells, column);
    }
  return NULL;
}

static gboolean
is_blank_row (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (!is_blank (g_ptr_array_index (cells, i)))
      return FALSE;
  return TRUE;
}

/* Returns: 0, or the row, counted from 1, that is about somebody and does not say whom:
 * he would be left out unseen. */
static guint
read_columns (MusterCsvReader *reader,
              GArray          *columns,
              GPtrArray       *entries,
              GHashTable      *seen)
{
  GPtrArray *cells;
  guint      nameless = 0;

  for (guint row = 2; (cells = muster_csv_reader_read_row (reader)) != NULL; row++)
    {
      const char *entry = find_entry (cells, columns);

      if (entry != NULL)
        add_entry (entries, seen, entry);
      else if (nameless == 0 && !is_blank_row (cells))
        nameless = row;
      g_ptr_array_unref (cells);
    }
  return nameless;
}

static void
read_lines (const char *text, gsize length, GPtrArray *entries, GHashTable *seen)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    add_entry (entries, seen, lines[i]);
}

static gboolean
set_error (const char *name, const char *problem, GError **error)
{
  g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_LIST,
               /* Translators: a file, and why, as a clause without its full stop. */
               _ ("%s is no list of users: %s. Give a CSV file, or a text with one user "
                  "name, e-mail address or identifier on each line."),
               name, problem);
  return FALSE;
}

static gboolean
check_text (const char *name, const char *text, gsize length, GError **error)
{
  const char *invalid;

  if (length >= 2
      && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0))
    return set_error (name, _ ("it is UTF-16 text; save it as UTF-8"), error);
  if (!g_utf8_validate_len (text, length, &invalid))
    return set_error (name,
                      memchr (text, '\0', length) != NULL
                        ? _ ("it is not a text file")
                        : _ ("it is not UTF-8 text; save it as UTF-8"),
                      error);
  return TRUE;
}

/* All that comes after such a mark is one cell: users would be left out unseen. */
static gboolean
check_quotes (const char            *name,
              const char            *text,
              const MusterCsvReader *reader,
              GError               **error)
{
  g_autofree char *problem = NULL;
  guint            line = 1;

  if (reader->unclosed == NULL)
    return TRUE;
  for (; text < reader->unclosed; text++)
    if (*text == '\n')
      line++;
  problem
    = g_strdup_printf (_ ("the quotation mark opened in line %u is never closed"), line);
  return set_error (name, problem, error);
}

static gboolean
check_rows (const char *name, guint nameless, GError **error)
{
  g_autofree char *problem = NULL;

  if (nameless == 0)
    return TRUE;
  /* Translators: the number of a row of a table. */
  problem = g_strdup_printf (_ ("row %u names nobody in the columns of users"), nameless);
  return set_error (name, problem, error);
}

char **
muster_user_list_parse (GBytes *bytes, const char *name, GError **error)
{
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) first = NULL;
  MusterCsvReader reader;
  g_autoptr (GArray) columns = NULL;
  guint nameless = 0;

  /* Nothing at all has no address. */
  if (text == NULL)
    text = "";
  if (!check_text (name, text, length, error))
    return NULL;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  muster_csv_reader_init (&reader, text, length);
  first = muster_csv_reader_read_row (&reader);
  columns = find_columns (first);
  if (columns->len > 0)
    nameless = read_columns (&reader, columns, entries, seen);
  else
    read_lines (text, length, entries, seen);
  if (columns->len > 0
      && (!check_quotes (name, text, &reader, error)
          || !check_rows (name, nameless, error)))
    return NULL;
  if (entries->len == 0)
    {
      set_error (name, _ ("there is nobody in it"), error);
      return NULL;
    }
  g_ptr_array_add (entries, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&entries), FALSE);
}

char **
muster_user_list_read_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;

  stream = g_file_read (file, NULL, &local_error);
  if (stream != NULL)
    bytes
      = g_input_stream_read_bytes (G_INPUT_STREAM (stream),
                                   MUSTER_USER_LIST_MAX_BYTES + 1, NULL, &local_error);
  if (bytes == NULL)
    {
      g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_LIST,
                   /* Translators: a file, and what the system says. */
                   _ ("The list of users %s cannot be read: %s."), path,
                   local_error->message);
      return NULL;
    }
  if (g_bytes_get_size (bytes) > MUSTER_USER_LIST_MAX_BYTES)
    {
      set_error (path, _ ("it is larger than 64 MiB"), error);
      return NULL;
    }
  return muster_user_list_parse (bytes, path, error);
}
