/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-directory.h"

struct _MusterDirectory
{
  MusterDatabase *database;                         /* (not owned) */
  GHashTable     *by_row[MUSTER_N_DIRECTORY_KINDS]; /* (owned): owns the entries */
  GHashTable     *by_id[MUSTER_N_DIRECTORY_KINDS];  /* (owned) */
};

#define USER_NAME "coalesce (json_extract (doc, '$.displayName'), user_name)"

static const char *const get_sql[MUSTER_N_DIRECTORY_KINDS] = {
  "SELECT row, id, name, permissions, 0 FROM role WHERE row = ?1",
  "SELECT row, id, name, 0, parent FROM organization WHERE row = ?1",
  "SELECT row, id, name, 0, 0 FROM company WHERE row = ?1",
  "SELECT row, id, " USER_NAME ", 0, organization FROM user WHERE row = ?1",
};

static const char *const find_sql[MUSTER_N_DIRECTORY_KINDS] = {
  "SELECT row, id, name, permissions, 0 FROM role WHERE id = ?1",
  "SELECT row, id, name, 0, parent FROM organization WHERE id = ?1",
  "SELECT row, id, name, 0, 0 FROM company WHERE id = ?1",
  "SELECT row, id, " USER_NAME ", 0, organization FROM user WHERE id = ?1",
};

static void
free_entry_cb (gpointer data)
{
  MusterDirectoryEntry *entry = data;

  g_free (entry->id);
  g_free (entry->name);
  g_free (entry);
}

MusterDirectory *
muster_directory_new (MusterDatabase *database)
{
  MusterDirectory *self = g_new0 (MusterDirectory, 1);

  self->database = database;
  for (guint i = 0; i < MUSTER_N_DIRECTORY_KINDS; i++)
    {
      self->by_row[i]
        = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_entry_cb);
      self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  return self;
}

void
muster_directory_free (MusterDirectory *self)
{
  for (guint i = 0; i < MUSTER_N_DIRECTORY_KINDS; i++)
    {
      g_hash_table_unref (self->by_id[i]);
      g_hash_table_unref (self->by_row[i]);
    }
  g_free (self);
}

void
muster_directory_forget (MusterDirectory *self)
{
  for (guint i = 0; i < MUSTER_N_DIRECTORY_KINDS; i++)
    {
      g_hash_table_remove_all (self->by_id[i]);
      g_hash_table_remove_all (self->by_row[i]);
    }
}

static MusterDirectoryEntry *
keep_entry (MusterDirectory *self, MusterDirectoryKind kind, sqlite3_stmt *statement)
{
  MusterDirectoryEntry *entry = g_new0 (MusterDirectoryEntry, 1);

  entry->row = sqlite3_column_int64 (statement, 0);
  entry->id = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  entry->name = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  entry->permissions = (MusterPermissions) sqlite3_column_int64 (statement, 3);
  entry->place = sqlite3_column_int64 (statement, 4);
  g_hash_table_replace (self->by_row[kind], &entry->row, entry);
  g_hash_table_replace (self->by_id[kind], entry->id, entry);
  return entry;
}

/* The statement is bound; NULL in @entry where it answers no row. */
static gboolean
read_entry (MusterDirectory             *self,
            MusterDirectoryKind          kind,
            sqlite3_stmt                *statement,
            const MusterDirectoryEntry **entry,
            GError                     **error)
{
  MusterStep step = muster_database_step (self->database, statement, error);

  *entry = step == MUSTER_STEP_ROW ? keep_entry (self, kind, statement) : NULL;
  sqlite3_reset (statement);
  return step != MUSTER_STEP_ERROR;
}

const MusterDirectoryEntry *
muster_directory_get (MusterDirectory    *self,
                      MusterDirectoryKind kind,
                      gint64              row,
                      GError            **error)
{
  const MusterDirectoryEntry *entry;
  sqlite3_stmt               *statement;

  entry = g_hash_table_lookup (self->by_row[kind], &row);
  if (entry != NULL)
    return entry;

  statement = muster_database_prepare (self->database, get_sql[kind], error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, row);
  if (!read_entry (self, kind, statement, &entry, error))
    return NULL;
  if (entry == NULL)
    g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_STORE,
                         "The database refers to something that it does not have.");
  return entry;
}

gboolean
muster_directory_find (MusterDirectory             *self,
                       MusterDirectoryKind          kind,
                       const char                  *id,
                       const MusterDirectoryEntry **entry,
                       GError                     **error)
{
  sqlite3_stmt *statement;

  *entry = g_hash_table_lookup (self->by_id[kind], id);
  if (*entry != NULL)
    return TRUE;

  statement = muster_database_prepare (self->database, find_sql[kind], error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_TRANSIENT);
  return read_entry (self, kind, statement, entry, error);
}
