/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-submission.h"

#include <glib/gstdio.h>

#include "await.h"
#include "fake-platform.h"

typedef struct
{
  char          *folder;   /* (owned) */
  FakePlatform  *platform; /* (owned) */
  MusterJournal *journal;  /* (owned) */
  MusterSession *session;  /* (owned) */
  MusterEdit    *edit;     /* (owned) */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = temporary_folder_new ();
  path = g_build_filename (self->folder, "muster", "journal.sqlite", NULL);
  self->platform = fake_platform_new (40);
  self->journal = muster_journal_new (path);
  self->session = muster_session_new (MUSTER_PLATFORM (self->platform), self->journal,
                                      "Fake", "tester");
  self->edit = muster_edit_new (self->session);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->edit);
  g_object_unref (self->session);
  g_object_unref (self->journal);
  g_object_unref (self->platform);
  temporary_folder_free (self->folder);
}

static void
pick_all (Fixture *self)
{
  g_autoptr (GPtrArray) users = fake_platform_read_all (self->platform);

  muster_picked_users_add (muster_edit_get_users (self->edit), users);
}

static void
wish (Fixture *self, MusterField field, MusterVerb verb, const char *id)
{
  g_autoptr (MusterReference) value = muster_reference_new (id, id);

  muster_edit_wish (self->edit, field, verb, value);
}

static MusterSubmission *
prepare (Fixture *self, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_submission_prepare_async (self->edit, NULL, await_cb, &slot);
  result = await_result (&slot);
  return muster_submission_prepare_finish (result, error);
}

static void
wait_for_state (MusterSubmission *submission, MusterSubmissionState state)
{
  gint64 limit = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (muster_submission_get_state (submission) != state)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      g_main_context_iteration (NULL, TRUE);
    }
}

static guint
count (MusterSubmission *submission, MusterOutcome outcome)
{
  MusterOutcomeCounts counts;

  muster_submission_count (submission, &counts);
  g_assert_cmpuint (muster_outcome_counts_get_total (&counts), ==,
                    muster_submission_get_n_rows (submission));
  return counts.n[outcome];
}

static void
test_run (Fixture *self, gconstpointer data)
{
  g_autoptr (MusterSubmission) submission = NULL;
  g_autoptr (GError) error = NULL;

  fake_user_set (fake_platform_get_user (self->platform, 7), MUSTER_FIELD_TIME_ZONE,
                 "UTC");
  pick_all (self);
  wish (self, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "UTC");
  submission = prepare (self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->platform->n_write_calls, ==, 0);
  g_assert_null (muster_submission_get_batch (submission));
  muster_submission_start (submission, MUSTER_GUARD_NONE);
  wait_for_state (submission, MUSTER_SUBMISSION_ENDED);
  g_assert_no_error (muster_submission_get_error (submission));
  g_assert_cmpuint (count (submission, MUSTER_OUTCOME_CHANGED), ==, 39);
  g_assert_cmpuint (count (submission, MUSTER_OUTCOME_ALREADY_SO), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (muster_submission_get_decided (submission)),
                    ==, 40);
  g_assert_nonnull (muster_submission_get_batch (submission));
  for (guint i = 1; i <= 40; i++)
    g_assert_true (fake_user_has (fake_platform_get_user (self->platform, i),
                                  MUSTER_FIELD_TIME_ZONE, "UTC"));
}

/* What somebody changed since the users were picked is planned for as it is now, and
 * shown so. */
static void
test_reads_anew (Fixture *self, gconstpointer data)
{
  g_autoptr (MusterSubmission) submission = NULL;
  g_autoptr (MusterUser) user = NULL;

  pick_all (self);
  fake_user_set (fake_platform_get_user (self->platform, 1), MUSTER_FIELD_COMPANY, "c2");
  wish (self, MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "c2");
  submission = prepare (self, NULL);
  g_assert_cmpuint (count (submission, MUSTER_OUTCOME_ALREADY_SO), ==, 1);
  user = g_list_model_get_item (G_LIST_MODEL (muster_edit_get_users (self->edit)), 0);
  g_assert_true (
    muster_value_set_contains (muster_user_get_values (user, MUSTER_FIELD_COMPANY),
                               "c2"));
}

