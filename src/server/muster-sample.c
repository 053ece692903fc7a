/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sample.h"

#include "muster-sample-directory.h"
#include "muster-sample-users.h"

#define MARK "sample"

/* 2020-01-01T00:00:00Z, in microseconds: the sample is the same whenever it is made. */
#define CREATED G_GINT64_CONSTANT (1577836800000000)

static char *
describe (guint n_users, guint seed)
{
  return g_strdup_printf ("%u users of sample %u", n_users, seed);
}

/* @mark: (transfer full): what a sample left, %NULL where there was none. */
static gboolean
read_mark (MusterDatabase *database, char **mark, GError **error)
{
  sqlite3_stmt *statement
    = muster_database_prepare (database,
                               "SELECT value FROM setting WHERE name = '" MARK "'",
                               error);
  MusterStep step;

  *mark = NULL;
  if (statement == NULL)
    return FALSE;
  step = muster_database_step (database, statement, error);
  if (step == MUSTER_STEP_ROW)
    *mark = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return step != MUSTER_STEP_ERROR;
}

static gboolean
write_mark (MusterDatabase *database, const char *mark, GError **error)
{
  sqlite3_stmt *statement
    = muster_database_prepare (database,
                               "INSERT INTO setting (name, value) VALUES ('" MARK
                               "', ?1)",
                               error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, mark, -1, SQLITE_STATIC);
  return muster_database_run (database, statement, error);
}

gboolean
muster_sample_is_marked (MusterDatabase *database, gboolean *marked, GError **error)
{
  g_autofree char *mark = NULL;

  if (!read_mark (database, &mark, error))
    return FALSE;
  *marked = mark != NULL;
  return TRUE;
}

static gboolean
is_empty (MusterDatabase *database, gboolean *empty, GError **error)
{
  sqlite3_stmt *statement = muster_database_prepare (
    database,
    "SELECT EXISTS (SELECT 1 FROM user) OR EXISTS (SELECT 1 FROM role) "
    "OR EXISTS (SELECT 1 FROM organization) OR EXISTS (SELECT 1 FROM company)",
    error);
  MusterStep step;

  if (statement == NULL)
    return FALSE;
  step = muster_database_step (database, statement, error);
  *empty = step == MUSTER_STEP_ROW && sqlite3_column_int (statement, 0) == 0;
  sqlite3_reset (statement);
  return step == MUSTER_STEP_ROW;
}

static gboolean
fill (
  MusterDatabase *database, guint n_users, guint seed, const char *mark, GError **error)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (MusterSampleDirectory) directory
    = muster_sample_directory_fill (database, random, CREATED, error);

  return directory != NULL
         && muster_sample_users_fill (database, directory, random, n_users, CREATED,
                                      error)
         && write_mark (database, mark, error);
}

static gboolean
fill_in_transaction (
  MusterDatabase *database, guint n_users, guint seed, const char *mark, GError **error)
{
  if (!muster_database_execute (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (fill (database, n_users, seed, mark, error)
      && muster_database_execute (database, "COMMIT", error)
      && muster_database_execute (database, "ANALYZE", error))
    return TRUE;
  if (!sqlite3_get_autocommit (muster_database_get_handle (database)))
    muster_database_execute (database, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
muster_sample_fill (MusterDatabase *database, guint n_users, guint seed, GError **error)
{
  g_autofree char *wanted = describe (n_users, seed);
  g_autofree char *mark = NULL;
  gboolean         empty;

  if (!read_mark (database, &mark, error) || !is_empty (database, &empty, error))
    return FALSE;
  if (g_strcmp0 (mark, wanted) == 0)
    return TRUE;
  if (empty)
    return fill_in_transaction (database, n_users, seed, wanted, error);
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_CONFLICT,
               "The database holds %s: --sample-users fills an empty one alone; leave it "
               "out, or choose another file with --database.",
               mark != NULL ? mark : "accounts already");
  return FALSE;
}
