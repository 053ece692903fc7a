/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-journal-read.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-journal-text.h"
#include "muster-listing.h"

/* More than these are not told one by one. */
#define MAX_LISTED 5

#define BATCH_COLUMNS                                                                    \
  "number, id, address, account_id, account, selection, note, operations, started_at,"   \
  " ended_at, state, counts"

/* What went out and was not decided by whoever sent it may have taken effect. */
#define ROW_OUTCOME_NOW                                                                  \
  "iif (outcome = 'pending' AND state = 'sending', 'unknown', outcome)"

enum
{
  BATCH_NUMBER,
  BATCH_ID,
  BATCH_ADDRESS,
  BATCH_ACCOUNT_ID,
  BATCH_ACCOUNT,
  BATCH_SELECTION,
  BATCH_NOTE,
  BATCH_OPERATIONS,
  BATCH_STARTED_AT,
  BATCH_ENDED_AT,
  BATCH_STATE,
  BATCH_COUNTS,
};

static const char *
get_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/* A statement with one text or one number to go by. */
static sqlite3_stmt *
prepare_by_text (MusterJournalDatabase *database,
                 const char            *sql,
                 const char            *text,
                 GError               **error)
{
  sqlite3_stmt *statement = muster_journal_database_prepare (database, sql, error);

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, text, -1, SQLITE_TRANSIENT);
  return statement;
}

static sqlite3_stmt *
prepare_by_number (MusterJournalDatabase *database,
                   const char            *sql,
                   gint64                 number,
                   GError               **error)
{
  sqlite3_stmt *statement = muster_journal_database_prepare (database, sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, number);
  return statement;
}

static void
set_not_found (const char *batch, GError **error)
{
  g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NOT_FOUND,
               _ ("The journal has no batch “%s”: see the history for those it has."),
               batch);
}

gboolean
muster_journal_read_number (MusterJournalDatabase *database,
                            const char            *id,
                            gint64                *number,
                            GError               **error)
{
  sqlite3_stmt *statement
    = prepare_by_text (database, "SELECT number FROM batch WHERE id = ?", id, error);
  int step;

  if (statement == NULL)
    return FALSE;
  step = muster_journal_database_step (database, statement, error);
  if (step == 1)
    *number = sqlite3_column_int64 (statement, 0);
  else if (step == 0)
    set_not_found (id, error);
  sqlite3_finalize (statement);
  return step == 1;
}

gboolean
muster_journal_read_has_batch (MusterJournalDatabase *database,
                               const char            *id,
                               gboolean              *has,
                               GError               **error)
{
  gint64   number;
  GError  *local_error = NULL;
  gboolean found = muster_journal_read_number (database, id, &number, &local_error);

  *has = found;
  if (found)
    return TRUE;
  if (g_error_matches (local_error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NOT_FOUND))
    {
      g_error_free (local_error);
      return TRUE;
    }
  g_propagate_error (error, local_error);
  return FALSE;
}

gboolean
muster_journal_read_counts (MusterJournalDatabase *database,
                            gint64                 number,
                            MusterOutcomeCounts   *counts,
                            GError               **error)
{
  sqlite3_stmt *statement
    = prepare_by_number (database,
                         "SELECT " ROW_OUTCOME_NOW ", count(*) FROM batch_row"
                         " WHERE batch = ? GROUP BY 1",
                         number, error);
  int step = -1;

  *counts = (MusterOutcomeCounts){ 0 };
  while (statement != NULL
         && (step = muster_journal_database_step (database, statement, error)) == 1)
    {
      MusterOutcome outcome;

      if (!muster_outcome_from_name (get_text (statement, 0), &outcome))
        {
          muster_journal_database_fail_damaged (database, error);
          step = -1;
          break;
        }
      counts->n[outcome] = (guint) sqlite3_column_int64 (statement, 1);
    }
  sqlite3_finalize (statement);
  return step == 0;
}

