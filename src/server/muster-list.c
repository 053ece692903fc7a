/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-list.h"

#include "muster-cursor.h"
#include "muster-filter-sql.h"
#include "muster-json-writer.h"
#include "muster-message.h"
#include "muster-scim-urns.h"

typedef struct
{
  MusterWork               *work;
  const MusterResourceType *type;
  const MusterListQuery    *query;
  MusterProjection          projection;
  MusterSql                 where;   /* the conditions, with their values */
  char                     *sort;    /* (owned) (nullable): SQL */
  char                     *binding; /* (owned): of cursors */
  MusterCursor              cursor;  /* where the page begins, then where it ends */
  gboolean                  goes_on; /* @cursor is behind a page */
  gint64                    total;
} List;

static void
clear_list (List *self)
{
  muster_sql_clear (&self->where);
  muster_cursor_clear (&self->cursor);
  g_free (self->sort);
  g_free (self->binding);
}

static gboolean
add_filter (List *self, GError **error)
{
  g_autoptr (MusterScimFilter) filter = NULL;
  GError *failure = NULL;

  if (self->query->filter == NULL || self->query->filter[0] == '\0')
    return TRUE;

  filter = muster_scim_filter_parse (self->query->filter, &failure);
  if (filter == NULL)
    return muster_message_propagate (error, failure);

  muster_sql_add (&self->where, " AND (");
  if (!muster_filter_sql_add (&self->where, self->work, self->type, filter, error))
    return FALSE;
  muster_sql_add (&self->where, ")");
  return TRUE;
}

static gboolean
build_conditions (List *self, GError **error)
{
  gboolean scoped = self->type->scope != NULL && !self->work->caller->manages_all;

  muster_sql_add (&self->where, scoped ? self->type->scope : "1");
  return add_filter (self, error);
}

static gboolean
build_sort (List *self, GError **error)
{
  MusterSql sort;
  gboolean  added;

  if (self->query->sort_by == NULL || self->query->sort_by[0] == '\0')
    return TRUE;

  muster_sql_init (&sort);
  added = muster_filter_sql_add_sort (&sort, self->work, self->type, self->query->sort_by,
                                      error);
  if (added)
    self->sort = g_strdup (sort.text->str);
  muster_sql_clear (&sort);
  return added;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
read_cursor (List *self, GError **error)
{
  const MusterListQuery *query = self->query;

  self->binding
    = g_strdup_printf ("%s\n%s\n%s\n%d", self->type->table, or_empty (query->sort_by),
                       or_empty (query->filter), query->descending);
  self->goes_on = query->cursor != NULL && query->cursor[0] != '\0';
  return !self->goes_on
         || muster_cursor_parse (&self->cursor, self->work, query->cursor, self->binding,
                                 error);
}

static gboolean
count_total (List *self, GError **error)
{
  g_autoptr (GString) text = g_string_new ("SELECT count (*) FROM ");
  MusterSql     sql = { text, self->where.values };
  sqlite3_stmt *statement;
  MusterStep    step;

  if (self->goes_on)
    {
      self->total = self->cursor.total;
      return TRUE;
    }

  g_string_append_printf (text, "%s WHERE %s", self->type->table, self->where.text->str);
  statement
    = muster_sql_prepare (&sql, self->work->database, self->work->caller->row, error);
  if (statement == NULL)
    return FALSE;

  step = muster_database_step (self->work->database, statement, error);
  if (step == MUSTER_STEP_ROW)
    self->total = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return step == MUSTER_STEP_ROW;
}

static void
add_behind_row (List *self)
{
  g_string_append_printf (self->where.text, "%s.row %s ", self->type->table,
                          self->query->descending ? "<" : ">");
  muster_sql_add_number (&self->where, self->cursor.row);
}

/* What has no value stands behind the rest, or before it where that is turned around
 * (RFC 7644 §3.4.2.3). */
static void
add_behind_cursor (List *self)
{
  gboolean descending = self->query->descending;

  muster_sql_add (&self->where, " AND (");
  if (self->sort == NULL)
    add_behind_row (self);
  else if (self->cursor.sort == NULL)
    {
      g_string_append_printf (self->where.text, "(%s IS NULL AND ", self->sort);
      add_behind_row (self);
      muster_sql_add (&self->where, ")");
      if (descending)
        g_string_append_printf (self->where.text, " OR %s IS NOT NULL", self->sort);
    }
  else
    {
      g_string_append_printf (self->where.text, "%s %s ", self->sort,
                              descending ? "<" : ">");
      muster_sql_add_value (&self->where, self->cursor.sort);
      g_string_append_printf (self->where.text, " OR (%s = ", self->sort);
      muster_sql_add_value (&self->where, self->cursor.sort);
      muster_sql_add (&self->where, " AND ");
      add_behind_row (self);
      muster_sql_add (&self->where, ")");
      if (!descending)
        g_string_append_printf (self->where.text, " OR %s IS NULL", self->sort);
    }
  muster_sql_add (&self->where, ")");
}

/* By cursor one row more is read than is answered: whether there is one decides whether
 * the walk goes on. */
static void
build_page (List *self)
{
  gboolean         by_cursor = self->query->cursor != NULL;
  gboolean         descending = self->query->descending;
  g_autofree char *select = NULL;

  if (self->goes_on)
    add_behind_cursor (self);

  select = g_strdup_printf ("SELECT %s, %s FROM %s WHERE ", self->type->columns,
                            self->sort != NULL ? self->sort : "NULL", self->type->table);
  g_string_prepend (self->where.text, select);
  muster_sql_add (&self->where, " ORDER BY ");
  if (self->sort != NULL)
    g_string_append_printf (self->where.text, "%s%s, ", self->sort,
                            descending ? " DESC NULLS FIRST" : " ASC NULLS LAST");
  g_string_append_printf (self->where.text, "%s.row%s LIMIT ", self->type->table,
                          descending ? " DESC" : "");
  muster_sql_add_number (&self->where, self->query->count + (by_cursor ? 1 : 0));
  muster_sql_add (&self->where, " OFFSET ");
  muster_sql_add_number (&self->where, by_cursor ? 0 : self->query->start_index - 1);
}

static GVariant *
dup_sort_value (sqlite3_stmt *statement)
{
  int column = sqlite3_column_count (statement) - 1;

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_NULL:
      return NULL;
    case SQLITE_INTEGER:
      return g_variant_ref_sink (
        g_variant_new_int64 (sqlite3_column_int64 (statement, column)));
    default:
      return g_variant_ref_sink (g_variant_new_bytestring (
        (const char *) sqlite3_column_text (statement, column)));
    }
}

