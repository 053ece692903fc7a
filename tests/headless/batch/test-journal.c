/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-journal.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "await.h"
#include "fake-platform.h"

typedef struct
{
  char          *folder;   /* (owned) */
  char          *path;     /* (owned) */
  MusterJournal *journal;  /* (owned) */
  FakePlatform  *platform; /* (owned) */
  MusterPlan    *plan;     /* (owned) */
} Fixture;

static void
add_operation (GPtrArray *operations, MusterField field, MusterVerb verb, const char *id)
{
  g_autoptr (MusterReference) value
    = id != NULL ? muster_reference_new (id, "Näme\twith\\tab\nand line") : NULL;

  g_ptr_array_add (operations, muster_operation_new (field, verb, value));
}

static GPtrArray *
create_operations (void)
{
  GPtrArray *operations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);

  add_operation (operations, MUSTER_FIELD_COMPANY, MUSTER_VERB_CLEAR, NULL);
  add_operation (operations, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "Europe/Oslo");
  add_operation (operations, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "r-teacher");
  return operations;
}

/* Five users, the third of whom needs nothing. */
static MusterPlan *
create_plan (FakePlatform *platform)
{
  FakeUser *done = fake_platform_get_user (platform, 3);
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (GPtrArray) operations = create_operations ();

  fake_user_set (done, MUSTER_FIELD_TIME_ZONE, "Europe/Oslo");
  fake_user_set (done, MUSTER_FIELD_ROLES, "r-basic r-teacher");
  fake_user_set (fake_platform_get_user (platform, 1), MUSTER_FIELD_COMPANY, "c1");
  users = fake_platform_read_all (platform);
  return muster_plan_new (users, operations);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = temporary_folder_new ();
  fixture->path
    = g_build_filename (fixture->folder, "deep", "muster", "journal.sqlite", NULL);
  fixture->journal = muster_journal_new (fixture->path);
  fixture->platform = fake_platform_new (5);
  fixture->plan = create_plan (fixture->platform);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->journal);
  g_clear_object (&fixture->platform);
  g_clear_object (&fixture->plan);
  g_free (fixture->path);
  temporary_folder_free (fixture->folder);
}

static MusterBatchInfo *
begin (MusterJournal *journal, MusterPlan *plan, GError **error)
{
  g_autoptr (MusterBatchInfo) info = muster_batch_info_new ();
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  info->address = g_strdup ("https://fake.example/scim/v2");
  info->account_id = g_strdup ("u0001");
  info->account = g_strdup ("anna");
  info->selection = g_strdup ("all of them");
  g_ptr_array_unref (info->operations);
  info->operations = create_operations ();
  muster_journal_begin_batch_async (journal, info, plan, await_cb, &slot);
  result = await_result (&slot);
  return muster_journal_begin_batch_finish (journal, result, error);
}

static MusterBatchInfo *
begin_well (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MusterBatchInfo *info = begin (fixture->journal, fixture->plan, &error);

  g_assert_no_error (error);
  return info;
}

static gboolean
open_journal (MusterJournal *journal, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_journal_open_async (journal, NULL, await_cb, &slot);
  result = await_result (&slot);
  return muster_journal_open_finish (journal, result, error);
}

static GPtrArray *
list (MusterJournal *journal)
{
  g_autoptr (GError) error = NULL;
  GPtrArray    *infos;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_journal_list_async (journal, NULL, await_cb, &slot);
  result = await_result (&slot);
  infos = muster_journal_list_finish (journal, result, &error);
  g_assert_no_error (error);
  return infos;
}

static MusterPlan *
load (MusterJournal *journal, const char *batch, MusterBatchInfo **info, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_journal_load_async (journal, batch, NULL, await_cb, &slot);
  result = await_result (&slot);
  return muster_journal_load_finish (journal, result, info, error);
}

static void
end (MusterJournal *journal, const char *batch, MusterBatchState state)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_journal_end_batch_async (journal, batch, state, await_cb, &slot);
  result = await_result (&slot);
  g_assert_true (muster_journal_end_batch_finish (journal, result, &error));
  g_assert_no_error (error);
}

static void
note_sending (MusterJournal *journal, const char *batch, guint position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_array_append_val (positions, position);
  muster_journal_note_sending_async (journal, batch, positions, await_cb, &slot);
  result = await_result (&slot);
  g_assert_true (muster_journal_note_sending_finish (journal, result, &error));
  g_assert_no_error (error);
}

