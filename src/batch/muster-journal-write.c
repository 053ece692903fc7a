/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-journal-write.h"

#include "muster-journal-read.h"
#include "muster-journal-text.h"

#define ID_SUFFIX_LENGTH 4
#define ID_ATTEMPTS 8

static void
clear_mark (gpointer data)
{
  MusterJournalMark *mark = data;

  g_free (mark->message);
  g_free (mark->message_field);
}

static void
append_mark (GArray *marks, MusterPlan *plan, guint position, gint64 now)
{
  MusterPlanRow    *row = muster_plan_get_row (plan, position);
  MusterJournalMark mark = { 0 };

  mark.position = position;
  mark.outcome = muster_plan_row_get_outcome (row);
  mark.message = g_strdup (muster_plan_row_get_message (row));
  mark.message_field = g_strdup (muster_plan_row_get_message_field (row));
  if (mark.outcome != MUSTER_OUTCOME_PENDING)
    {
      if (muster_plan_row_get_decided_at (row) == 0)
        muster_plan_row_set_decided_at (row, now);
      mark.decided_at = muster_plan_row_get_decided_at (row);
    }
  g_array_append_val (marks, mark);
}

GArray *
muster_journal_mark_rows (MusterPlan *plan, GArray *positions, gint64 now)
{
  guint   n_rows = positions != NULL ? positions->len : muster_plan_get_n_rows (plan);
  GArray *marks = g_array_sized_new (FALSE, FALSE, sizeof (MusterJournalMark), n_rows);

  g_array_set_clear_func (marks, clear_mark);
  for (guint i = 0; i < n_rows; i++)
    append_mark (marks, plan, positions != NULL ? g_array_index (positions, guint, i) : i,
                 now);
  return marks;
}

/* Sorts by time, and a person can type it. */
static char *
create_id (gint64 now)
{
  static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (time, "%Y%m%d-%H%M%S-");
  char             suffix[ID_SUFFIX_LENGTH + 1] = { 0 };

  for (guint i = 0; i < ID_SUFFIX_LENGTH; i++)
    suffix[i] = letters[g_random_int_range (0, sizeof letters - 1)];
  return g_strconcat (text, suffix, NULL);
}

static void
bind_text (sqlite3_stmt *statement, int position, const char *text)
{
  sqlite3_bind_text (statement, position, text, -1, SQLITE_TRANSIENT);
}

/* Takes over @text. */
static void
bind_built_text (sqlite3_stmt *statement, int position, char *text)
{
  sqlite3_bind_text (statement, position, text, -1, g_free);
}

static gboolean
insert_batch (MusterJournalDatabase *database,
              const MusterBatchInfo *info,
              GError               **error)
{
  sqlite3_stmt *statement = muster_journal_database_prepare (
    database,
    "INSERT INTO batch (id, address, account_id, account, selection, note, operations,"
    " started_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    error);
  gboolean done;

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, info->id);
  bind_text (statement, 2, info->address != NULL ? info->address : "");
  bind_text (statement, 3, info->account_id);
  bind_text (statement, 4, info->account != NULL ? info->account : "");
  bind_text (statement, 5, info->selection != NULL ? info->selection : "");
  bind_text (statement, 6, info->note);
  bind_built_text (statement, 7, muster_journal_encode_operations (info->operations));
  sqlite3_bind_int64 (statement, 8, info->started_at);
  bind_text (statement, 9, muster_batch_state_get_name (info->state));
  done = muster_journal_database_run (database, statement, error);
  sqlite3_finalize (statement);
  return done;
}

