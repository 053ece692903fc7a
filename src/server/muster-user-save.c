/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-save.h"

#include "muster-audit.h"
#include "muster-fold.h"
#include "muster-schema-check.h"
#include "muster-scim-urns.h"
#include "muster-user-columns.h"
#include "muster-user-index.h"
#include "muster-user-json.h"
#include "muster-user-rights.h"

/* In one request. */
#define MAX_PASSWORDS 20

#define NAMES                                                                            \
  (MUSTER_ATTRIBUTE (MUSTER_USER_USER_NAME) | MUSTER_ATTRIBUTE (MUSTER_USER_DISPLAY_NAME))

/* Binds the row as ?1; what is bound behind it is the column's value. */
static sqlite3_stmt *
prepare_for (const MusterWork *work, const char *sql, gint64 row, GError **error)
{
  sqlite3_stmt *statement = muster_database_prepare (work->database, sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, row);
  return statement;
}

static gboolean
run_number (
  const MusterWork *work, const char *sql, gint64 row, gint64 number, GError **error)
{
  sqlite3_stmt *statement = prepare_for (work, sql, row, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 2, number);
  return muster_database_run (work->database, statement, error);
}

static gboolean
holds_row (GArray *rows, gint64 row)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      if (g_array_index (rows, gint64, i) == row)
        return TRUE;
    }
  return FALSE;
}