static void
note_outcome (MusterJournal *journal, const char *batch, MusterPlan *plan, guint position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  g_array_append_val (positions, position);
  muster_journal_note_outcomes_async (journal, batch, plan, positions, await_cb, &slot);
  result = await_result (&slot);
  g_assert_true (muster_journal_note_outcomes_finish (journal, result, &error));
  g_assert_no_error (error);
}

/* What another program sees of the file: one text. */
static char *
query (const char *path, const char *sql)
{
  sqlite3      *handle;
  sqlite3_stmt *statement;
  char         *text;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return text;
}

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
test_a_batch_comes_back_as_it_was (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterBatchInfo) begun = NULL;
  g_autoptr (MusterBatchInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPlan) plan = NULL;

  muster_plan_row_set_guards (muster_plan_get_row (fixture->plan, 1),
                              MUSTER_GUARD_OWN_ACCOUNT);
  muster_plan_row_decide (muster_plan_get_row (fixture->plan, 4), MUSTER_OUTCOME_REJECTED,
                          "“No”, it said.", "roles");
  begun = begin_well (fixture);
  plan = load (fixture->journal, begun->id, &info, &error);
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
assert_mode (const char *path, const char *suffix, guint mode)
{
  g_autofree char *full = g_strconcat (path, suffix, NULL);
  GStatBuf         info;

  g_test_message ("%s", full);
  g_assert_cmpint (g_stat (full, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, mode);
}

static void
test_nobody_else_reads_it (Fixture *fixture, gconstpointer data)
{
  mode_t           old_mask = umask (0);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (MusterBatchInfo) info = begin_well (fixture);
  g_autofree char *lock = g_strdup_printf (".%s.lock", info->id);

  assert_mode (folder, "", 0700);
  assert_mode (fixture->path, "", 0600);
  assert_mode (fixture->path, "-wal", 0600);
  assert_mode (fixture->path, "-shm", 0600);
  assert_mode (fixture->path, lock, 0600);
  umask (old_mask);
}

static void
test_a_file_open_to_others_is_closed_to_them (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  g_assert_true (open_journal (fixture->journal, &error));
  assert_mode (fixture->path, "", 0600);
}

static void
test_rows_say_how_far_they_are (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterBatchInfo) info = begin_well (fixture);
  g_autofree char *planned = NULL;
  g_autofree char *sending = NULL;
  g_autofree char *again = NULL;
  g_autofree char *decided = NULL;
  const char      *sql = "SELECT group_concat (state || attempts, ' ') FROM"
                         " (SELECT state, attempts FROM batch_row ORDER BY position)";

  planned = query (fixture->path, sql);
  note_sending (fixture->journal, info->id, 1);
  sending = query (fixture->path, sql);
  note_outcome (fixture->journal, info->id, fixture->plan, 1);
  note_sending (fixture->journal, info->id, 1);
  again = query (fixture->path, sql);
  muster_plan_row_decide (muster_plan_get_row (fixture->plan, 1), MUSTER_OUTCOME_CHANGED,
                          NULL, NULL);
  note_outcome (fixture->journal, info->id, fixture->plan, 1);
  decided = query (fixture->path, sql);
  g_assert_cmpstr (planned, ==, "planned0 planned0 decided0 planned0 planned0");
  g_assert_cmpstr (sending, ==, "planned0 sending1 decided0 planned0 planned0");
  g_assert_cmpstr (again, ==, "planned0 sending2 decided0 planned0 planned0");
  g_assert_cmpstr (decided, ==, "planned0 decided2 decided0 planned0 planned0");
  g_assert_cmpint (muster_plan_row_get_decided_at (
                     muster_plan_get_row (fixture->plan, 1)),
                   >=, info->started_at);
}