static void
bind_row (sqlite3_stmt            *statement,
          MusterPlanRow           *row,
          const MusterJournalMark *mark,
          MusterFields             fields)
{
  MusterUser *user = muster_plan_row_get_user (row);
  gboolean    is_decided = mark->outcome != MUSTER_OUTCOME_PENDING;

  sqlite3_bind_int64 (statement, 2, mark->position);
  bind_text (statement, 3, muster_user_get_id (user));
  bind_text (statement, 4, muster_user_get_user_name (user));
  bind_text (statement, 5, muster_user_get_display_name (user));
  bind_text (statement, 6, muster_user_get_version (user));
  bind_built_text (statement, 7,
                   muster_journal_encode_values (user,
                                                 fields
                                                   | muster_plan_row_get_fields (row)));
  bind_built_text (statement, 8,
                   muster_journal_encode_operations (
                     muster_plan_row_get_operations (row)));
  sqlite3_bind_int64 (statement, 9, muster_plan_row_get_guards (row));
  bind_text (statement, 10, is_decided ? "decided" : "planned");
  bind_text (statement, 11, muster_outcome_get_name (mark->outcome));
  bind_text (statement, 12, mark->message);
  bind_text (statement, 13, mark->message_field);
  sqlite3_bind_int64 (statement, 14, mark->decided_at);
}

static MusterFields
collect_fields (GPtrArray *operations)
{
  MusterFields fields = 0;

  for (guint i = 0; i < operations->len; i++)
    fields |= MUSTER_FIELDS_OF (
      muster_operation_get_field (g_ptr_array_index (operations, i)));
  return fields;
}