static gboolean
run_difference (const MusterWork *work,
                const char       *sql,
                gint64            user,
                GArray           *rows,
                GArray           *others,
                GError          **error)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      gint64 row = g_array_index (rows, gint64, i);

      if (!holds_row (others, row) && !run_number (work, sql, user, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_roles (
  const MusterWork *work, gint64 row, GArray *old, GArray *roles, GError **error)
{
  return run_difference (work, "DELETE FROM user_role WHERE user = ?1 AND role = ?2", row,
                         old, roles, error)
         && run_difference (work, "INSERT INTO user_role (user, role) VALUES (?1, ?2)",
                            row, roles, old, error);
}

static gboolean
write_managed (
  const MusterWork *work, gint64 row, GArray *old, GArray *managed, GError **error)
{
  return run_difference (work,
                         "DELETE FROM user_managed_organization "
                         "WHERE user = ?1 AND organization = ?2",
                         row, old, managed, error)
         && run_difference (work,
                            "INSERT INTO user_managed_organization (user, organization) "
                            "VALUES (?1, ?2)",
                            row, managed, old, error);
}

static gboolean
write_links (const MusterWork *work,
             MusterUserRecord *before,
             MusterUserRecord *after,
             MusterAttributes  changed,
             GError          **error)
{
  gint64 row = after->base.row;

  return (!(changed & MUSTER_ATTRIBUTE (MUSTER_USER_ROLES))
          || write_roles (work, row, before != NULL ? before->roles : NULL, after->roles,
                          error))
         && (!(changed & MUSTER_ATTRIBUTE (MUSTER_USER_MANAGED_ORGANIZATIONS))
             || write_managed (work, row,
                               before != NULL ? before->managed_organizations : NULL,
                               after->managed_organizations, error));
}

/* One effective row for each field. A password is named, never told. */
static gboolean
audit_attribute (const MusterWork *work,
                 MusterUserRecord *before,
                 MusterUserRecord *after,
                 guint             key,
                 GError          **error)
{
  g_autoptr (GString) old = g_string_new (NULL);
  g_autoptr (GString) new_value = g_string_new (NULL);

  if (before != NULL && !muster_user_json_append_value (work, before, key, old, error))
    return FALSE;
  if (after != NULL
      && !muster_user_json_append_value (work, after, key, new_value, error))
    return FALSE;
  return muster_audit_add (work, &muster_schema_user,
                           after != NULL ? &after->base : &before->base, key,
                           old->len > 0 ? old->str : NULL,
                           new_value->len > 0 ? new_value->str : NULL, error);
}

static gboolean
audit_attributes (const MusterWork *work,
                  MusterUserRecord *before,
                  MusterUserRecord *after,
                  MusterAttributes  changed,
                  GError          **error)
{
  for (guint key = 0; key < MUSTER_ATTRIBUTES_MAX; key++)
    {
      if ((changed & MUSTER_ATTRIBUTE (key))
          && !audit_attribute (work, before, after, key, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
end_sessions (const MusterWork       *work,
              const MusterUserRecord *before,
              const MusterUserRecord *after,
              GError                **error)
{
  sqlite3_stmt *statement;

  if (before == NULL || (after->active && after->new_password == NULL))
    return TRUE;

  statement
    = prepare_for (work, "DELETE FROM session WHERE user = ?1", after->base.row, error);
  return statement != NULL && muster_database_run (work->database, statement, error);
}

static void
explain_uniqueness (const MusterUserRecord *record, GError **error)
{
  g_autofree char *quoted = NULL;

  if (error == NULL
      || !g_error_matches (*error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_UNIQUENESS))
    return;

  quoted = muster_schema_quote (record->user_name);
  g_clear_error (error);
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_UNIQUENESS,
               "userName: %s belongs to another user already: choose another one.",
               quoted);
}

static gboolean
insert (const MusterWork *work, MusterUserRecord *after, GError **error)
{
  g_autofree char *key = muster_fold (after->user_name);
  sqlite3_stmt    *statement;

  statement = muster_database_prepare (work->database,
                                       "INSERT INTO user (id, user_name, user_name_key, "
                                       "created, modified) "
                                       "VALUES (?1, ?2, ?3, ?4, ?4)",
                                       error);
  if (statement == NULL)
    return FALSE;

  muster_record_bind_text (statement, 1, after->base.id);
  muster_record_bind_text (statement, 2, after->user_name);
  muster_record_bind_text (statement, 3, key);
  sqlite3_bind_int64 (statement, 4, after->base.created);
  if (!muster_database_run (work->database, statement, error))
    return FALSE;

  after->base.row
    = sqlite3_last_insert_rowid (muster_database_get_handle (work->database));
  return TRUE;
}

/* Hashing is slow on purpose, and nobody else writes in the meantime. */
static gboolean
count_password (MusterWork *work, const MusterUserRecord *after, GError **error)
{
  if (after->new_password == NULL || ++work->n_passwords <= MAX_PASSWORDS)
    return TRUE;

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_TOO_MANY,
               "password: a request can set %d of them: send the rest in another.",
               MAX_PASSWORDS);
  return FALSE;
}

static gboolean
write_row (MusterWork       *work,
           MusterUserRecord *before,
           MusterUserRecord *after,
           MusterAttributes  changed,
           GError          **error)
{
  if (!count_password (work, after, error))
    return FALSE;
  if (before != NULL)
    {
      after->base.version++;
      after->base.modified = work->now;
    }
  if ((before != NULL || insert (work, after, error))
      && muster_user_update_columns (work, after, changed, error))
    return TRUE;

  explain_uniqueness (after, error);
  return FALSE;
}

gboolean
muster_user_save (MusterWork       *work,
                  MusterUserRecord *before,
                  MusterUserRecord *after,
                  GError          **error)
{
  MusterAttributes changed;

  if (!muster_user_compare (before, after, &changed, error)
      || !muster_user_check_change (work, before, after, changed, error))
    return FALSE;
  if (before != NULL && changed == 0)
    return TRUE;

  if (!write_row (work, before, after, changed, error)
      || !write_links (work, before, after, changed, error)
      || !muster_user_index (work, after, changed, error)
      || !audit_attributes (work, before, after, changed, error)
      || !end_sessions (work, before, after, error))
    return FALSE;
  if (changed & NAMES)
    muster_directory_forget (work->directory);
  return TRUE;
}

/* Those that this user looked after change too: their versions move, the audit says so.
 */
static gboolean
leave_looked_after (const MusterWork       *work,
                    const MusterUserRecord *record,
                    GError                **error)
{
  sqlite3_stmt *statement;

  statement = muster_database_prepare (
    work->database,
    "INSERT INTO audit (at, actor, request, resource_type, resource, field, before) "
    "SELECT ?2, ?3, ?4, 'User', id, ?5, json_object ('value', ?6) FROM user "
    "WHERE account_executive = ?1",
    error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, record->base.row);
  sqlite3_bind_int64 (statement, 2, work->now);
  muster_record_bind_text (statement, 3, work->caller->id);
  muster_record_bind_text (statement, 4, work->request_id);
  sqlite3_bind_text (statement, 5, MUSTER_SCIM_URN_PROFILE ":accountExecutive", -1,
                     SQLITE_STATIC);
  muster_record_bind_text (statement, 6, record->base.id);
  return muster_database_run (work->database, statement, error)
         && run_number (work,
                        "UPDATE user SET account_executive = NULL, version = version + "
                        "1, "
                        "modified = ?2 WHERE account_executive = ?1",
                        record->base.row, work->now, error);
}

static gboolean
audit_removal (const MusterWork *work, MusterUserRecord *record, GError **error)
{
  MusterAttributes assigned;

  return muster_user_compare (NULL, record, &assigned, error)
         && audit_attributes (work, record, NULL, assigned, error);
}

gboolean
muster_user_remove (MusterWork *work, MusterUserRecord *record, GError **error)
{
  sqlite3_stmt *statement;

  if (!muster_work_require (work, MUSTER_PERMISSION_DELETE_USERS, "delete users", error)
      || !muster_user_check_holder (work, record, error)
      || !audit_removal (work, record, error) || !leave_looked_after (work, record, error)
      || !muster_user_unindex (work, record, error))
    return FALSE;

  statement
    = prepare_for (work, "DELETE FROM user WHERE row = ?1", record->base.row, error);
  if (statement == NULL || !muster_database_run (work->database, statement, error))
    return FALSE;

  muster_directory_forget (work->directory);
  return TRUE;
}
