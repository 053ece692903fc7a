/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-migration.h"

#include <gio/gio.h>

#include "muster-server-resources.h"

/* "Must": tells our databases from those of other programs. */
#define APPLICATION_ID 0x4d757374
#define NEWEST_VERSION 1
#define RESOURCE_FORMAT "/org/musterapp/Muster/Server/migrations/%u.sql"

static gboolean
read_number (MusterDatabase *database, const char *sql, gint64 *number, GError **error)
{
  sqlite3_stmt *statement = muster_database_prepare (database, sql, error);
  MusterStep    step;

  if (statement == NULL)
    return FALSE;
  step = muster_database_step (database, statement, error);
  if (step == MUSTER_STEP_ROW)
    *number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return step == MUSTER_STEP_ROW;
}

static gboolean
check_origin (MusterDatabase *database, gint64 *version, GError **error)
{
  gint64 application;
  gint64 n_tables;

  if (!read_number (database, "PRAGMA application_id", &application, error)
      || !read_number (database, "PRAGMA user_version", version, error)
      || !read_number (database, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    {
      g_prefix_error (error, "The database cannot be read: ");
      return FALSE;
    }
  if (application != APPLICATION_ID && n_tables > 0)
    {
      g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_STORE,
                           "The database belongs to another program: choose another "
                           "file with --database.");
      return FALSE;
    }
  if (*version > NEWEST_VERSION)
    {
      g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_STORE,
                           "The database was made by a newer version of "
                           "muster-platform: install that one.");
      return FALSE;
    }
  return TRUE;
}

static gboolean
migrate_to (MusterDatabase *database, guint version, GError **error)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_FORMAT, version);
  g_autofree char *end
    = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u; COMMIT;",
                       APPLICATION_ID, version);
  g_autoptr (GBytes) sql
    = g_resource_lookup_data (muster_server_get_resource (), path, 0, error);

  if (sql == NULL)
    return FALSE;
  if (muster_database_execute (database, "BEGIN IMMEDIATE", error)
      && muster_database_execute (database, g_bytes_get_data (sql, NULL), error)
      && muster_database_execute (database, end, error))
    return TRUE;
  muster_database_execute (database, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
muster_migration_run (MusterDatabase *database, GError **error)
{
  gint64 version;

  if (!check_origin (database, &version, error))
    return FALSE;
  for (guint next = (guint) version + 1; next <= NEWEST_VERSION; next++)
    if (!migrate_to (database, next, error))
      return FALSE;
  return TRUE;
}