static void
test_history_is_newest_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterBatchInfo) first = begin_well (fixture);
  g_autoptr (MusterBatchInfo) second = begin_well (fixture);
  g_autoptr (GPtrArray) before = list (fixture->journal);
  g_autoptr (GPtrArray) after = NULL;
  MusterBatchInfo *info;

  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpstr (((MusterBatchInfo *) before->pdata[0])->id, ==, second->id);
  for (guint i = 0; i < 5; i++)
    muster_plan_row_decide (muster_plan_get_row (fixture->plan, i),
                            MUSTER_OUTCOME_NOT_SENT, NULL, NULL);
  note_outcome (fixture->journal, first->id, fixture->plan, 0);
  end (fixture->journal, first->id, MUSTER_BATCH_STOPPED);
  end (fixture->journal, second->id, MUSTER_BATCH_FINISHED);
  after = list (fixture->journal);
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
test_a_batch_without_its_process_is_interrupted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterBatchInfo) info = begin_well (fixture);
  g_autoptr (MusterJournal) other = muster_journal_new (fixture->path);
  g_autoptr (GPtrArray) before = list (other);
  g_autoptr (GPtrArray) after = NULL;

  note_sending (fixture->journal, info->id, 0);
  g_assert_cmpint (((MusterBatchInfo *) before->pdata[0])->state, ==,
                   MUSTER_BATCH_RUNNING);
  g_clear_object (&fixture->journal);
  /* The journal's thread may still be on its way out. */
  for (guint i = 0; i < 10000; i++)
    {
      g_clear_pointer (&after, g_ptr_array_unref);
      after = list (other);
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
test_a_batch_is_named_by_its_beginning (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterBatchInfo) first = begin_well (fixture);
  g_autoptr (MusterBatchInfo) second = begin_well (fixture);
  g_autofree char *most = g_strndup (first->id, strlen (first->id) - 1);
  g_autoptr (MusterBatchInfo) info = NULL;
  g_autoptr (GError) ambiguous = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) empty = NULL;
  g_autoptr (MusterPlan) plan = NULL;

  g_assert_null (load (fixture->journal, "20", NULL, &ambiguous));
  g_assert_error (ambiguous, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (ambiguous->message, first->id));
  g_assert_nonnull (strstr (ambiguous->message, second->id));
  g_assert_null (load (fixture->journal, "%", NULL, &missing));
  g_assert_error (missing, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (missing->message, "“%”"));
  g_assert_null (load (fixture->journal, "", NULL, &empty));
  g_assert_error (empty, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NOT_FOUND);
  if (g_str_has_prefix (second->id, most))
    return;
  plan = load (fixture->journal, most, &info, NULL);
  g_assert_nonnull (plan);
  g_assert_cmpstr (info->id, ==, first->id);
}

static void
assert_refused (Fixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (begin (fixture->journal, fixture->plan, &error));
  g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
make_folder (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_what_is_no_journal_is_left_alone (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "\x89PNG\r\n\x1a\n and so on, and on, to more than a page";
  g_autofree char  *contents = NULL;
  gsize             length;

  make_folder (fixture);
  g_assert_true (g_file_set_contents (fixture->path, text, sizeof text, NULL));
  assert_refused (fixture, "it is no journal of Muster");
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, text, sizeof text);
}

static void
test_another_programs_file_is_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            n_before;
  gsize            n_after;

  make_folder (fixture);
  run_sql (fixture->path, "CREATE TABLE bookmark (url TEXT)");
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  assert_refused (fixture, "another program's file");
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_a_newer_versions_file_is_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (open_journal (fixture->journal, &error));
  g_clear_object (&fixture->journal);
  run_sql (fixture->path, "PRAGMA user_version = 99");
  fixture->journal = muster_journal_new (fixture->path);
  assert_refused (fixture, "a newer Muster");
}

static void
test_a_folder_is_no_file (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0755), ==, 0);
  assert_refused (fixture, "directory");
  assert_mode (fixture->path, "", 0755);
}

static void
test_what_cannot_be_made_says_why (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_build_filename (fixture->folder, "deep", NULL);

  g_assert_true (g_file_set_contents (parent, "a file", -1, NULL));
  assert_refused (fixture, "cannot be made");
}

static void
test_damaged_rows_are_an_error (Fixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE batch_row SET operations = 'set' || char (9) || 'roles' || char (10)",
    "UPDATE batch_row SET operations = 'add' || char (9) || 'timeZone' || char (9) || 'x'"
    " || char (10)",
    "UPDATE batch_row SET operations = 'clear' || char (9) || 'company'",
    "UPDATE batch_row SET before = 'shoeSize' || char (10)",
    "UPDATE batch_row SET before = 'roles' || char (9) || '\\x' || char (10)",
    "UPDATE batch_row SET outcome = 'fine'",
    "UPDATE batch SET state = 'asleep'",
    "UPDATE batch SET operations = 'x'",
  };
  g_autoptr (MusterBatchInfo) info = begin_well (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *undo = g_strdup_printf ("%s.%u", fixture->path, i);
      g_autoptr (MusterJournal) damaged = muster_journal_new (undo);
      g_autofree char *copy = g_strdup_printf ("VACUUM INTO '%s'", undo);

      g_test_message ("%s", damages[i]);
      run_sql (fixture->path, copy);
      run_sql (undo, damages[i]);
      g_assert_null (load (damaged, info->id, NULL, &error));
      g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL);
      g_assert_nonnull (strstr (error->message, "damaged"));
    }
}

