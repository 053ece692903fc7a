/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "run-fixture.h"

#include "await.h"
#include "muster-back-off.h"

static double
draw_nothing (gpointer user_data)
{
  return 0.0;
}

void
run_fixture_set_up (RunFixture *self, gconstpointer data)
{
  muster_back_off_set_defaults (NULL, draw_nothing, NULL);
  self->folder = temporary_folder_new ();
  self->path = g_build_filename (self->folder, "journal.sqlite", NULL);
  self->journal = muster_journal_new (self->path);
  self->operations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);
  self->cancellable = g_cancellable_new ();
}

void
run_fixture_tear_down (RunFixture *self, gconstpointer data)
{
  sqlite3_finalize (self->sending);
  sqlite3_close (self->reader);
  g_ptr_array_unref (self->operations);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->info, muster_batch_info_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);
  g_assert_finalize_object (self->platform);
  g_free (self->path);
  temporary_folder_free (self->folder);
}

static void
open_reader (RunFixture *self)
{
  g_assert_cmpint (sqlite3_open_v2 (self->path, &self->reader, SQLITE_OPEN_READONLY,
                                    NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (self->reader,
                                       "SELECT user_id FROM batch_row"
                                       " WHERE state = 'sending' AND before <> ''",
                                       -1, &self->sending, NULL),
                   ==, SQLITE_OK);
}

/* Promise 1: nothing is sent before it is written down. */
static void
check_journal_cb (FakePlatform *platform, GPtrArray *writes, gpointer user_data)
{
  RunFixture *self = user_data;
  g_autoptr (GHashTable) sending
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (self->reader == NULL)
    open_reader (self);
  while (sqlite3_step (self->sending) == SQLITE_ROW)
    g_hash_table_add (sending,
                      g_strdup ((const char *) sqlite3_column_text (self->sending, 0)));
  sqlite3_reset (self->sending);
  for (guint i = 0; i < writes->len; i++)
    g_assert_true (
      g_hash_table_contains (sending,
                             ((const MusterWrite *) g_ptr_array_index (writes, i))
                               ->user_id));
}

void
run_fixture_fill (RunFixture *self, guint n_users)
{
  self->platform = fake_platform_new (n_users);
  self->platform->write_hook = check_journal_cb;
  self->platform->write_hook_data = self;
}

void
run_fixture_wish (RunFixture *self, MusterField field, MusterVerb verb, const char *id)
{
  g_autoptr (MusterReference) value = id != NULL ? muster_reference_new (id, NULL) : NULL;

  g_ptr_array_add (self->operations, muster_operation_new (field, verb, value));
}

void
run_fixture_plan (RunFixture *self)
{
  g_autoptr (GPtrArray) users = fake_platform_read_all (self->platform);

  self->plan = muster_plan_new (users, self->operations);
}

static void
begin_batch (RunFixture *self)
{
  g_autoptr (MusterBatchInfo) info = muster_batch_info_new ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  info->address = g_strdup ("https://fake.example/scim/v2");
  info->account = g_strdup ("admin");
  for (guint i = 0; i < self->operations->len; i++)
    g_ptr_array_add (info->operations,
                     muster_operation_ref (g_ptr_array_index (self->operations, i)));
  muster_journal_begin_batch_async (self->journal, info, self->plan, await_cb, &slot);
  result = await_result (&slot);
  self->info = muster_journal_begin_batch_finish (self->journal, result, &error);
  g_assert_no_error (error);
}

static void
notified_cb (MusterRunner *runner, GParamSpec *pspec, gpointer user_data)
{
  RunFixture *self = user_data;

  g_assert_cmpuint (muster_runner_get_n_decided (runner), >, self->n_notified);
  self->n_notified = muster_runner_get_n_decided (runner);
}

static MusterPlan *
load_plan (RunFixture *self, MusterBatchInfo **info)
{
  g_autoptr (GError) error = NULL;
  MusterPlan   *plan;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_journal_load_async (self->journal, self->info->id, NULL, await_cb, &slot);
  result = await_result (&slot);
  plan = muster_journal_load_finish (self->journal, result, info, &error);
  g_assert_no_error (error);
  return plan;
}

/* Each row has one outcome, counts add up, and the journal agrees. */
static void
check_rows (RunFixture *self)
{
  g_autoptr (MusterBatchInfo) info = NULL;
  g_autoptr (MusterPlan) loaded = load_plan (self, &info);
  MusterOutcomeCounts counts;

  muster_plan_count (self->plan, &counts);
  g_assert_cmpuint (counts.n[MUSTER_OUTCOME_PENDING], ==, 0);
  g_assert_cmpuint (muster_outcome_counts_get_total (&counts), ==,
                    muster_plan_get_n_rows (self->plan));
  g_assert_cmpmem (&counts, sizeof counts, &info->counts, sizeof info->counts);
  for (guint i = 0; i < muster_plan_get_n_rows (self->plan); i++)
    {
      MusterPlanRow *row = muster_plan_get_row (self->plan, i);
      MusterPlanRow *other = muster_plan_get_row (loaded, i);

      g_assert_cmpint (muster_plan_row_get_outcome (row), ==,
                       muster_plan_row_get_outcome (other));
      g_assert_cmpstr (muster_plan_row_get_message (row), ==,
                       muster_plan_row_get_message (other));
      g_assert_cmpint (muster_plan_row_get_decided_at (other), >, 0);
    }
}

gboolean
run_fixture_run (RunFixture *self, GError **error)
{
  g_autoptr (MusterRunner) runner = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gboolean done;

  if (self->plan == NULL)
    run_fixture_plan (self);
  begin_batch (self);
  runner = muster_runner_new (MUSTER_PLATFORM (self->platform), self->journal, self->info,
                              self->plan);
  self->n_notified = muster_runner_get_n_decided (runner);
  g_signal_connect (runner, "notify::n-decided", G_CALLBACK (notified_cb), self);
  muster_runner_run_async (runner, self->cancellable, await_cb, &slot);
  result = await_result (&slot);
  done = muster_runner_run_finish (runner, result, error);
  g_assert_cmpuint (muster_runner_get_n_decided (runner), ==,
                    muster_runner_get_n_rows (runner));
  g_assert_cmpuint (self->n_notified, ==, muster_runner_get_n_rows (runner));
  g_clear_object (&result);
  g_assert_finalize_object (g_steal_pointer (&runner));
  return done;
}

MusterOutcome
run_fixture_get_outcome (RunFixture *self, guint number)
{
  return muster_plan_row_get_outcome (muster_plan_get_row (self->plan, number - 1));
}

const char *
run_fixture_get_message (RunFixture *self, guint number)
{
  return muster_plan_row_get_message (muster_plan_get_row (self->plan, number - 1));
}

guint
run_fixture_count (RunFixture *self, MusterOutcome outcome)
{
  MusterOutcomeCounts counts;

  check_rows (self);
  muster_plan_count (self->plan, &counts);
  return counts.n[outcome];
}

MusterBatchState
run_fixture_read_state (RunFixture *self)
{
  g_autoptr (MusterBatchInfo) info = NULL;
  g_autoptr (MusterPlan) plan = load_plan (self, &info);

  return info->state;
}