static void
move_cursor (List *self, sqlite3_stmt *statement)
{
  muster_cursor_clear (&self->cursor);
  self->cursor.row = sqlite3_column_int64 (statement, 0);
  self->cursor.total = self->total;
  self->cursor.sort = dup_sort_value (statement);
}

static gboolean
append_row (List *self, sqlite3_stmt *statement, GString *out, GError **error)
{
  MusterRecord *record = self->type->read_row (self->type, statement);
  gboolean      done;

  done
    = (self->type->load_links == NULL
       || self->type->load_links (record, self->work, self->projection.attributes, error))
      && self->type->append (self->work, record, &self->projection, out, error);
  self->type->free (record);
  return done;
}

/* @n_rows becomes how many rows were answered; @more whether there are others. */
static gboolean
append_rows (List *self, GString *out, gint64 *n_rows, gboolean *more, GError **error)
{
  MusterDatabase *database = self->work->database;
  sqlite3_stmt   *statement;
  MusterStep      step;
  gboolean        done = TRUE;

  statement = muster_sql_prepare (&self->where, database, self->work->caller->row, error);
  if (statement == NULL)
    return FALSE;

  while (done && !*more
         && (step = muster_database_step (database, statement, error)) == MUSTER_STEP_ROW)
    {
      if (*n_rows == self->query->count)
        {
          *more = TRUE;
          break;
        }
      if ((*n_rows)++ > 0)
        g_string_append_c (out, ',');
      move_cursor (self, statement);
      done = append_row (self, statement, out, error);
    }
  sqlite3_finalize (statement);
  return done && (*more || step == MUSTER_STEP_DONE);
}

static gboolean
append_next_cursor (List *self, GString *out, GError **error)
{
  g_autofree char *text
    = muster_cursor_print (&self->cursor, self->work, self->binding, error);

  if (text == NULL)
    return FALSE;

  g_string_append (out, ",\"nextCursor\":");
  muster_json_append_string (out, text);
  return TRUE;
}

static gboolean
append_page (List *self, GString *out, GError **error)
{
  gint64   n_rows = 0;
  gboolean more = FALSE;

  g_string_append_printf (out,
                          "{\"schemas\":[\"" MUSTER_SCIM_URN_LIST_RESPONSE "\"],"
                          "\"totalResults\":%" G_GINT64_FORMAT ",\"Resources\":[",
                          self->total);
  if (self->query->count > 0)
    {
      build_page (self);
      if (!append_rows (self, out, &n_rows, &more, error))
        return FALSE;
    }
  g_string_append_printf (out, "],\"itemsPerPage\":%" G_GINT64_FORMAT, n_rows);
  if (self->query->cursor == NULL)
    g_string_append_printf (out, ",\"startIndex\":%" G_GINT64_FORMAT,
                            self->query->start_index);
  if (more && !append_next_cursor (self, out, error))
    return FALSE;
  g_string_append_c (out, '}');
  return TRUE;
}

gboolean
muster_list_append (MusterWork               *work,
                    const MusterResourceType *type,
                    const MusterListQuery    *query,
                    GString                  *out,
                    GError                  **error)
{
  List     self = { .work = work, .type = type, .query = query };
  gboolean done;

  if (!type->check_view (work, error)
      || !muster_projection_read (&self.projection, type->schema,
                                  (const char *const *) query->attributes,
                                  (const char *const *) query->excluded, error))
    return FALSE;

  muster_sql_init (&self.where);
  done = build_conditions (&self, error) && build_sort (&self, error)
         && read_cursor (&self, error) && count_total (&self, error)
         && append_page (&self, out, error);
  clear_list (&self);
  return done;
}