/* As much of a disk as a plan of this size does not fit in. */
static void
test_a_full_disk_is_told_and_leaves_no_batch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (2000);
  g_autoptr (GPtrArray) users = fake_platform_read_all (platform);
  g_autoptr (GPtrArray) operations = create_operations ();
  g_autoptr (MusterPlan) plan = muster_plan_new (users, operations);
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (open_journal (fixture->journal, NULL));
  run_sql (fixture->path,
           "CREATE TRIGGER full AFTER INSERT ON batch_row WHEN new.position = 1500 "
           "BEGIN SELECT raise (ROLLBACK, 'database or disk is full'); END");
  g_assert_null (begin (fixture->journal, plan, &error));
  g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL);
  g_assert_nonnull (strstr (error->message, "full"));
  infos = list (fixture->journal);
  g_assert_cmpuint (infos->len, ==, 0);
}

static void
test_ten_thousand_rows_are_quick (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (10000);
  g_autoptr (GPtrArray) users = fake_platform_read_all (platform);
  g_autoptr (GPtrArray) operations = create_operations ();
  g_autoptr (MusterPlan) plan = muster_plan_new (users, operations);
  g_autoptr (MusterBatchInfo) info = NULL;
  g_autoptr (MusterPlan) loaded = NULL;
  gint64 started;

  if (!g_test_perf ())
    {
      g_test_skip ("timed, only with -m perf");
      return;
    }
  g_assert_true (open_journal (fixture->journal, NULL));
  started = g_get_monotonic_time ();
  info = begin (fixture->journal, plan, NULL);
  g_test_minimized_result ((double) (g_get_monotonic_time () - started) / 1e6,
                           "10,000 rows written in %" G_GINT64_FORMAT " ms",
                           (g_get_monotonic_time () - started) / 1000);
  started = g_get_monotonic_time ();
  loaded = load (fixture->journal, info->id, NULL, NULL);
  g_test_minimized_result ((double) (g_get_monotonic_time () - started) / 1e6,
                           "10,000 rows read in %" G_GINT64_FORMAT " ms",
                           (g_get_monotonic_time () - started) / 1000);
}

#define ADD(name, function)                                                              \
  g_test_add ("/journal/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-batch-comes-back-as-it-was", test_a_batch_comes_back_as_it_was);
  ADD ("nobody-else-reads-it", test_nobody_else_reads_it);
  ADD ("a-file-open-to-others-is-closed-to-them",
       test_a_file_open_to_others_is_closed_to_them);
  ADD ("rows-say-how-far-they-are", test_rows_say_how_far_they_are);
  ADD ("history-is-newest-first", test_history_is_newest_first);
  ADD ("a-batch-without-its-process-is-interrupted",
       test_a_batch_without_its_process_is_interrupted);
  ADD ("a-batch-is-named-by-its-beginning", test_a_batch_is_named_by_its_beginning);
  ADD ("what-is-no-journal-is-left-alone", test_what_is_no_journal_is_left_alone);
  ADD ("another-programs-file-is-left-alone", test_another_programs_file_is_left_alone);
  ADD ("a-newer-versions-file-is-left-alone", test_a_newer_versions_file_is_left_alone);
  ADD ("a-folder-is-no-file", test_a_folder_is_no_file);
  ADD ("what-cannot-be-made-says-why", test_what_cannot_be_made_says_why);
  ADD ("damaged-rows-are-an-error", test_damaged_rows_are_an_error);
  ADD ("a-full-disk-is-told-and-leaves-no-batch",
       test_a_full_disk_is_told_and_leaves_no_batch);
  ADD ("ten-thousand-rows-are-quick", test_ten_thousand_rows_are_quick);
  return g_test_run ();
}
