/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-administrator.h"

#include "muster-fold.h"
#include "muster-password.h"
#include "muster-permission.h"
#include "muster-schema-check.h"

#define ALL_PERMISSIONS ((1 << MUSTER_N_PERMISSIONS) - 1)
#define MAX_ROLE_NAMES 100

static gboolean
find_role (MusterDatabase *database, gint64 *role, GError **error)
{
  sqlite3_stmt *statement = muster_database_prepare (
    database, "SELECT row FROM role WHERE permissions = ?1 ORDER BY row LIMIT 1", error);
  MusterStep step;

  *role = 0;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, ALL_PERMISSIONS);
  step = muster_database_step (database, statement, error);
  if (step == MUSTER_STEP_ROW)
    *role = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return step != MUSTER_STEP_ERROR;
}

static gboolean
insert_role (MusterDatabase *database, const char *name, gint64 *role, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *key = muster_fold (name);
  sqlite3_stmt    *statement
    = muster_database_prepare (database,
                               "INSERT INTO role (id, name, name_key, administrative, "
                               "permissions, created, modified) "
                               "VALUES (?1, ?2, ?3, 1, ?4, ?5, ?5)",
                               error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, key, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 4, ALL_PERMISSIONS);
  sqlite3_bind_int64 (statement, 5, g_get_real_time ());
  if (!muster_database_run (database, statement, error))
    return FALSE;
  *role = sqlite3_last_insert_rowid (muster_database_get_handle (database));
  return TRUE;
}

/* Where somebody took permissions from the role of that name, it stays as it is. */
static gboolean
create_role (MusterDatabase *database, gint64 *role, GError **error)
{
  for (guint i = 1; i < MAX_ROLE_NAMES; i++)
    {
      g_autofree char *name = i == 1
                                ? g_strdup (MUSTER_SITE_ADMINISTRATOR)
                                : g_strdup_printf ("%s %u", MUSTER_SITE_ADMINISTRATOR, i);
      g_autoptr (GError) local_error = NULL;

      if (insert_role (database, name, role, &local_error))
        return TRUE;
      if (!g_error_matches (local_error, MUSTER_SERVER_ERROR,
                            MUSTER_SERVER_ERROR_UNIQUENESS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_CONFLICT,
                       "All names for the role of a site administrator are taken.");
  return FALSE;
}

static gboolean
create_user (MusterDatabase *database,
             const char     *user_name,
             const char     *hash,
             gint64         *user,
             GError        **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *key = muster_fold (user_name);
  sqlite3_stmt    *statement
    = muster_database_prepare (database,
                               "INSERT INTO user (id, user_name, user_name_key, "
                               "password, created, modified) "
                               "VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
                               error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, user_name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, key, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, hash, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, g_get_real_time ());
  if (!muster_database_run (database, statement, error))
    return FALSE;
  *user = sqlite3_last_insert_rowid (muster_database_get_handle (database));
  statement
    = muster_database_prepare (database,
                               "INSERT INTO user_text (rowid, user_name) VALUES (?1, ?2)",
                               error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, *user);
  sqlite3_bind_text (statement, 2, key, -1, SQLITE_STATIC);
  return muster_database_run (database, statement, error);
}

static gboolean
grant (MusterDatabase *database, gint64 user, gint64 role, GError **error)
{
  sqlite3_stmt *statement
    = muster_database_prepare (database,
                               "INSERT INTO user_role (user, role) VALUES (?1, ?2)",
                               error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, user);
  sqlite3_bind_int64 (statement, 2, role);
  return muster_database_run (database, statement, error);
}

static gboolean
add (MusterDatabase *database, const char *user_name, const char *hash, GError **error)
{
  gint64 role;
  gint64 user;

  if (!find_role (database, &role, error))
    return FALSE;
  if (role == 0 && !create_role (database, &role, error))
    return FALSE;
  return create_user (database, user_name, hash, &user, error)
         && grant (database, user, role, error);
}

static void
explain_taken_name (const char *user_name, GError **error)
{
  if (error == NULL
      || !g_error_matches (*error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_UNIQUENESS))
    return;
  g_clear_error (error);
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_UNIQUENESS,
               "There is an account named “%s” already: choose another name.", user_name);
}

/* As the routes check it. */
static gboolean
check_user_name (const char *user_name, GError **error)
{
  const char *problem = NULL;

  if (!g_utf8_validate (user_name, -1, NULL))
    problem = "The user name is not UTF-8 text.";
  else
    for (const char *c = user_name; *c != '\0'; c = g_utf8_next_char (c))
      if (g_unichar_iscntrl (g_utf8_get_char (c)))
        problem = "The user name holds a control character.";
  if (problem == NULL)
    return muster_schema_check_user_name (user_name, error);
  g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
                       problem);
  return FALSE;
}

gboolean
muster_administrator_add (MusterDatabase *database,
                          const char     *user_name,
                          const char     *password,
                          GError        **error)
{
  g_autofree char *hash = NULL;

  if (!check_user_name (user_name, error))
    return FALSE;
  hash = muster_password_hash (password, error);
  if (hash == NULL || !muster_database_execute (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (add (database, user_name, hash, error)
      && muster_database_execute (database, "COMMIT", error))
    return TRUE;
  explain_taken_name (user_name, error);
  if (!sqlite3_get_autocommit (muster_database_get_handle (database)))
    muster_database_execute (database, "ROLLBACK", NULL);
  return FALSE;
}
