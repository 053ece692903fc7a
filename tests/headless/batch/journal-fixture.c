/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "journal-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "await.h"

static void
add_operation (GPtrArray *operations, MusterField field, MusterVerb verb, const char *id)
{
  g_autoptr (MusterReference) value
    = id != NULL ? muster_reference_new (id, "Näme\twith\\tab\nand line") : NULL;

  g_ptr_array_add (operations, muster_operation_new (field, verb, value));
}

GPtrArray *
journal_create_operations (void)
{
  GPtrArray *operations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);

  add_operation (operations, MUSTER_FIELD_COMPANY, MUSTER_VERB_CLEAR, NULL);
  add_operation (operations, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "Europe/Oslo");
  add_operation (operations, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "r-teacher");
  return operations;
}

MusterPlan *
journal_create_plan (FakePlatform *platform)
{
  FakeUser *done = fake_platform_get_user (platform, 3);
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (GPtrArray) operations = journal_create_operations ();

  fake_user_set (done, MUSTER_FIELD_TIME_ZONE, "Europe/Oslo");
  fake_user_set (done, MUSTER_FIELD_ROLES, "r-basic r-teacher");
  fake_user_set (fake_platform_get_user (platform, 1), MUSTER_FIELD_COMPANY, "c1");
  users = fake_platform_read_all (platform);
  return muster_plan_new (users, operations);
}

void
journal_fixture_set_up (JournalFixture *fixture, gconstpointer data)
{
  fixture->folder = temporary_folder_new ();
  fixture->path
    = g_build_filename (fixture->folder, "deep", "muster", "journal.sqlite", NULL);
  fixture->journal = muster_journal_new (fixture->path);
  fixture->platform = fake_platform_new (5);
  fixture->plan = journal_create_plan (fixture->platform);
}

void
journal_fixture_tear_down (JournalFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->journal);
  g_clear_object (&fixture->platform);
  g_clear_object (&fixture->plan);
  g_free (fixture->path);
  temporary_folder_free (fixture->folder);
}

MusterBatchInfo *
journal_begin (MusterJournal *journal, MusterPlan *plan, GError **error)
{
  g_autoptr (MusterBatchInfo) info = muster_batch_info_new ();
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  info->address = g_strdup ("https://fake.example/scim/v2");
  info->account_id = g_strdup ("u0001");
  info->account = g_strdup ("anna");
  info->selection = g_strdup ("all of them");
  g_ptr_array_unref (info->operations);
  info->operations = journal_create_operations ();
  muster_journal_begin_batch_async (journal, info, plan, await_cb, &slot);
  result = await_result (&slot);
  return muster_journal_begin_batch_finish (journal, result, error);
}

MusterBatchInfo *
journal_begin_well (JournalFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MusterBatchInfo *info = journal_begin (fixture->journal, fixture->plan, &error);

  g_assert_no_error (error);
  return info;
}

gboolean
journal_open_journal (MusterJournal *journal, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_journal_open_async (journal, NULL, await_cb, &slot);
  result = await_result (&slot);
  return muster_journal_open_finish (journal, result, error);
}

GPtrArray *
journal_list (MusterJournal *journal)
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

MusterPlan *
journal_load (MusterJournal    *journal,
              const char       *batch,
              MusterBatchInfo **info,
              GError          **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_journal_load_async (journal, batch, NULL, await_cb, &slot);
  result = await_result (&slot);
  return muster_journal_load_finish (journal, result, info, error);
}

void
journal_end (MusterJournal *journal, const char *batch, MusterBatchState state)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_journal_end_batch_async (journal, batch, state, await_cb, &slot);
  result = await_result (&slot);
  g_assert_true (muster_journal_end_batch_finish (journal, result, &error));
  g_assert_no_error (error);
}

void
journal_note_sending (MusterJournal *journal, const char *batch, guint position)
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

void
journal_note_outcome (MusterJournal *journal,
                      const char    *batch,
                      MusterPlan    *plan,
                      guint          position)
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

char *
journal_query (const char *path, const char *sql)
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

void
journal_run_sql (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

void
journal_assert_mode (const char *path, const char *suffix, guint mode)
{
  g_autofree char *full = g_strconcat (path, suffix, NULL);
  GStatBuf         info;

  g_test_message ("%s", full);
  g_assert_cmpint (g_stat (full, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, mode);
}
