/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "journal-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "await.h"

static void
assert_refused (JournalFixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (journal_begin (fixture->journal, fixture->plan, &error));
  g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
make_folder (JournalFixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
}

static void
test_what_is_no_journal_is_left_alone (JournalFixture *fixture, gconstpointer data)
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
test_another_programs_file_is_left_alone (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            n_before;
  gsize            n_after;

  make_folder (fixture);
  journal_run_sql (fixture->path, "CREATE TABLE bookmark (url TEXT)");
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  assert_refused (fixture, "another program's file");
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_a_newer_versions_file_is_left_alone (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (journal_open_journal (fixture->journal, &error));
  g_clear_object (&fixture->journal);
  journal_run_sql (fixture->path, "PRAGMA user_version = 99");
  fixture->journal = muster_journal_new (fixture->path);
  assert_refused (fixture, "a newer Muster");
}

static void
test_a_folder_is_no_file (JournalFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0755), ==, 0);
  assert_refused (fixture, "directory");
  journal_assert_mode (fixture->path, "", 0755);
}

static void
test_what_cannot_be_made_says_why (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_build_filename (fixture->folder, "deep", NULL);

  g_assert_true (g_file_set_contents (parent, "a file", -1, NULL));
  assert_refused (fixture, "cannot be made");
}

static void
test_damaged_rows_are_an_error (JournalFixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE batch_row SET operations = 'set' || char (9) || 'roles' || char (10)",
    "UPDATE batch_row SET operations = printf ('add%stimeZone%sx', char (9), char (9))",
    "UPDATE batch_row SET operations = 'clear' || char (9) || 'company'",
    "UPDATE batch_row SET before = 'shoeSize' || char (10)",
    "UPDATE batch_row SET before = 'roles' || char (9) || '\\x' || char (10)",
    "UPDATE batch_row SET outcome = 'fine'",
    "UPDATE batch SET state = 'asleep'",
    "UPDATE batch SET operations = 'x'",
  };
  g_autoptr (MusterBatchInfo) info = journal_begin_well (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *undo = g_strdup_printf ("%s.%u", fixture->path, i);
      g_autoptr (MusterJournal) damaged = muster_journal_new (undo);
      g_autofree char *copy = g_strdup_printf ("VACUUM INTO '%s'", undo);

      g_test_message ("%s", damages[i]);
      journal_run_sql (fixture->path, copy);
      journal_run_sql (undo, damages[i]);
      g_assert_null (journal_load (damaged, info->id, NULL, &error));
      g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL);
      g_assert_nonnull (strstr (error->message, "damaged"));
    }
}

/* As much of a disk as a plan of this size does not fit in. */
static void
test_a_full_disk_is_told_and_leaves_no_batch (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (2000);
  g_autoptr (GPtrArray) users = fake_platform_read_all (platform);
  g_autoptr (GPtrArray) operations = journal_create_operations ();
  g_autoptr (MusterPlan) plan = muster_plan_new (users, operations);
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (journal_open_journal (fixture->journal, NULL));
  journal_run_sql (fixture->path,
                   "CREATE TRIGGER full AFTER INSERT ON batch_row WHEN new.position = "
                   "1500 "
                   "BEGIN SELECT raise (ROLLBACK, 'database or disk is full'); END");
  g_assert_null (journal_begin (fixture->journal, plan, &error));
  g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL);
  g_assert_nonnull (strstr (error->message, "full"));
  infos = journal_list (fixture->journal);
  g_assert_cmpuint (infos->len, ==, 0);
}

/* Five notes at once, of which the journal's thread finds most waiting when it is let go
 * on: what was answered yes is in the file, and nothing else. */
static void
note_all_at_once (JournalFixture *fixture, const char *batch, gboolean done[5])
{
  GAsyncResult *slots[5] = { NULL };
  sqlite3      *other;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

      g_array_append_val (positions, i);
      muster_journal_note_sending_async (fixture->journal, batch, positions, await_cb,
                                         &slots[i]);
    }
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GAsyncResult) result = await_result (&slots[i]);
      g_autoptr (GError) error = NULL;

      done[i] = muster_journal_note_sending_finish (fixture->journal, result, &error);
      g_assert_cmpint (done[i], ==, error == NULL);
      if (!done[i])
        g_assert_nonnull (strstr (error->message, "full"));
    }
}

static void
test_notes_that_fail_among_others (JournalFixture *fixture, gconstpointer data)
{
  static const char *const ways[] = { "ABORT", "ROLLBACK" };

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      g_autoptr (MusterBatchInfo) info = journal_begin_well (fixture);
      g_autofree char *trigger
        = g_strdup_printf ("DROP TRIGGER IF EXISTS full;"
                           "CREATE TRIGGER full BEFORE UPDATE OF sent_at ON batch_row"
                           " WHEN new.position = 2 BEGIN"
                           " SELECT raise (%s, 'database or disk is full'); END",
                           ways[way]);
      gboolean done[5];

      g_test_message ("%s", ways[way]);
      journal_run_sql (fixture->path, trigger);
      note_all_at_once (fixture, info->id, done);
      g_assert_false (done[2]);
      for (guint i = 0; i < 5; i++)
        {
          g_autofree char *sql
            = g_strdup_printf ("SELECT attempts FROM batch_row WHERE position = %u"
                               " AND batch = (SELECT max (number) FROM batch)",
                               i);
          g_autofree char *attempts = journal_query (fixture->path, sql);

          g_assert_cmpstr (attempts, ==, done[i] ? "1" : "0");
          g_assert_true (done[i] || i == 2 || way == 1);
        }
      journal_run_sql (fixture->path, "DROP TRIGGER full");
      journal_note_sending (fixture->journal, info->id, 2);
    }
}

#define ADD(name, function)                                                              \
  g_test_add ("/journal-refusals/" name, JournalFixture, NULL, journal_fixture_set_up,   \
              function, journal_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-no-journal-is-left-alone", test_what_is_no_journal_is_left_alone);
  ADD ("another-programs-file-is-left-alone", test_another_programs_file_is_left_alone);
  ADD ("a-newer-versions-file-is-left-alone", test_a_newer_versions_file_is_left_alone);
  ADD ("a-folder-is-no-file", test_a_folder_is_no_file);
  ADD ("what-cannot-be-made-says-why", test_what_cannot_be_made_says_why);
  ADD ("damaged-rows-are-an-error", test_damaged_rows_are_an_error);
  ADD ("a-full-disk-is-told-and-leaves-no-batch",
       test_a_full_disk_is_told_and_leaves_no_batch);
  ADD ("notes-that-fail-among-others", test_notes_that_fail_among_others);
  return g_test_run ();
}
