/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "journal-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "await.h"

static void
assert_values_equal (MusterValueSet *one, MusterValueSet *other)
{
  g_autofree char *one_text = NULL;
  g_autofree char *other_text = NULL;

  g_assert_true ((one == NULL) == (other == NULL));
  if (one == NULL)
    return;
  one_text = muster_value_set_to_text (one, "|");
  other_text = muster_value_set_to_text (other, "|");
  g_assert_true (muster_value_set_equal (one, other));
  g_assert_cmpstr (one_text, ==, other_text);
}

static void
assert_operations_equal (GPtrArray *some, GPtrArray *others)
{
  g_assert_cmpuint (some->len, ==, others->len);
  for (guint i = 0; i < some->len; i++)
    {
      MusterOperation *one = g_ptr_array_index (some, i);
      MusterOperation *other = g_ptr_array_index (others, i);
      MusterReference *value = muster_operation_get_value (one);

      g_assert_cmpint (muster_operation_get_verb (one), ==,
                       muster_operation_get_verb (other));
      g_assert_cmpint (muster_operation_get_field (one), ==,
                       muster_operation_get_field (other));
      if (value == NULL)
        {
          g_assert_null (muster_operation_get_value (other));
          continue;
        }
      g_assert_cmpstr (muster_reference_get_id (value), ==,
                       muster_reference_get_id (muster_operation_get_value (other)));
      g_assert_cmpstr (muster_reference_get_display (value), ==,
                       muster_reference_get_display (muster_operation_get_value (other)));
    }
}

static void
assert_rows_equal (MusterPlanRow *one, MusterPlanRow *other)
{
  static const MusterField touched[]
    = { MUSTER_FIELD_COMPANY, MUSTER_FIELD_TIME_ZONE, MUSTER_FIELD_ROLES };
  MusterUser *user = muster_plan_row_get_user (one);
  MusterUser *other_user = muster_plan_row_get_user (other);

  g_assert_cmpstr (muster_user_get_id (user), ==, muster_user_get_id (other_user));
  g_assert_cmpstr (muster_user_get_user_name (user), ==,
                   muster_user_get_user_name (other_user));
  g_assert_cmpstr (muster_user_get_version (user), ==,
                   muster_user_get_version (other_user));
  for (guint i = 0; i < G_N_ELEMENTS (touched); i++)
    assert_values_equal (muster_user_get_values (user, touched[i]),
                         muster_user_get_values (other_user, touched[i]));
  g_assert_null (muster_user_get_values (other_user, MUSTER_FIELD_ORGANIZATION));
  assert_operations_equal (muster_plan_row_get_operations (one),
                           muster_plan_row_get_operations (other));
  g_assert_cmpint (muster_plan_row_get_outcome (one), ==,
                   muster_plan_row_get_outcome (other));
  g_assert_cmpstr (muster_plan_row_get_message (one), ==,
                   muster_plan_row_get_message (other));
  g_assert_cmpstr (muster_plan_row_get_message_field (one), ==,
                   muster_plan_row_get_message_field (other));
  g_assert_cmpint (muster_plan_row_get_guards (one), ==,
                   muster_plan_row_get_guards (other));
  g_assert_cmpint (muster_plan_row_get_decided_at (one), ==,
                   muster_plan_row_get_decided_at (other));
}

static void
test_a_batch_comes_back_as_it_was (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterBatchInfo) begun = NULL;
  g_autoptr (MusterBatchInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPlan) plan = NULL;

  muster_plan_row_set_guards (muster_plan_get_row (fixture->plan, 1),
                              MUSTER_GUARD_OWN_ACCOUNT);
  muster_plan_row_decide (muster_plan_get_row (fixture->plan, 4), MUSTER_OUTCOME_REJECTED,
                          "“No”, it said.", "roles");
  begun = journal_begin_well (fixture);
  plan = journal_load (fixture->journal, begun->id, &info, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (muster_plan_get_n_rows (plan), ==, 5);
  for (guint i = 0; i < 5; i++)
    assert_rows_equal (muster_plan_get_row (fixture->plan, i),
                       muster_plan_get_row (plan, i));
  assert_operations_equal (begun->operations, info->operations);
  g_assert_cmpstr (info->account, ==, "anna");
  g_assert_cmpstr (info->account_id, ==, "u0001");
  g_assert_cmpstr (info->selection, ==, "all of them");
  g_assert_null (info->note);
  g_assert_cmpint (info->state, ==, MUSTER_BATCH_RUNNING);
  g_assert_cmpuint (info->counts.n[MUSTER_OUTCOME_PENDING], ==, 3);
  g_assert_cmpuint (info->counts.n[MUSTER_OUTCOME_ALREADY_SO], ==, 1);
  g_assert_cmpuint (info->counts.n[MUSTER_OUTCOME_REJECTED], ==, 1);
  g_assert_cmpmem (&info->counts, sizeof info->counts, &begun->counts,
                   sizeof begun->counts);
}

