/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-record.h"

#include <string.h>

#include "muster-json-guard.h"
#include "muster-schema-check.h"

MusterUserRecord *
muster_user_record_new (const MusterWork *work)
{
  MusterUserRecord *self = g_new0 (MusterUserRecord, 1);

  muster_record_begin (&self->base, work->now);
  self->user_name = g_strdup ("");
  self->active = TRUE;
  self->doc = g_strdup ("{}");
  self->roles = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->managed_organizations = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

static GArray *
copy_rows (GArray *rows)
{
  return rows != NULL ? g_array_copy (rows) : NULL;
}

MusterUserRecord *
muster_user_record_copy (const MusterUserRecord *self)
{
  MusterUserRecord *copy = g_memdup2 (self, sizeof *self);

  muster_record_copy (&self->base, &copy->base);
  copy->user_name = g_strdup (self->user_name);
  copy->time_zone = g_strdup (self->time_zone);
  copy->doc = g_strdup (self->doc);
  copy->new_password = g_strdup (self->new_password);
  copy->roles = copy_rows (self->roles);
  copy->managed_organizations = copy_rows (self->managed_organizations);
  if (self->doc_object != NULL)
    json_object_ref (copy->doc_object);
  return copy;
}

void
muster_user_record_free (MusterUserRecord *self)
{
  muster_record_clear (&self->base);
  g_free (self->user_name);
  g_free (self->time_zone);
  g_free (self->doc);
  g_free (self->new_password);
  g_clear_pointer (&self->doc_object, json_object_unref);
  g_clear_pointer (&self->roles, g_array_unref);
  g_clear_pointer (&self->managed_organizations, g_array_unref);
  g_free (self);
}

MusterUserRecord *
muster_user_record_read_row (sqlite3_stmt *statement)
{
  MusterUserRecord *self = g_new0 (MusterUserRecord, 1);
  int               column = MUSTER_RECORD_N_COLUMNS;

  muster_record_read_columns (&self->base, statement);
  self->user_name = muster_record_dup_column (statement, column++);
  self->active = sqlite3_column_int (statement, column++) != 0;
  self->time_zone = muster_record_dup_column (statement, column++);
  self->company = sqlite3_column_int64 (statement, column++);
  self->account_executive = sqlite3_column_int64 (statement, column++);
  self->organization = sqlite3_column_int64 (statement, column++);
  self->flagged = (guint) sqlite3_column_int64 (statement, column++);
  self->doc = muster_record_dup_column (statement, column++);
  return self;
}

static GArray *
load_rows (const MusterWork *work, const char *sql, gint64 user, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;
  MusterStep    step;

  statement = muster_database_prepare (work->database, sql, error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, user);
  while ((step = muster_database_step (work->database, statement, error))
         == MUSTER_STEP_ROW)
    {
      gint64 row = sqlite3_column_int64 (statement, 0);

      g_array_append_val (rows, row);
    }
  sqlite3_reset (statement);
  return step == MUSTER_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
muster_user_record_load_links (MusterUserRecord *self,
                               const MusterWork *work,
                               MusterAttributes  attributes,
                               GError          **error)
{
  if (self->roles == NULL && (attributes & MUSTER_ATTRIBUTE (MUSTER_USER_ROLES)))
    {
      self->roles
        = load_rows (work, "SELECT role FROM user_role WHERE user = ?1 ORDER BY role",
                     self->base.row, error);
      if (self->roles == NULL)
        return FALSE;
    }
  if (self->managed_organizations == NULL
      && (attributes & MUSTER_ATTRIBUTE (MUSTER_USER_MANAGED_ORGANIZATIONS)))
    {
      self->managed_organizations
        = load_rows (work,
                     "SELECT organization FROM user_managed_organization "
                     "WHERE user = ?1 ORDER BY organization",
                     self->base.row, error);
      if (self->managed_organizations == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The statement is bound. Returns: (nullable): NULL without an error where there is no
 * such row. */
static MusterUserRecord *
read_one (const MusterWork *work, sqlite3_stmt *statement, GError **error)
{
  MusterUserRecord *self = NULL;

  if (muster_database_step (work->database, statement, error) == MUSTER_STEP_ROW)
    self = muster_user_record_read_row (statement);
  sqlite3_reset (statement);
  return self;
}

static void
set_not_found (const char *id, GError **error)
{
  g_autofree char *quoted = muster_schema_quote (id);

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_NOT_FOUND,
               "There is no user with the id %s.", quoted);
}

MusterUserRecord *
muster_user_record_load (const MusterWork *work,
                         const char       *id,
                         MusterAttributes  attributes,
                         GError          **error)
{
  g_autoptr (MusterUserRecord) self = NULL;
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement;

  statement = muster_database_prepare (work->database,
                                       "SELECT " MUSTER_USER_RECORD_COLUMNS
                                       " FROM user WHERE id = ?1",
                                       error);
  if (statement == NULL)
    return NULL;

  muster_record_bind_text (statement, 1, id);
  self = read_one (work, statement, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (self == NULL || !muster_work_has_organization (work, self->organization))
    {
      set_not_found (id, error);
      return NULL;
    }
  if (!muster_user_record_load_links (self, work,
                                      attributes | MUSTER_ATTRIBUTE (MUSTER_USER_ROLES),
                                      error))
    return NULL;
  return g_steal_pointer (&self);
}

MusterUserRecord *
muster_user_record_load_row (const MusterWork *work, gint64 row, GError **error)
{
  g_autoptr (MusterUserRecord) self = NULL;
  g_autoptr (GError) failure = NULL;
  sqlite3_stmt *statement;

  statement = muster_database_prepare (work->database,
                                       "SELECT " MUSTER_USER_RECORD_COLUMNS
                                       " FROM user WHERE row = ?1",
                                       error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, row);
  self = read_one (work, statement, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (self == NULL)
    set_not_found (work->caller->id, error);
  if (self == NULL
      || !muster_user_record_load_links (self, work, MUSTER_ATTRIBUTES_ALL, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
muster_user_record_fail_doc (const MusterUserRecord *self, GError **error)
{
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_STORE,
               "The database's text of user %s is damaged.", self->base.id);
  return FALSE;
}

JsonObject *
muster_user_record_get_doc (MusterUserRecord *self, GError **error)
{
  g_autoptr (JsonNode) node = NULL;

  if (self->doc_object != NULL)
    return self->doc_object;

  node = muster_json_parse_text (self->doc, strlen (self->doc), NULL);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      muster_user_record_fail_doc (self, error);
      return NULL;
    }
  self->doc_object = json_node_dup_object (node);
  return self->doc_object;
}
