/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-columns.h"

#include "muster-fold.h"
#include "muster-password.h"

typedef enum
{
  COLUMN_EXTERNAL_ID,
  COLUMN_USER_NAME,
  COLUMN_USER_NAME_KEY,
  COLUMN_TIME_ZONE,
  COLUMN_ACTIVE,
  COLUMN_PASSWORD,
  COLUMN_COMPANY,
  COLUMN_ACCOUNT_EXECUTIVE,
  COLUMN_ORGANIZATION,
  COLUMN_FLAGGED,
  COLUMN_DOC,
} Column;

/* A column is written where one of its attributes changed. */
static const struct
{
  MusterAttributes attributes;
  const char      *name;
} columns[] = {
  [COLUMN_EXTERNAL_ID]
  = { MUSTER_ATTRIBUTE (MUSTER_ATTRIBUTE_EXTERNAL_ID), "external_id" },
  [COLUMN_USER_NAME] = { MUSTER_ATTRIBUTE (MUSTER_USER_USER_NAME), "user_name" },
  [COLUMN_USER_NAME_KEY] = { MUSTER_ATTRIBUTE (MUSTER_USER_USER_NAME), "user_name_key" },
  [COLUMN_TIME_ZONE] = { MUSTER_ATTRIBUTE (MUSTER_USER_TIME_ZONE), "time_zone" },
  [COLUMN_ACTIVE] = { MUSTER_ATTRIBUTE (MUSTER_USER_ACTIVE), "active" },
  [COLUMN_PASSWORD] = { MUSTER_ATTRIBUTE (MUSTER_USER_PASSWORD), "password" },
  [COLUMN_COMPANY] = { MUSTER_ATTRIBUTE (MUSTER_USER_COMPANY), "company" },
  [COLUMN_ACCOUNT_EXECUTIVE]
  = { MUSTER_ATTRIBUTE (MUSTER_USER_ACCOUNT_EXECUTIVE), "account_executive" },
  [COLUMN_ORGANIZATION] = { MUSTER_ATTRIBUTE (MUSTER_USER_ORGANIZATION), "organization" },
  [COLUMN_FLAGGED] = { MUSTER_ATTRIBUTE (MUSTER_USER_FLAGGED_FIELDS), "flagged" },
  [COLUMN_DOC] = { MUSTER_USER_DOC_ATTRIBUTES, "doc" },
};

/* ?1 is the row, ?2 the version, ?3 the time; the columns come behind. */
#define FIRST_PARAMETER 4

/* A reference to none is NULL in the store. */
static void
bind_reference (sqlite3_stmt *statement, int parameter, gint64 row)
{
  if (row != 0)
    sqlite3_bind_int64 (statement, parameter, row);
  else
    sqlite3_bind_null (statement, parameter);
}

static gboolean
bind_password (sqlite3_stmt *statement,
               int           parameter,
               const char   *password,
               GError      **error)
{
  char *hash = muster_password_hash (password, error);

  if (hash == NULL)
    return FALSE;

  sqlite3_bind_text (statement, parameter, hash, -1, g_free);
  return TRUE;
}

static gboolean
bind_column (sqlite3_stmt           *statement,
             int                     parameter,
             Column                  column,
             const MusterUserRecord *record,
             GError                **error)
{
  switch (column)
    {
    case COLUMN_EXTERNAL_ID:
      muster_record_bind_text (statement, parameter, record->base.external_id);
      return TRUE;
    case COLUMN_USER_NAME:
      muster_record_bind_text (statement, parameter, record->user_name);
      return TRUE;
    case COLUMN_USER_NAME_KEY:
      sqlite3_bind_text (statement, parameter, muster_fold (record->user_name), -1,
                         g_free);
      return TRUE;
    case COLUMN_TIME_ZONE:
      muster_record_bind_text (statement, parameter, record->time_zone);
      return TRUE;
    case COLUMN_ACTIVE:
      sqlite3_bind_int (statement, parameter, record->active);
      return TRUE;
    case COLUMN_PASSWORD:
      return bind_password (statement, parameter, record->new_password, error);
    case COLUMN_COMPANY:
      bind_reference (statement, parameter, record->company);
      return TRUE;
    case COLUMN_ACCOUNT_EXECUTIVE:
      bind_reference (statement, parameter, record->account_executive);
      return TRUE;
    case COLUMN_ORGANIZATION:
      bind_reference (statement, parameter, record->organization);
      return TRUE;
    case COLUMN_FLAGGED:
      sqlite3_bind_int64 (statement, parameter, record->flagged);
      return TRUE;
    case COLUMN_DOC:
    default:
      muster_record_bind_text (statement, parameter, record->doc);
      return TRUE;
    }
}

static char *
build_update (MusterAttributes changed)
{
  GString *sql = g_string_new ("UPDATE user SET version = ?2, modified = ?3");
  int      parameter = FIRST_PARAMETER;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (columns[i].attributes & changed)
        g_string_append_printf (sql, ", %s = ?%d", columns[i].name, parameter++);
    }
  g_string_append (sql, " WHERE row = ?1");
  return g_string_free (sql, FALSE);
}

static sqlite3_stmt *
prepare_update (MusterWork *work, MusterAttributes changed, GError **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt    *statement = g_hash_table_lookup (work->updates, &changed);

  if (statement != NULL)
    return statement;

  sql = build_update (changed);
  statement = muster_database_prepare_once (work->database, sql, error);
  if (statement != NULL)
    g_hash_table_insert (work->updates, g_memdup2 (&changed, sizeof changed), statement);
  return statement;
}

static gboolean
bind_columns (sqlite3_stmt           *statement,
              const MusterUserRecord *record,
              MusterAttributes        changed,
              GError                **error)
{
  int parameter = FIRST_PARAMETER;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if ((columns[i].attributes & changed)
          && !bind_column (statement, parameter++, i, record, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_user_update_columns (MusterWork             *work,
                            const MusterUserRecord *record,
                            MusterAttributes        changed,
                            GError                **error)
{
  sqlite3_stmt *statement = prepare_update (work, changed, error);
  gboolean      done;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, record->base.row);
  sqlite3_bind_int64 (statement, 2, record->base.version);
  sqlite3_bind_int64 (statement, 3, record->base.modified);
  done = bind_columns (statement, record, changed, error)
         && muster_database_run (work->database, statement, error);
  sqlite3_clear_bindings (statement);
  return done;
}