static void
test_nobody_else_reads_it (JournalFixture *fixture, gconstpointer data)
{
  mode_t           old_mask = umask (0);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (MusterBatchInfo) info = journal_begin_well (fixture);
  g_autofree char *lock = g_strdup_printf (".%s.lock", info->id);

  journal_assert_mode (folder, "", 0700);
  journal_assert_mode (fixture->path, "", 0600);
  journal_assert_mode (fixture->path, "-wal", 0600);
  journal_assert_mode (fixture->path, "-shm", 0600);
  journal_assert_mode (fixture->path, lock, 0600);
  umask (old_mask);
}

static void
test_a_file_open_to_others_is_closed_to_them (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  g_assert_true (journal_open_journal (fixture->journal, &error));
  journal_assert_mode (fixture->path, "", 0600);
}

static void
open_at_once (JournalFixture *fixture, const char *path)
{
  MusterJournal *journals[6];
  GAsyncResult  *results[6] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      journals[i] = muster_journal_new (path);
      muster_journal_open_async (journals[i], NULL, await_cb, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autoptr (GAsyncResult) result = await_result (&results[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (muster_journal_open_finish (journals[i], result, &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (journals); i++)
    g_object_unref (journals[i]);
}

static void
test_many_make_the_same_file_at_once (JournalFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/at-once-%u", fixture->folder, i);

      open_at_once (fixture, path);
    }
}

static void
test_rows_say_how_far_they_are (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterBatchInfo) info = journal_begin_well (fixture);
  g_autofree char *planned = NULL;
  g_autofree char *sending = NULL;
  g_autofree char *again = NULL;
  g_autofree char *decided = NULL;
  const char      *sql = "SELECT group_concat (state || attempts, ' ') FROM"
                         " (SELECT state, attempts FROM batch_row ORDER BY position)";

  planned = journal_query (fixture->path, sql);
  journal_note_sending (fixture->journal, info->id, 1);
  sending = journal_query (fixture->path, sql);
  journal_note_outcome (fixture->journal, info->id, fixture->plan, 1);
  journal_note_sending (fixture->journal, info->id, 1);
  again = journal_query (fixture->path, sql);
  muster_plan_row_decide (muster_plan_get_row (fixture->plan, 1), MUSTER_OUTCOME_CHANGED,
                          NULL, NULL);
  journal_note_outcome (fixture->journal, info->id, fixture->plan, 1);
  decided = journal_query (fixture->path, sql);
  g_assert_cmpstr (planned, ==, "planned0 planned0 decided0 planned0 planned0");
  g_assert_cmpstr (sending, ==, "planned0 sending1 decided0 planned0 planned0");
  g_assert_cmpstr (again, ==, "planned0 sending2 decided0 planned0 planned0");
  g_assert_cmpstr (decided, ==, "planned0 decided2 decided0 planned0 planned0");
  g_assert_cmpint (muster_plan_row_get_decided_at (
                     muster_plan_get_row (fixture->plan, 1)),
                   >=, info->started_at);
}

static void
test_history_is_newest_first (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterBatchInfo) first = journal_begin_well (fixture);
  g_autoptr (MusterBatchInfo) second = journal_begin_well (fixture);
  g_autoptr (GPtrArray) before = journal_list (fixture->journal);
  g_autoptr (GPtrArray) after = NULL;
  MusterBatchInfo *info;

  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpstr (((MusterBatchInfo *) before->pdata[0])->id, ==, second->id);
  for (guint i = 0; i < 5; i++)
    muster_plan_row_decide (muster_plan_get_row (fixture->plan, i),
                            MUSTER_OUTCOME_NOT_SENT, NULL, NULL);
  journal_note_outcome (fixture->journal, first->id, fixture->plan, 0);
  journal_end (fixture->journal, first->id, MUSTER_BATCH_STOPPED);
  journal_end (fixture->journal, second->id, MUSTER_BATCH_FINISHED);
  after = journal_list (fixture->journal);
  info = g_ptr_array_index (after, 1);
  g_assert_cmpstr (info->id, ==, first->id);
  g_assert_cmpint (info->state, ==, MUSTER_BATCH_STOPPED);
  g_assert_cmpint (info->ended_at, >=, info->started_at);
  g_assert_cmpuint (info->counts.n[MUSTER_OUTCOME_NOT_SENT], ==, 1);
  g_assert_cmpuint (muster_outcome_counts_get_total (&info->counts), ==, 5);
  g_assert_cmpint (((MusterBatchInfo *) after->pdata[0])->state, ==,
                   MUSTER_BATCH_FINISHED);
}

/* The one who ran it dies without a word. */
static void
test_a_batch_without_its_process_is_interrupted (JournalFixture *fixture,
                                                 gconstpointer   data)
{
  g_autoptr (MusterBatchInfo) info = journal_begin_well (fixture);
  g_autoptr (MusterJournal) other = muster_journal_new (fixture->path);
  g_autoptr (GPtrArray) before = journal_list (other);
  g_autoptr (GPtrArray) after = NULL;

  journal_note_sending (fixture->journal, info->id, 0);
  g_assert_cmpint (((MusterBatchInfo *) before->pdata[0])->state, ==,
                   MUSTER_BATCH_RUNNING);
  g_clear_object (&fixture->journal);
  /* The journal's thread may still be on its way out. */
  for (guint i = 0; i < 10000; i++)
    {
      g_clear_pointer (&after, g_ptr_array_unref);
      after = journal_list (other);
      if (((MusterBatchInfo *) after->pdata[0])->state == MUSTER_BATCH_INTERRUPTED)
        break;
    }
  g_assert_cmpint (((MusterBatchInfo *) after->pdata[0])->state, ==,
                   MUSTER_BATCH_INTERRUPTED);
  g_assert_cmpuint (((MusterBatchInfo *) after->pdata[0])
                      ->counts.n[MUSTER_OUTCOME_UNKNOWN],
                    ==, 1);
  g_assert_cmpuint (((MusterBatchInfo *) after->pdata[0])
                      ->counts.n[MUSTER_OUTCOME_PENDING],
                    ==, 3);
}

static void
test_a_batch_is_named_by_its_beginning (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterBatchInfo) first = journal_begin_well (fixture);
  g_autoptr (MusterBatchInfo) second = journal_begin_well (fixture);
  g_autofree char *most = g_strndup (first->id, strlen (first->id) - 1);
  g_autoptr (MusterBatchInfo) info = NULL;
  g_autoptr (GError) ambiguous = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) empty = NULL;
  g_autoptr (MusterPlan) plan = NULL;

  g_assert_null (journal_load (fixture->journal, "20", NULL, &ambiguous));
  g_assert_error (ambiguous, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (ambiguous->message, first->id));
  g_assert_nonnull (strstr (ambiguous->message, second->id));
  g_assert_null (journal_load (fixture->journal, "%", NULL, &missing));
  g_assert_error (missing, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (missing->message, "“%”"));
  g_assert_null (journal_load (fixture->journal, "", NULL, &empty));
  g_assert_error (empty, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NOT_FOUND);
  if (g_str_has_prefix (second->id, most))
    return;
  plan = journal_load (fixture->journal, most, &info, NULL);
  g_assert_nonnull (plan);
  g_assert_cmpstr (info->id, ==, first->id);
}