static gboolean
insert_rows (MusterJournalDatabase *database,
             const MusterBatchInfo *info,
             MusterPlan            *plan,
             GArray                *marks,
             GError               **error)
{
  MusterFields  fields = collect_fields (info->operations);
  sqlite3_int64 number = sqlite3_last_insert_rowid (database->handle);
  sqlite3_stmt *statement = muster_journal_database_prepare (
    database,
    "INSERT INTO batch_row (batch, position, user_id, user_name, display_name, version,"
    " before, operations, guards, state, outcome, message, message_field, decided_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    error);
  gboolean done = statement != NULL;

  for (guint i = 0; done && i < marks->len; i++)
    {
      sqlite3_bind_int64 (statement, 1, number);
      bind_row (statement, muster_plan_get_row (plan, i),
                &g_array_index (marks, MusterJournalMark, i), fields);
      done = muster_journal_database_run (database, statement, error);
    }
  sqlite3_finalize (statement);
  return done;
}

/* Takes the lock of an id that nobody has used. */
static gboolean
choose_id (MusterJournalDatabase *database, MusterBatchInfo *info, GError **error)
{
  for (guint i = 0; i < ID_ATTEMPTS; i++)
    {
      gboolean is_used;

      g_free (info->id);
      info->id = create_id (info->started_at);
      if (!muster_journal_read_has_batch (database, info->id, &is_used, error))
        return FALSE;
      if (!is_used)
        break;
    }
  return muster_journal_locks_take (database->locks, info->id, error);
}

static gboolean
finish (MusterJournalDatabase *database, gboolean done, GError **error)
{
  if (done && muster_journal_database_commit (database, error))
    return TRUE;
  muster_journal_database_roll_back (database);
  return FALSE;
}

gboolean
muster_journal_write_batch (MusterJournalDatabase *database,
                            MusterBatchInfo       *info,
                            MusterPlan            *plan,
                            GArray                *marks,
                            GError               **error)
{
  gboolean done;

  info->state = MUSTER_BATCH_RUNNING;
  info->counts = (MusterOutcomeCounts){ 0 };
  for (guint i = 0; i < marks->len; i++)
    info->counts.n[g_array_index (marks, MusterJournalMark, i).outcome]++;
  if (!muster_journal_database_begin (database, error))
    return FALSE;
  if (!choose_id (database, info, error))
    return finish (database, FALSE, error);
  done = insert_batch (database, info, error)
         && insert_rows (database, info, plan, marks, error);
  done = finish (database, done, error);
  if (!done)
    muster_journal_locks_release (database->locks, info->id);
  return done;
}

typedef void (*BindNext) (sqlite3_stmt *statement, GArray *array, guint i);

/* The same statement for each element; the batch is its first parameter. */
static gboolean
run_for_each (MusterJournalDatabase *database,
              const char            *sql,
              const char            *batch,
              GArray                *array,
              BindNext               bind_next,
              GError               **error)
{
  sqlite3_stmt *statement;
  gint64        number;
  gboolean      done;

  if (!muster_journal_database_begin (database, error))
    return FALSE;
  statement = muster_journal_database_prepare (database, sql, error);
  done
    = statement != NULL && muster_journal_read_number (database, batch, &number, error);
  for (guint i = 0; done && i < array->len; i++)
    {
      sqlite3_bind_int64 (statement, 1, number);
      bind_next (statement, array, i);
      done = muster_journal_database_run (database, statement, error);
    }
  sqlite3_finalize (statement);
  return finish (database, done, error);
}

static void
bind_position (sqlite3_stmt *statement, GArray *array, guint i)
{
  sqlite3_bind_int64 (statement, 2, g_array_index (array, guint, i));
  sqlite3_bind_int64 (statement, 3, g_get_real_time ());
}

gboolean
muster_journal_write_sending (MusterJournalDatabase *database,
                              const char            *batch,
                              GArray                *positions,
                              GError               **error)
{
  return run_for_each (database,
                       "UPDATE batch_row SET state = 'sending', attempts = attempts + 1,"
                       " sent_at = ?3 WHERE batch = ?1 AND position = ?2",
                       batch, positions, bind_position, error);
}

static void
bind_outcome (sqlite3_stmt *statement, GArray *array, guint i)
{
  const MusterJournalMark *mark = &g_array_index (array, MusterJournalMark, i);

  sqlite3_bind_int64 (statement, 2, mark->position);
  bind_text (statement, 3, muster_outcome_get_name (mark->outcome));
  bind_text (statement, 4, mark->message);
  bind_text (statement, 5, mark->message_field);
  sqlite3_bind_int64 (statement, 6, mark->decided_at);
}

/* A row that is to be sent once more keeps its state: it may have taken effect. */
gboolean
muster_journal_write_outcomes (MusterJournalDatabase *database,
                               const char            *batch,
                               GArray                *marks,
                               GError               **error)
{
  return run_for_each (database,
                       "UPDATE batch_row SET outcome = ?3, message = ?4, message_field = "
                       "?5,"
                       " decided_at = ?6, state = iif (?3 = 'pending', state, 'decided')"
                       " WHERE batch = ?1 AND position = ?2",
                       batch, marks, bind_outcome, error);
}

static gboolean
update_end (MusterJournalDatabase *database,
            const char            *batch,
            MusterBatchState       state,
            GError               **error)
{
  MusterOutcomeCounts counts;
  gint64              number;
  sqlite3_stmt       *statement;
  gboolean            done;

  if (!muster_journal_read_number (database, batch, &number, error)
      || !muster_journal_read_counts (database, number, &counts, error))
    return FALSE;
  statement = muster_journal_database_prepare (database,
                                               "UPDATE batch SET state = ?2, ended_at = "
                                               "?3, counts = ?4 WHERE number = ?1",
                                               error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  bind_text (statement, 2, muster_batch_state_get_name (state));
  sqlite3_bind_int64 (statement, 3, g_get_real_time ());
  bind_built_text (statement, 4, muster_journal_encode_counts (&counts));
  done = muster_journal_database_run (database, statement, error);
  sqlite3_finalize (statement);
  return done;
}

/* The lock goes whatever happens: this process works on the batch no more. */
gboolean
muster_journal_write_end (MusterJournalDatabase *database,
                          const char            *batch,
                          MusterBatchState       state,
                          GError               **error)
{
  gboolean done = muster_journal_database_begin (database, error)
                  && finish (database, update_end (database, batch, state, error), error);

  muster_journal_locks_release (database->locks, batch);
  return done;
}
