/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sample-users.h"

#include "muster-fold.h"
#include "muster-password.h"
#include "muster-sample-person.h"
#include "muster-sample.h"

#define SECONDS_BETWEEN_USERS 37
#define ONE_IN_ADMINISTRATIVE 60
#define ONE_IN_DISABLED 20
#define ONE_IN_WITHOUT_COMPANY 7
#define USERS_PER_EXECUTIVE 100

typedef struct
{
  MusterDatabase              *database;  /* (not owned) */
  const MusterSampleDirectory *directory; /* (not owned) */
  GRand                       *random;    /* (not owned) */
  char                        *hash;      /* (owned): of everybody's password */
  gint64                       created;   /* microseconds since 1970 */
  guint                        n_users;
  gint64                       first_row;
} Writer;

static gint64
pick (Writer *self, GArray *rows)
{
  return g_array_index (rows, gint64,
                        g_rand_int_range (self->random, 0, (gint32) rows->len));
}

static void
bind_key (sqlite3_stmt *statement, int position, const char *text)
{
  sqlite3_bind_text (statement, position, muster_fold (text), -1, g_free);
}

static void
bind_links (Writer *self, sqlite3_stmt *statement, guint number)
{
  guint n_executives = MAX (self->n_users / USERS_PER_EXECUTIVE, 1u);

  if (g_rand_int_range (self->random, 0, ONE_IN_WITHOUT_COMPANY) != 0)
    sqlite3_bind_int64 (statement, 11, pick (self, self->directory->companies));
  /* The first users are the executives of those that follow. */
  if (number > n_executives && g_rand_int_range (self->random, 0, 5) != 0)
    sqlite3_bind_int64 (statement, 12,
                        self->first_row
                          + g_rand_int_range (self->random, 0, (gint32) n_executives));
  sqlite3_bind_int64 (statement, 13, pick (self, self->directory->organizations));
}

static gboolean
insert_user (Writer                   *self,
             const MusterSamplePerson *person,
             guint                     number,
             gint64                   *row,
             GError                  **error)
{
  g_autofree char *id = muster_sample_draw_id (self->random);
  gboolean         disabled
    = number > 0 && g_rand_int_range (self->random, 0, ONE_IN_DISABLED) == 0;
  sqlite3_stmt *statement = muster_database_prepare (
    self->database,
    "INSERT INTO user (id, user_name, user_name_key, display_name_key, family_name_key, "
    "given_name_key, active, time_zone, password, created, modified, doc, company, "
    "account_executive, organization) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?14, ?11, ?12, ?13)",
    error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, person->user_name, -1, SQLITE_STATIC);
  bind_key (statement, 3, person->user_name);
  bind_key (statement, 4, person->display_name);
  bind_key (statement, 5, person->family_name);
  bind_key (statement, 6, person->given_name);
  sqlite3_bind_int (statement, 7, !disabled);
  sqlite3_bind_text (statement, 8, person->time_zone, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 9, self->hash, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 10,
                      self->created
                        + (gint64) number * SECONDS_BETWEEN_USERS * G_USEC_PER_SEC);
  bind_links (self, statement, number);
  sqlite3_bind_text (statement, 14, person->doc, -1, SQLITE_STATIC);
  if (!muster_database_run (self->database, statement, error))
    return FALSE;
  *row = sqlite3_last_insert_rowid (muster_database_get_handle (self->database));
  return TRUE;
}

static gboolean
insert_texts (Writer *self, const MusterSamplePerson *person, gint64 row, GError **error)
{
  sqlite3_stmt *email
    = muster_database_prepare (self->database,
                               "INSERT INTO user_email (user, value_key) VALUES (?1, ?2)",
                               error);
  sqlite3_stmt *text;

  if (email == NULL)
    return FALSE;
  sqlite3_bind_int64 (email, 1, row);
  bind_key (email, 2, person->email);
  if (!muster_database_run (self->database, email, error))
    return FALSE;
  text = muster_database_prepare (self->database,
                                  "INSERT INTO user_text (rowid, user_name, family_name, "
                                  "given_name, display_name, "
                                  "email) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                  error);
  if (text == NULL)
    return FALSE;
  sqlite3_bind_int64 (text, 1, row);
  bind_key (text, 2, person->user_name);
  bind_key (text, 3, person->family_name);
  bind_key (text, 4, person->given_name);
  bind_key (text, 5, person->display_name);
  bind_key (text, 6, person->email);
  return muster_database_run (self->database, text, error);
}

static gboolean
link_to (Writer *self, const char *sql, gint64 user, gint64 other, GError **error)
{
  sqlite3_stmt *statement = muster_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, user);
  sqlite3_bind_int64 (statement, 2, other);
  return muster_database_run (self->database, statement, error);
}

static gboolean
add_role (Writer *self, gint64 user, gint64 role, GError **error)
{
  return link_to (self, "INSERT OR IGNORE INTO user_role (user, role) VALUES (?1, ?2)",
                  user, role, error);
}

static gboolean
make_administrative (Writer *self, gint64 user, GError **error)
{
  guint n_organizations = (guint) g_rand_int_range (self->random, 1, 4);

  if (!add_role (self, user, pick (self, self->directory->administrative), error))
    return FALSE;
  for (guint i = 0; i < n_organizations; i++)
    if (!link_to (self,
                  "INSERT OR IGNORE INTO user_managed_organization (user, organization) "
                  "VALUES (?1, ?2)",
                  user, pick (self, self->directory->organizations), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_roles (Writer *self, gint64 user, guint number, GError **error)
{
  if (!add_role (self, user, g_array_index (self->directory->roles, gint64, 0), error))
    return FALSE;
  if (number == 0)
    return add_role (self, user, self->directory->site_administrator, error);
  if (g_rand_int_range (self->random, 0, 2) == 0
      && !add_role (self, user, pick (self, self->directory->roles), error))
    return FALSE;
  return g_rand_int_range (self->random, 0, ONE_IN_ADMINISTRATIVE) != 0
         || make_administrative (self, user, error);
}

static void
name_administrator (MusterSamplePerson *person)
{
  g_free (person->user_name);
  person->user_name = g_strdup (MUSTER_SAMPLE_ADMINISTRATOR);
}

static gboolean
add_user (Writer *self, guint number, GError **error)
{
  MusterSamplePerson person = { NULL };
  gint64             row;
  gboolean           added;

  muster_sample_person_draw (&person, self->random, number);
  if (number == 0)
    name_administrator (&person);
  added = insert_user (self, &person, number, &row, error)
          && insert_texts (self, &person, row, error)
          && add_roles (self, row, number, error);
  if (number == 0)
    self->first_row = row;
  muster_sample_person_clear (&person);
  return added;
}

gboolean
muster_sample_users_fill (MusterDatabase              *database,
                          const MusterSampleDirectory *directory,
                          GRand                       *random,
                          guint                        n_users,
                          gint64                       created,
                          GError                     **error)
{
  g_autofree char *hash = muster_password_hash_known (MUSTER_SAMPLE_PASSWORD, error);
  Writer           writer = {
              .database = database,
              .directory = directory,
              .random = random,
              .hash = hash,
              .created = created,
              .n_users = n_users,
  };

  if (hash == NULL)
    return FALSE;
  for (guint i = 0; i < n_users; i++)
    if (!add_user (&writer, i, error))
      return FALSE;
  return TRUE;
}