static void
test_ten_thousand_rows_are_quick (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (10000);
  g_autoptr (GPtrArray) users = fake_platform_read_all (platform);
  g_autoptr (GPtrArray) operations = journal_create_operations ();
  g_autoptr (MusterPlan) plan = muster_plan_new (users, operations);
  g_autoptr (MusterBatchInfo) info = NULL;
  g_autoptr (MusterPlan) loaded = NULL;
  gint64 started;

  if (!g_test_perf ())
    {
      g_test_skip ("timed, only with -m perf");
      return;
    }
  g_assert_true (journal_open_journal (fixture->journal, NULL));
  started = g_get_monotonic_time ();
  info = journal_begin (fixture->journal, plan, NULL);
  g_test_minimized_result ((double) (g_get_monotonic_time () - started) / 1e6,
                           "10,000 rows written in %" G_GINT64_FORMAT " ms",
                           (g_get_monotonic_time () - started) / 1000);
  started = g_get_monotonic_time ();
  loaded = journal_load (fixture->journal, info->id, NULL, NULL);
  g_test_minimized_result ((double) (g_get_monotonic_time () - started) / 1e6,
                           "10,000 rows read in %" G_GINT64_FORMAT " ms",
                           (g_get_monotonic_time () - started) / 1000);
}

#define ADD(name, function)                                                              \
  g_test_add ("/journal/" name, JournalFixture, NULL, journal_fixture_set_up, function,  \
              journal_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-batch-comes-back-as-it-was", test_a_batch_comes_back_as_it_was);
  ADD ("nobody-else-reads-it", test_nobody_else_reads_it);
  ADD ("a-file-open-to-others-is-closed-to-them",
       test_a_file_open_to_others_is_closed_to_them);
  ADD ("many-make-the-same-file-at-once", test_many_make_the_same_file_at_once);
  ADD ("rows-say-how-far-they-are", test_rows_say_how_far_they_are);
  ADD ("history-is-newest-first", test_history_is_newest_first);
  ADD ("a-batch-without-its-process-is-interrupted",
       test_a_batch_without_its_process_is_interrupted);
  ADD ("a-batch-is-named-by-its-beginning", test_a_batch_is_named_by_its_beginning);
  ADD ("ten-thousand-rows-are-quick", test_ten_thousand_rows_are_quick);
  return g_test_run ();
}