/* A batch that was running, and whose lock nobody holds, was interrupted. */
static gboolean
read_state (MusterJournalDatabase *database,
            sqlite3_stmt          *statement,
            MusterBatchInfo       *info)
{
  if (!muster_batch_state_from_name (get_text (statement, BATCH_STATE), &info->state))
    return FALSE;
  if (info->state == MUSTER_BATCH_RUNNING
      && !muster_journal_locks_is_held (database->locks, info->id))
    info->state = MUSTER_BATCH_INTERRUPTED;
  return TRUE;
}

static gboolean
read_batch_counts (MusterJournalDatabase *database,
                   sqlite3_stmt          *statement,
                   MusterBatchInfo       *info,
                   GError               **error)
{
  const char *counts = get_text (statement, BATCH_COUNTS);

  if (counts == NULL)
    return muster_journal_read_counts (database,
                                       sqlite3_column_int64 (statement, BATCH_NUMBER),
                                       &info->counts, error);
  return muster_journal_decode_counts (counts, &info->counts)
         || muster_journal_database_fail_damaged (database, error);
}

/* (transfer full) (nullable): what the statement stands at. */
static MusterBatchInfo *
read_info (MusterJournalDatabase *database, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (MusterBatchInfo) info = muster_batch_info_new ();
  GPtrArray *operations
    = muster_journal_decode_operations (get_text (statement, BATCH_OPERATIONS));

  if (operations != NULL)
    {
      g_ptr_array_unref (info->operations);
      info->operations = operations;
    }
  info->id = g_strdup (get_text (statement, BATCH_ID));
  info->address = g_strdup (get_text (statement, BATCH_ADDRESS));
  info->account_id = g_strdup (get_text (statement, BATCH_ACCOUNT_ID));
  info->account = g_strdup (get_text (statement, BATCH_ACCOUNT));
  info->selection = g_strdup (get_text (statement, BATCH_SELECTION));
  info->note = g_strdup (get_text (statement, BATCH_NOTE));
  info->started_at = sqlite3_column_int64 (statement, BATCH_STARTED_AT);
  info->ended_at = sqlite3_column_int64 (statement, BATCH_ENDED_AT);
  if (operations == NULL || !read_state (database, statement, info))
    {
      muster_journal_database_fail_damaged (database, error);
      return NULL;
    }
  if (!read_batch_counts (database, statement, info, error))
    return NULL;
  return g_steal_pointer (&info);
}

/* (transfer full) (nullable): all that the statement, which it ends, still answers. */
static GPtrArray *
read_infos (MusterJournalDatabase *database, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GPtrArray) infos
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_batch_info_unref);
  int step;

  if (statement == NULL)
    return NULL;
  while ((step = muster_journal_database_step (database, statement, error)) == 1)
    {
      MusterBatchInfo *info = read_info (database, statement, error);

      if (info == NULL)
        {
          step = -1;
          break;
        }
      g_ptr_array_add (infos, info);
    }
  sqlite3_finalize (statement);
  return step == 0 ? g_steal_pointer (&infos) : NULL;
}

GPtrArray *
muster_journal_read_batches (MusterJournalDatabase *database, GError **error)
{
  return read_infos (database,
                     muster_journal_database_prepare (database,
                                                      "SELECT " BATCH_COLUMNS
                                                      " FROM batch ORDER BY number DESC",
                                                      error),
                     error);
}

static void
set_ambiguous (const char *batch, GPtrArray *infos, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < MIN (infos->len, MAX_LISTED); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            ((MusterBatchInfo *) g_ptr_array_index (infos, i))->id);
  muster_listing_end (ids, infos->len, MAX_LISTED);
  g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NOT_FOUND,
               /* Translators: what was typed, and the identifiers that begin so. */
               _ ("“%s” is the beginning of several batches: %s. Give more of it."),
               batch, ids->str);
}

