/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-database.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "muster-fold.h"

#define BUSY_TIMEOUT_MS 10000

/* Room for small things of a connection: the statements that are kept fill the usual. */
#define LOOKASIDE_SIZE 1024
#define LOOKASIDE_SLOTS 1000

struct _MusterDatabase
{
  sqlite3    *handle;     /* (owned) */
  GHashTable *statements; /* (owned): constant SQL (by address) → sqlite3_stmt */
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
fold_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, muster_fold (text), -1, g_free);
}

static MusterServerError
find_code (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return MUSTER_SERVER_ERROR_UNAVAILABLE;
    default:
      break;
    }
  if (result == SQLITE_CONSTRAINT_UNIQUE || result == SQLITE_CONSTRAINT_PRIMARYKEY)
    return MUSTER_SERVER_ERROR_UNIQUENESS;
  return MUSTER_SERVER_ERROR_STORE;
}

static void
set_error (MusterDatabase *self, int result, GError **error)
{
  MusterServerError code = find_code (result);

  if (code == MUSTER_SERVER_ERROR_UNAVAILABLE)
    g_set_error (error, MUSTER_SERVER_ERROR, (int) code,
                 "The platform cannot store anything now (%s): nothing was changed; try "
                 "again when its operator has made room or given it the right to write.",
                 sqlite3_errstr (result));
  else
    g_set_error (error, MUSTER_SERVER_ERROR, (int) code, "The database refused: %s",
                 sqlite3_errmsg (self->handle));
}

/* To count each byte that SQLite takes, its threads wait for each other. */
static gpointer
set_up_sqlite (gpointer unused)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

static gboolean
configure (MusterDatabase *self, gboolean writable, GError **error)
{
  int on = 1;

  sqlite3_extended_result_codes (self->handle, on);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_LOOKASIDE, NULL, LOOKASIDE_SIZE,
                     LOOKASIDE_SLOTS);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, on, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, on, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_create_function (self->handle, "fold", 1,
                           SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                           fold_cb, NULL, NULL);
  if (writable && !muster_database_execute (self, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  return muster_database_execute (self, "PRAGMA synchronous = FULL", error)
         && muster_database_execute (self, "PRAGMA cache_size = -65536", error)
         && muster_database_execute (self, "PRAGMA temp_store = MEMORY", error);
}

/* What SQLite makes anew would be readable by all; what is there keeps its mode. */
static gboolean
create_private_file (const char *path, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_UNAVAILABLE,
                   "The database %s cannot be opened for writing: %s.", path,
                   g_strerror (errno));
      return FALSE;
    }
  close (fd);
  return TRUE;
}

static void
explain_other_file (MusterDatabase *self, const char *path, GError **error)
{
  if (error == NULL || sqlite3_errcode (self->handle) != SQLITE_NOTADB)
    return;
  g_clear_error (error);
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_STORE,
               "%s is no database of accounts: choose another file with --database.",
               path);
}

MusterDatabase *
muster_database_open (const char *path, gboolean writable, GError **error)
{
  int flags
    = SQLITE_OPEN_NOMUTEX
      | (writable ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  g_autoptr (MusterDatabase) self = NULL;
  static GOnce set_up = G_ONCE_INIT;
  int          result;

  g_once (&set_up, set_up_sqlite, NULL);
  if (writable && path != NULL && !create_private_file (path, error))
    return NULL;
  self = g_new0 (MusterDatabase, 1);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  result = sqlite3_open_v2 (path != NULL ? path : ":memory:", &self->handle, flags, NULL);
  if (result != SQLITE_OK)
    {
      set_error (self, result, error);
      return NULL;
    }
  if (!configure (self, writable, error))
    {
      explain_other_file (self, path, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
muster_database_close (MusterDatabase *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  sqlite3_close (self->handle);
  g_free (self);
}

sqlite3 *
muster_database_get_handle (MusterDatabase *self)
{
  return self->handle;
}

static sqlite3_stmt *
prepare (MusterDatabase *self, const char *sql, guint flags, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int           result;

  result = sqlite3_prepare_v3 (self->handle, sql, -1, flags, &statement, NULL);
  if (result != SQLITE_OK)
    set_error (self, result, error);
  return statement;
}

sqlite3_stmt *
muster_database_prepare (MusterDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = prepare (self, sql, SQLITE_PREPARE_PERSISTENT, error);
      if (statement == NULL)
        return NULL;
      g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return statement;
}

sqlite3_stmt *
muster_database_prepare_once (MusterDatabase *self, const char *sql, GError **error)
{
  return prepare (self, sql, 0, error);
}

MusterStep
muster_database_step (MusterDatabase *self, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);

  if (result == SQLITE_ROW)
    return MUSTER_STEP_ROW;
  if (result == SQLITE_DONE)
    return MUSTER_STEP_DONE;
  set_error (self, sqlite3_extended_errcode (self->handle), error);
  return MUSTER_STEP_ERROR;
}

gboolean
muster_database_run (MusterDatabase *self, sqlite3_stmt *statement, GError **error)
{
  MusterStep step;

  do
    step = muster_database_step (self, statement, error);
  while (step == MUSTER_STEP_ROW);
  sqlite3_reset (statement);
  return step == MUSTER_STEP_DONE;
}

gboolean
muster_database_execute (MusterDatabase *self, const char *sql, GError **error)
{
  int result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (result == SQLITE_OK)
    return TRUE;
  set_error (self, sqlite3_extended_errcode (self->handle), error);
  return FALSE;
}
