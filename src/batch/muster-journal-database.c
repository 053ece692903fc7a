/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-journal-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "muster-data-folder.h"
#include "muster-journal-schema.h"

#define BUSY_TIMEOUT_MS 10000
#define BUSY_PAUSE_MS 5

MusterJournalDatabase *
muster_journal_database_new (const char *path)
{
  MusterJournalDatabase *self = g_new0 (MusterJournalDatabase, 1);

  self->path = g_strdup (path);
  self->locks = muster_journal_locks_new (path);
  return self;
}

static void
close_handle (MusterJournalDatabase *self)
{
  sqlite3_close (self->handle);
  self->handle = NULL;
}

void
muster_journal_database_free (MusterJournalDatabase *self)
{
  close_handle (self);
  muster_journal_locks_free (self->locks);
  g_free (self->path);
  g_free (self);
}

static const char *
describe_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return _ ("the disk is full. Free some space and try again");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return _ ("it is not writable. Check who owns it and its folder, or choose another "
                "folder by XDG_DATA_HOME");
    case SQLITE_NOTADB:
      return _ ("it is no journal of Muster. Move the file away and try again");
    case SQLITE_CORRUPT:
      return _ ("the file is damaged. Keep a copy of it, move it away and try again");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _ ("another program keeps it locked. Close that program and try again");
    case SQLITE_IOERR:
      return _ ("the disk fails or is full. Check it and try again");
    default:
      return NULL;
    }
}

gboolean
muster_journal_database_fail (MusterJournalDatabase *self, GError **error)
{
  int code = self->handle != NULL ? sqlite3_errcode (self->handle) : SQLITE_CANTOPEN;
  const char *reason = describe_code (code);

  g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL,
               /* Translators: a file, and why, as a clause without its full stop. */
               _ ("The journal %s cannot be used: %s."), self->path,
               reason != NULL ? reason : sqlite3_errmsg (self->handle));
  return FALSE;
}

gboolean
muster_journal_database_fail_damaged (MusterJournalDatabase *self, GError **error)
{
  g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL,
               _ ("The journal %s cannot be used: %s."), self->path,
               describe_code (SQLITE_CORRUPT));
  return FALSE;
}

static gboolean
fail_file (MusterJournalDatabase *self, int code, GError **error)
{
  g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL,
               /* Translators: a file, and what the system says. */
               _ ("The journal %s cannot be made: %s. Check who owns its folder and "
                  "whether the disk is full, or choose another folder by XDG_DATA_HOME."),
               self->path, g_strerror (code));
  return FALSE;
}

/* The mode is set by name: closing a descriptor of the file would let SQLite's own locks
 * go. */
static gboolean
close_to_others (const char *path, GStatBuf *info, guint mode)
{
  return (info->st_mode & 077) == 0 || g_chmod (path, (int) mode) == 0 || errno == EPERM;
}

static gboolean
check_file (MusterJournalDatabase *self, GError **error)
{
  GStatBuf info;

  if (g_stat (self->path, &info) != 0)
    return fail_file (self, errno, error);
  if (!S_ISREG (info.st_mode))
    return fail_file (self, S_ISDIR (info.st_mode) ? EISDIR : EEXIST, error);
  return close_to_others (self->path, &info, 0600) || fail_file (self, errno, error);
}

/* A folder that others made for other things keeps its mode; our own does not. */
static gboolean
make_folder (MusterJournalDatabase *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *own = muster_data_folder_build ();
  GStatBuf         info;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_file (self, errno, error);
  if (strcmp (folder, own) == 0 && g_stat (folder, &info) == 0
      && !close_to_others (folder, &info, 0700))
    return fail_file (self, errno, error);
  return TRUE;
}

/* SQLite gives its other files the mode of the first. */
static gboolean
make_file (MusterJournalDatabase *self, GError **error)
{
  int file;

  if (!make_folder (self, error))
    return FALSE;
  file = open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file >= 0)
    close (file);
  else if (errno != EEXIST)
    return fail_file (self, errno, error);
  return check_file (self, error);
}

