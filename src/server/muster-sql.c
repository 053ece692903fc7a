/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sql.h"

static void
free_value_cb (gpointer data)
{
  if (data != NULL)
    g_variant_unref (data);
}

void
muster_sql_init (MusterSql *self)
{
  self->text = g_string_new (NULL);
  self->values = g_ptr_array_new_with_free_func (free_value_cb);
}

void
muster_sql_clear (MusterSql *self)
{
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->values);
}

void
muster_sql_add (MusterSql *self, const char *text)
{
  g_string_append (self->text, text);
}

static void
add_value (MusterSql *self, GVariant *value)
{
  g_ptr_array_add (self->values, value != NULL ? g_variant_ref_sink (value) : NULL);
  g_string_append_printf (self->text, "?%u", self->values->len + 1);
}

/* Bytes, for the end of a range of texts need not be a text. */
void
muster_sql_add_text (MusterSql *self, const char *value)
{
  add_value (self, value != NULL ? g_variant_new_bytestring (value) : NULL);
}

void
muster_sql_add_number (MusterSql *self, gint64 value)
{
  add_value (self, g_variant_new_int64 (value));
}

void
muster_sql_add_value (MusterSql *self, GVariant *value)
{
  add_value (self, value);
}

static void
bind_value (sqlite3_stmt *statement, int parameter, GVariant *value)
{
  if (value == NULL)
    sqlite3_bind_null (statement, parameter);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    sqlite3_bind_int64 (statement, parameter, g_variant_get_int64 (value));
  else
    sqlite3_bind_text (statement, parameter, g_variant_get_bytestring (value), -1,
                       SQLITE_STATIC);
}

sqlite3_stmt *
muster_sql_prepare (const MusterSql *self,
                    MusterDatabase  *database,
                    gint64           caller,
                    GError         **error)
{
  sqlite3_stmt *statement
    = muster_database_prepare_once (database, self->text->str, error);

  if (statement == NULL)
    return NULL;

  if (sqlite3_bind_parameter_count (statement) > 0)
    sqlite3_bind_int64 (statement, 1, caller);
  for (guint i = 0; i < self->values->len; i++)
    bind_value (statement, (int) i + 2, self->values->pdata[i]);
  return statement;
}
