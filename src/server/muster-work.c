/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-work.h"

static gboolean
load_scope (MusterWork *self, GError **error)
{
  sqlite3_stmt *statement;
  MusterStep    step;

  g_clear_pointer (&self->organizations, g_hash_table_unref);
  if (self->caller->manages_all)
    return TRUE;

  statement = muster_database_prepare (
    self->database, "SELECT row FROM organization WHERE row IN " MUSTER_SCOPE_SQL, error);
  if (statement == NULL)
    return FALSE;

  self->organizations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  sqlite3_bind_int64 (statement, 1, self->caller->row);
  while ((step = muster_database_step (self->database, statement, error))
         == MUSTER_STEP_ROW)
    {
      gint64 row = sqlite3_column_int64 (statement, 0);

      g_hash_table_add (self->organizations, g_memdup2 (&row, sizeof row));
    }
  sqlite3_reset (statement);
  return step == MUSTER_STEP_DONE;
}

static void
finalize_statement_cb (gpointer data)
{
  sqlite3_finalize (data);
}

MusterWork *
muster_work_new_for (MusterDatabase     *database,
                     const MusterCaller *caller,
                     const char         *base_url,
                     GError            **error)
{
  g_autoptr (MusterWork) self = g_new0 (MusterWork, 1);

  self->database = database;
  self->caller = caller;
  self->base_url = base_url;
  self->directory = muster_directory_new (database);
  self->updates
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, finalize_statement_cb);
  if (!load_scope (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

MusterWork *
muster_work_new (const MusterContext *context, GError **error)
{
  MusterWork *self;

  self = muster_work_new_for (context->database, context->caller,
                              context->request->base_url, error);
  if (self == NULL)
    return NULL;

  self->request_id = context->request->id;
  self->now = context->now;
  return self;
}

void
muster_work_free (MusterWork *self)
{
  g_clear_pointer (&self->organizations, g_hash_table_unref);
  g_hash_table_unref (self->updates);
  muster_directory_free (self->directory);
  g_free (self);
}

gboolean
muster_work_forget (MusterWork *self, GError **error)
{
  muster_directory_forget (self->directory);
  return load_scope (self, error);
}

gboolean
muster_work_has_organization (const MusterWork *self, gint64 row)
{
  return self->organizations == NULL || g_hash_table_contains (self->organizations, &row);
}

gboolean
muster_work_require (const MusterWork *self,
                     MusterPermissions permissions,
                     const char       *what,
                     GError          **error)
{
  if (muster_caller_has (self->caller, permissions))
    return TRUE;

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_FORBIDDEN,
               "Your roles do not allow you to %s: ask an administrator who may.", what);
  return FALSE;
}
