/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-journal-schema.h"

#include <glib/gi18n.h>

/* "MusJ", so that no other program's file is taken for ours. */
#define APPLICATION_ID 0x4d75734a

/* Each brings the file from its own position to the next version; none ever changes. */
static const char *const migrations[] = {
  "CREATE TABLE batch ("
  " number INTEGER PRIMARY KEY,"
  " id TEXT NOT NULL UNIQUE,"
  " address TEXT NOT NULL,"
  " account_id TEXT,"
  " account TEXT NOT NULL,"
  " selection TEXT NOT NULL,"
  " note TEXT,"
  " operations TEXT NOT NULL,"
  " started_at INTEGER NOT NULL," /* microseconds since 1970 */
  " ended_at INTEGER NOT NULL DEFAULT 0,"
  " state TEXT NOT NULL,"
  " counts TEXT" /* once it has ended */
  ") STRICT;"
  "CREATE TABLE batch_row ("
  " batch INTEGER NOT NULL REFERENCES batch (number) ON DELETE CASCADE,"
  " position INTEGER NOT NULL,"
  " user_id TEXT NOT NULL,"
  " user_name TEXT NOT NULL,"
  " display_name TEXT,"
  " version TEXT,"
  " before TEXT NOT NULL,"
  " operations TEXT NOT NULL,"
  " guards INTEGER NOT NULL,"
  " state TEXT NOT NULL," /* planned, sending or decided */
  " attempts INTEGER NOT NULL DEFAULT 0,"
  " sent_at INTEGER NOT NULL DEFAULT 0,"
  " outcome TEXT NOT NULL,"
  " message TEXT,"
  " message_field TEXT,"
  " decided_at INTEGER NOT NULL DEFAULT 0,"
  " PRIMARY KEY (batch, position)"
  ") STRICT, WITHOUT ROWID;",
};

static gboolean
read_number (MusterJournalDatabase *database,
             const char            *sql,
             int                   *number,
             GError               **error)
{
  sqlite3_stmt *statement = muster_journal_database_prepare (database, sql, error);
  gboolean      done = FALSE;

  if (statement == NULL)
    return FALSE;
  if (muster_journal_database_step (database, statement, error) == 1)
    {
      *number = sqlite3_column_int (statement, 0);
      done = TRUE;
    }
  sqlite3_finalize (statement);
  return done;
}

static gboolean
fail (MusterJournalDatabase *database, const char *reason, GError **error)
{
  g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL,
               _ ("The journal %s cannot be used: %s."), database->path, reason);
  return FALSE;
}

gboolean
muster_journal_schema_check (MusterJournalDatabase *database, GError **error)
{
  int application;
  int version;
  int n_tables;

  if (!read_number (database, "PRAGMA application_id", &application, error)
      || !read_number (database, "PRAGMA user_version", &version, error)
      || !read_number (database, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (application != APPLICATION_ID && (application != 0 || version != 0 || n_tables > 0))
    return fail (database,
                 _ ("it is another program's file. Move it away, or choose another "
                    "folder by XDG_DATA_HOME"),
                 error);
  if (version > (int) G_N_ELEMENTS (migrations))
    return fail (database,
                 _ ("a newer Muster has written it. Use that version, or choose another "
                    "folder by XDG_DATA_HOME"),
                 error);
  return TRUE;
}

static gboolean
apply (MusterJournalDatabase *database, guint version, GError **error)
{
  g_autofree char *sql
    = g_strdup_printf ("%s PRAGMA application_id = %d; PRAGMA user_version = %u;",
                       migrations[version], APPLICATION_ID, version + 1);

  if (sqlite3_exec (database->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    return muster_journal_database_fail (database, error);
  return TRUE;
}

/* The version is read again under the lock: two programs may have come at once. */
static gboolean
migrate_locked (MusterJournalDatabase *database, GError **error)
{
  int version;

  if (!muster_journal_schema_check (database, error)
      || !read_number (database, "PRAGMA user_version", &version, error))
    return FALSE;
  for (guint i = (guint) version; i < G_N_ELEMENTS (migrations); i++)
    if (!apply (database, i, error))
      return FALSE;
  return muster_journal_database_commit (database, error);
}

gboolean
muster_journal_schema_migrate (MusterJournalDatabase *database, GError **error)
{
  int version;

  if (!read_number (database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == (int) G_N_ELEMENTS (migrations))
    return TRUE;
  if (!muster_journal_database_begin (database, error))
    return FALSE;
  if (migrate_locked (database, error))
    return TRUE;
  muster_journal_database_roll_back (database);
  return FALSE;
}
