/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-index.h"

#include "muster-fold.h"

#define NAMES                                                                            \
  (MUSTER_ATTRIBUTE (MUSTER_USER_NAME) | MUSTER_ATTRIBUTE (MUSTER_USER_DISPLAY_NAME))
#define EMAILS MUSTER_ATTRIBUTE (MUSTER_USER_EMAILS)
#define USER_NAME MUSTER_ATTRIBUTE (MUSTER_USER_USER_NAME)

typedef struct
{
  char      *user_name;    /* (owned) */
  char      *family_name;  /* (owned) (nullable) */
  char      *given_name;   /* (owned) (nullable) */
  char      *display_name; /* (owned) (nullable) */
  GPtrArray *emails;       /* (owned): each once */
} Keys;

static char *
fold_member (JsonObject *object, const char *name)
{
  const char *text = NULL;

  if (object != NULL)
    text = json_object_get_string_member_with_default (object, name, NULL);
  return text != NULL ? muster_fold (text) : NULL;
}

static JsonObject *
get_name (JsonObject *doc)
{
  return json_object_has_member (doc, "name")
           ? json_object_get_object_member (doc, "name")
           : NULL;
}

static void
add_email (GPtrArray *emails, JsonObject *email)
{
  g_autofree char *key = fold_member (email, "value");

  if (key != NULL && !g_ptr_array_find_with_equal_func (emails, key, g_str_equal, NULL))
    g_ptr_array_add (emails, g_steal_pointer (&key));
}

static gboolean
init_keys (Keys *keys, MusterUserRecord *record, GError **error)
{
  JsonObject *doc = muster_user_record_get_doc (record, error);
  JsonArray  *emails = NULL;

  if (doc == NULL)
    return FALSE;

  keys->user_name = muster_fold (record->user_name);
  keys->family_name = fold_member (get_name (doc), "familyName");
  keys->given_name = fold_member (get_name (doc), "givenName");
  keys->display_name = fold_member (doc, "displayName");
  keys->emails = g_ptr_array_new_with_free_func (g_free);
  if (json_object_has_member (doc, "emails"))
    emails = json_object_get_array_member (doc, "emails");
  for (guint i = 0; emails != NULL && i < json_array_get_length (emails); i++)
    add_email (keys->emails, json_array_get_object_element (emails, i));
  return TRUE;
}

static void
clear_keys (Keys *keys)
{
  g_free (keys->user_name);
  g_free (keys->family_name);
  g_free (keys->given_name);
  g_free (keys->display_name);
  g_clear_pointer (&keys->emails, g_ptr_array_unref);
}

static gboolean
write_names (const MusterWork *work, gint64 row, const Keys *keys, GError **error)
{
  sqlite3_stmt *statement;

  statement = muster_database_prepare (work->database,
                                       "UPDATE user SET family_name_key = ?2, "
                                       "given_name_key = ?3, display_name_key = ?4 "
                                       "WHERE row = ?1",
                                       error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  muster_record_bind_text (statement, 2, keys->family_name);
  muster_record_bind_text (statement, 3, keys->given_name);
  muster_record_bind_text (statement, 4, keys->display_name);
  return muster_database_run (work->database, statement, error);
}

static gboolean
run_for_row (const MusterWork *work, const char *sql, gint64 row, GError **error)
{
  sqlite3_stmt *statement = muster_database_prepare (work->database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  return muster_database_run (work->database, statement, error);
}

static gboolean
write_emails (const MusterWork *work, gint64 row, const Keys *keys, GError **error)
{
  if (!run_for_row (work, "DELETE FROM user_email WHERE user = ?1", row, error))
    return FALSE;

  for (guint i = 0; i < keys->emails->len; i++)
    {
      sqlite3_stmt *statement = muster_database_prepare (work->database,
                                                         "INSERT INTO user_email (user, "
                                                         "value_key) VALUES (?1, ?2)",
                                                         error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, row);
      muster_record_bind_text (statement, 2, keys->emails->pdata[i]);
      if (!muster_database_run (work->database, statement, error))
        return FALSE;
    }
  return TRUE;
}

static char *
join_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) lines->pdata[i]);
  return g_string_free (text, FALSE);
}

static gboolean
write_text (const MusterWork *work, gint64 row, const Keys *keys, GError **error)
{
  g_autofree char *emails = join_lines (keys->emails);
  sqlite3_stmt    *statement;

  if (!run_for_row (work, "DELETE FROM user_text WHERE rowid = ?1", row, error))
    return FALSE;

  statement = muster_database_prepare (work->database,
                                       "INSERT INTO user_text (rowid, user_name, "
                                       "family_name, given_name, display_name, "
                                       "email) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                       error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row);
  muster_record_bind_text (statement, 2, keys->user_name);
  muster_record_bind_text (statement, 3, keys->family_name);
  muster_record_bind_text (statement, 4, keys->given_name);
  muster_record_bind_text (statement, 5, keys->display_name);
  muster_record_bind_text (statement, 6, emails);
  return muster_database_run (work->database, statement, error);
}

gboolean
muster_user_index (const MusterWork *work,
                   MusterUserRecord *record,
                   MusterAttributes  changed,
                   GError          **error)
{
  gint64   row = record->base.row;
  Keys     keys = { NULL };
  gboolean done;

  if ((changed & (NAMES | EMAILS | USER_NAME)) == 0)
    return TRUE;
  if (!init_keys (&keys, record, error))
    return FALSE;

  done = (!(changed & NAMES) || write_names (work, row, &keys, error))
         && (!(changed & EMAILS) || write_emails (work, row, &keys, error))
         && write_text (work, row, &keys, error);
  clear_keys (&keys);
  return done;
}

gboolean
muster_user_unindex (const MusterWork       *work,
                     const MusterUserRecord *record,
                     GError                **error)
{
  return run_for_row (work, "DELETE FROM user_text WHERE rowid = ?1", record->base.row,
                      error);
}