static void
test_own_account (Fixture *self, gconstpointer data)
{
  FakeUser *own = fake_platform_get_user (self->platform, 3);
  g_autoptr (MusterSubmission) submission = NULL;

  fake_platform_set_account (self->platform, own);
  pick_all (self);
  wish (self, MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE);
  submission = prepare (self, NULL);
  g_assert_cmpuint (muster_submission_count_guarded (submission,
                                                     MUSTER_GUARD_OWN_ACCOUNT),
                    ==, 1);
  muster_submission_start (submission, MUSTER_GUARD_LAST_ADMINISTRATOR);
  wait_for_state (submission, MUSTER_SUBMISSION_ENDED);
  g_assert_cmpuint (count (submission, MUSTER_OUTCOME_REJECTED), ==, 1);
  g_assert_true (fake_user_has (own, MUSTER_FIELD_ACTIVE, MUSTER_ACTIVE_TRUE));
}

/* Nothing was sent; and after the journal can be written the same is started again, with
 * another consent. */
static void
test_journal_fails (Fixture *self, gconstpointer data)
{
  FakeUser        *own = fake_platform_get_user (self->platform, 3);
  g_autofree char *path = g_build_filename (self->folder, "muster", NULL);
  g_autoptr (MusterSubmission) submission = NULL;

  fake_platform_set_account (self->platform, own);
  pick_all (self);
  wish (self, MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE);
  submission = prepare (self, NULL);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  muster_submission_start (submission, MUSTER_GUARD_NONE);
  while (muster_submission_get_error (submission) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (muster_submission_get_state (submission), ==,
                    MUSTER_SUBMISSION_PREPARED);
  g_assert_cmpuint (count (submission, MUSTER_OUTCOME_PENDING), ==, 40);
  g_assert_cmpuint (self->platform->n_write_calls, ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  muster_submission_start (submission,
                           MUSTER_GUARD_OWN_ACCOUNT | MUSTER_GUARD_LAST_ADMINISTRATOR);
  wait_for_state (submission, MUSTER_SUBMISSION_ENDED);
  g_assert_cmpuint (count (submission, MUSTER_OUTCOME_CHANGED), ==, 40);
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (MusterSubmission) submission = NULL;

  pick_all (self);
  wish (self, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "UTC");
  submission = prepare (self, NULL);
  self->platform->held = TRUE;
  muster_submission_start (submission, MUSTER_GUARD_NONE);
  wait_for_state (submission, MUSTER_SUBMISSION_RUNNING);
  while (self->platform->n_write_calls == 0)
    g_main_context_iteration (NULL, TRUE);
  muster_submission_cancel (submission);
  g_assert_cmpuint (muster_submission_get_state (submission), ==,
                    MUSTER_SUBMISSION_CANCELLING);
  fake_platform_let_go (self->platform);
  wait_for_state (submission, MUSTER_SUBMISSION_ENDED);
  g_assert_cmpuint (count (submission, MUSTER_OUTCOME_CHANGED)
                      + count (submission, MUSTER_OUTCOME_NOT_SENT),
                    ==, 40);
  g_assert_cmpuint (count (submission, MUSTER_OUTCOME_NOT_SENT), >, 0);
}

static void
test_platform_fails (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  pick_all (self);
  wish (self, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "UTC");
  fake_platform_fail_find (self->platform, MUSTER_PLATFORM_ERROR_UNREACHABLE);
  g_assert_null (prepare (self, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_UNREACHABLE);
  g_assert_cmpuint (muster_picked_users_get_n_users (muster_edit_get_users (self->edit)),
                    ==, 40);
  g_assert_cmpuint (muster_edit_count_wishes (self->edit, MUSTER_FIELDS_ALL), ==, 1);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/submission/run", test_run);
  ADD ("/submission/reads-anew", test_reads_anew);
  ADD ("/submission/own-account", test_own_account);
  ADD ("/submission/journal-fails", test_journal_fails);
  ADD ("/submission/cancel", test_cancel);
  ADD ("/submission/platform-fails", test_platform_fails);
  return g_test_run ();
}