static gboolean
open_handle (MusterJournalDatabase *self, GError **error)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  int keeps_wal = 1;

  if (sqlite3_open_v2 (self->path, &self->handle, flags, NULL) != SQLITE_OK)
    return muster_journal_database_fail (self, error);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  /* To make that file anew each time costs a sync of the folder. */
  sqlite3_file_control (self->handle, NULL, SQLITE_FCNTL_PERSIST_WAL, &keeps_wal);
  return TRUE;
}

static gboolean
execute (MusterJournalDatabase *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return muster_journal_database_fail (self, error);
}

/* Where another program opens the file too, SQLite refuses this at once: it keeps the
 * busy timeout out of it. */
static gboolean
switch_to_wal (MusterJournalDatabase *self, GError **error)
{
  gint64 until = g_get_monotonic_time () + BUSY_TIMEOUT_MS * 1000;

  while (sqlite3_exec (self->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL)
         != SQLITE_OK)
    {
      if ((sqlite3_errcode (self->handle) & 0xff) != SQLITE_BUSY
          || g_get_monotonic_time () > until)
        return muster_journal_database_fail (self, error);
      g_usleep (BUSY_PAUSE_MS * 1000);
    }
  return TRUE;
}

/* Read as one: another program may be making the tables now. */
static gboolean
check_schema (MusterJournalDatabase *self, GError **error)
{
  gboolean ours;

  if (!execute (self, "BEGIN", error))
    return FALSE;
  ours = muster_journal_schema_check (self, error);
  return execute (self, "ROLLBACK", ours ? error : NULL) && ours;
}

/* WAL is asked for once the file is known to be ours: it changes the file. */
static gboolean
set_up (MusterJournalDatabase *self, GError **error)
{
  static const char pragmas[] = "PRAGMA synchronous = FULL;"
                                "PRAGMA journal_size_limit = 1048576;"
                                "PRAGMA foreign_keys = ON;";

  return execute (self, "PRAGMA trusted_schema = OFF", error)
         && check_schema (self, error) && switch_to_wal (self, error)
         && execute (self, pragmas, error) && muster_journal_schema_migrate (self, error);
}

gboolean
muster_journal_database_open (MusterJournalDatabase *self, GError **error)
{
  if (self->handle != NULL)
    return TRUE;
  if (make_file (self, error) && open_handle (self, error) && set_up (self, error))
    return TRUE;
  close_handle (self);
  return FALSE;
}

gboolean
muster_journal_database_begin (MusterJournalDatabase *self, GError **error)
{
  if (!execute (self, self->depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT part", error))
    return FALSE;
  self->depth++;
  return TRUE;
}

gboolean
muster_journal_database_commit (MusterJournalDatabase *self, GError **error)
{
  if (!execute (self, self->depth == 1 ? "COMMIT" : "RELEASE part", error))
    return FALSE;
  self->depth--;
  return TRUE;
}

/* SQLite itself rolls all of it back after some failures; there is no part then. */
void
muster_journal_database_roll_back (MusterJournalDatabase *self)
{
  if (self->depth == 0)
    return;
  self->depth--;
  if (sqlite3_get_autocommit (self->handle) != 0)
    return;
  sqlite3_exec (self->handle,
                self->depth == 0 ? "ROLLBACK" : "ROLLBACK TO part; RELEASE part", NULL,
                NULL, NULL);
}

sqlite3_stmt *
muster_journal_database_prepare (MusterJournalDatabase *self,
                                 const char            *sql,
                                 GError               **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    muster_journal_database_fail (self, error);
  return statement;
}

int
muster_journal_database_step (MusterJournalDatabase *self,
                              sqlite3_stmt          *statement,
                              GError               **error)
{
  switch (sqlite3_step (statement))
    {
    case SQLITE_ROW:
      return 1;
    case SQLITE_DONE:
      return 0;
    default:
      muster_journal_database_fail (self, error);
      return -1;
    }
}

gboolean
muster_journal_database_run (MusterJournalDatabase *self,
                             sqlite3_stmt          *statement,
                             GError               **error)
{
  int result = muster_journal_database_step (self, statement, error);

  sqlite3_reset (statement);
  return result >= 0;
}