MusterBatchInfo *
muster_journal_read_batch (MusterJournalDatabase *database,
                           const char            *batch,
                           GError               **error)
{
  g_autoptr (GPtrArray) infos
    = read_infos (database,
                  prepare_by_text (database,
                                   "SELECT " BATCH_COLUMNS " FROM batch"
                                   " WHERE substr (id, 1, length (?1)) = ?1 AND ?1 <> ''"
                                   " ORDER BY id = ?1 DESC, number DESC",
                                   batch, error),
                  error);
  MusterBatchInfo *first;

  if (infos == NULL)
    return NULL;
  if (infos->len == 0)
    {
      set_not_found (batch, error);
      return NULL;
    }
  first = g_ptr_array_index (infos, 0);
  if (infos->len > 1 && strcmp (first->id, batch) != 0)
    {
      set_ambiguous (batch, infos, error);
      return NULL;
    }
  return muster_batch_info_ref (first);
}

enum
{
  ROW_USER_ID,
  ROW_USER_NAME,
  ROW_DISPLAY_NAME,
  ROW_VERSION,
  ROW_BEFORE,
  ROW_OPERATIONS,
  ROW_GUARDS,
  ROW_OUTCOME,
  ROW_MESSAGE,
  ROW_MESSAGE_FIELD,
  ROW_DECIDED_AT,
};

/* (transfer full) (nullable) */
static MusterUser *
read_user (sqlite3_stmt *statement)
{
  g_autoptr (MusterUser) user = muster_user_new (get_text (statement, ROW_USER_ID),
                                                 get_text (statement, ROW_USER_NAME));

  muster_user_set_display_name (user, get_text (statement, ROW_DISPLAY_NAME));
  muster_user_set_version (user, get_text (statement, ROW_VERSION));
  if (!muster_journal_decode_values (get_text (statement, ROW_BEFORE), user))
    return NULL;
  return g_steal_pointer (&user);
}

/* (transfer full) (nullable) */
static MusterPlanRow *
read_row (sqlite3_stmt *statement)
{
  g_autoptr (MusterUser) user = read_user (statement);
  g_autoptr (GPtrArray) operations
    = muster_journal_decode_operations (get_text (statement, ROW_OPERATIONS));
  MusterOutcome  outcome;
  MusterPlanRow *row;

  if (user == NULL || operations == NULL
      || !muster_outcome_from_name (get_text (statement, ROW_OUTCOME), &outcome))
    return NULL;
  row = muster_plan_row_new (user, operations);
  muster_plan_row_set_guards (row,
                              (MusterGuards) sqlite3_column_int (statement, ROW_GUARDS));
  muster_plan_row_decide (row, outcome, get_text (statement, ROW_MESSAGE),
                          get_text (statement, ROW_MESSAGE_FIELD));
  muster_plan_row_set_decided_at (row, sqlite3_column_int64 (statement, ROW_DECIDED_AT));
  return row;
}

static gboolean
read_rows (MusterJournalDatabase *database,
           sqlite3_stmt          *statement,
           GPtrArray             *rows,
           GError               **error)
{
  int step;

  while ((step = muster_journal_database_step (database, statement, error)) == 1)
    {
      MusterPlanRow *row = read_row (statement);

      if (row == NULL)
        return muster_journal_database_fail_damaged (database, error);
      g_ptr_array_add (rows, row);
    }
  return step == 0;
}

MusterPlan *
muster_journal_read_plan (MusterJournalDatabase *database, const char *id, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *statement = prepare_by_text (
    database,
    "SELECT user_id, user_name, display_name, version, before, operations, guards,"
    " " ROW_OUTCOME_NOW ", message, message_field, decided_at FROM batch_row"
    " WHERE batch = (SELECT number FROM batch WHERE id = ?) ORDER BY position",
    id, error);
  gboolean done;

  if (statement == NULL)
    return NULL;
  done = read_rows (database, statement, rows, error);
  sqlite3_finalize (statement);
  return done ? muster_plan_new_from_rows (rows) : NULL;
}
