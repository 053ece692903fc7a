/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-caller.h"

static MusterCaller *
read_caller (sqlite3_stmt *statement, gint64 row)
{
  MusterCaller *self = g_new0 (MusterCaller, 1);

  self->row = row;
  self->id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  self->user_name = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  self->flagged = (guint) sqlite3_column_int64 (statement, 2);
  return self;
}

static gboolean
read_permissions (MusterCaller *self, MusterDatabase *database, GError **error)
{
  sqlite3_stmt *statement;
  MusterStep    step;

  statement = muster_database_prepare (database,
                                       "SELECT role.permissions FROM user_role JOIN role "
                                       "ON role.row = user_role.role "
                                       "WHERE user_role.user = ?1",
                                       error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, self->row);
  while ((step = muster_database_step (database, statement, error)) == MUSTER_STEP_ROW)
    self->permissions |= (MusterPermissions) sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  self->manages_all = muster_caller_has (self, MUSTER_PERMISSION_ADMINISTER_SITE);
  return step == MUSTER_STEP_DONE;
}

MusterCaller *
muster_caller_load (MusterDatabase *database, gint64 row, GError **error)
{
  g_autoptr (MusterCaller) self = NULL;
  sqlite3_stmt *statement;
  MusterStep    step;

  statement = muster_database_prepare (
    database, "SELECT id, user_name, flagged FROM user WHERE row = ?1 AND active", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, row);
  step = muster_database_step (database, statement, error);
  if (step == MUSTER_STEP_ROW)
    self = read_caller (statement, row);
  else if (step == MUSTER_STEP_DONE)
    g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_UNAUTHENTICATED,
                         "This account is disabled or gone: sign in with another one.");
  sqlite3_reset (statement);

  if (self == NULL || !read_permissions (self, database, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
muster_caller_free (MusterCaller *self)
{
  g_free (self->id);
  g_free (self->user_name);
  g_free (self);
}

gboolean
muster_caller_has (const MusterCaller *self, MusterPermissions permissions)
{
  return (self->permissions & permissions) == permissions;
}
