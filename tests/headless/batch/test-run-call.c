/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* What becomes of a run when whole calls go wrong, and how much is asked. */

#include <string.h>

#include "run-fixture.h"

#define OSLO "Europe/Oslo"

static void
wish_oslo (RunFixture *fixture)
{
  run_fixture_wish (fixture, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, OSLO);
}

static guint
count_in_oslo (RunFixture *fixture)
{
  guint n = 0;

  for (guint i = 0; i < fixture->platform->users->len; i++)
    if (fake_user_has (g_ptr_array_index (fixture->platform->users, i),
                       MUSTER_FIELD_TIME_ZONE, OSLO))
      n++;
  return n;
}

static void
set_transports (RunFixture *fixture, guint n_bulk)
{
  MusterTransport *bulk = &g_array_index (fixture->platform->capabilities->transports,
                                          MusterTransport, FAKE_TRANSPORT_BULK);

  bulk->max_writes = n_bulk;
  fixture->platform->capabilities->read_size = n_bulk;
}

static void
run_well (RunFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (run_fixture_run (fixture, &error));
  g_assert_no_error (error);
}

static void
assert_all_changed (RunFixture *fixture)
{
  guint n_users = fixture->platform->users->len;

  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==, n_users);
  g_assert_cmpuint (count_in_oslo (fixture), ==, n_users);
  g_assert_cmpint (run_fixture_read_state (fixture), ==, MUSTER_BATCH_FINISHED);
}

/* One write to prove the way, and its reading back; the rest in one go. */
static void
test_few_round_trips (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 1000);
  set_transports (fixture, 1000);
  wish_oslo (fixture);
  run_well (fixture);
  assert_all_changed (fixture);
  g_assert_cmpuint (fixture->platform->n_writes, ==, 1000);
  g_assert_cmpuint (g_array_index (fixture->platform->write_sizes, guint, 0), ==, 1);
  g_assert_cmpuint (fixture->platform->n_write_calls, <=, 6);
  g_assert_cmpuint (fixture->platform->n_read_calls, <=, 6);
  g_assert_cmpuint (fixture->platform->n_find_calls, ==, 0);
}

static void
test_what_is_so_already_is_not_sent (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 3);
  for (guint i = 1; i <= 3; i++)
    fake_user_set (fake_platform_get_user (fixture->platform, i), MUSTER_FIELD_TIME_ZONE,
                   OSLO);
  wish_oslo (fixture);
  run_well (fixture);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_ALREADY_SO), ==, 3);
  g_assert_cmpuint (fixture->platform->n_write_calls, ==, 0);
  g_assert_cmpuint (fixture->platform->n_read_calls, ==, 0);
}

static void
test_a_bulk_that_lies_is_left (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 30);
  fixture->platform->transport_lies[FAKE_TRANSPORT_BULK] = TRUE;
  wish_oslo (fixture);
  run_well (fixture);
  assert_all_changed (fixture);
  g_assert_cmpuint (fixture->platform->n_writes, ==, 31);
}

static void
test_a_bulk_that_is_refused_is_left (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 30);
  fixture->platform->transport_refuses[FAKE_TRANSPORT_BULK] = TRUE;
  wish_oslo (fixture);
  run_well (fixture);
  assert_all_changed (fixture);
  g_assert_cmpuint (fixture->platform->n_writes, ==, 31);
}

static void
test_a_bulk_that_breaks_is_left (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 30);
  fixture->platform->transport_breaks[FAKE_TRANSPORT_BULK] = TRUE;
  wish_oslo (fixture);
  run_well (fixture);
  assert_all_changed (fixture);
  g_assert_cmpuint (fixture->platform->n_write_calls, ==, 32);
}

static void
break_all_writes (RunFixture *fixture)
{
  g_array_remove_index (fixture->platform->capabilities->transports, 0);
  fixture->platform->transport_breaks[0] = TRUE;
}

/* That an answer is lost again and again is no word of the platform about a user. */
static void
test_a_user_whose_answer_is_always_lost (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 1);
  break_all_writes (fixture);
  wish_oslo (fixture);
  run_well (fixture);
  g_assert_cmpint (run_fixture_get_outcome (fixture, 1), ==, MUSTER_OUTCOME_NOT_TAKEN);
  g_assert_nonnull (strstr (run_fixture_get_message (fixture, 1), "it is not so: "));
  g_assert_cmpuint (fixture->platform->n_write_calls, ==, 4);
}

/* Whoever was sent was sent, also where the run stops before his next try. */
static void
test_a_platform_whose_answers_are_all_lost (RunFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_not_taken;

  run_fixture_fill (fixture, 300);
  break_all_writes (fixture);
  wish_oslo (fixture);
  g_assert_false (run_fixture_run (fixture, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_LOST);
  n_not_taken = run_fixture_count (fixture, MUSTER_OUTCOME_NOT_TAKEN);
  g_assert_cmpuint (n_not_taken, >, 0);
  g_assert_cmpuint (n_not_taken, <=, fixture->platform->n_write_calls);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_NOT_SENT), ==,
                    300 - n_not_taken);
  g_assert_cmpint (run_fixture_get_outcome (fixture, 1), ==, MUSTER_OUTCOME_NOT_TAKEN);
  g_assert_nonnull (strstr (run_fixture_get_message (fixture, 1), "it is not so: "));
  g_assert_cmpint (run_fixture_read_state (fixture), ==, MUSTER_BATCH_STOPPED);
}

/* Whoever comes first may be a special case: it proves nothing about the others. */
static void
test_a_first_user_that_is_refused_says_nothing_of_bulk (RunFixture   *fixture,
                                                        gconstpointer data)
{
  run_fixture_fill (fixture, 300);
  fake_user_set_fault (fake_platform_get_user (fixture->platform, 1), FAKE_FAULT_REJECTS,
                       G_MAXUINT);
  wish_oslo (fixture);
  run_well (fixture);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_REJECTED), ==, 1);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==, 299);
  g_assert_cmpuint (fixture->platform->n_write_calls, <=, 12);
}

static const struct
{
  const char *name;
  int         code;
  gboolean    applies;
} losses[] = {
  { "lost", MUSTER_PLATFORM_ERROR_LOST, FALSE },
  { "lost-after-it-was-done", MUSTER_PLATFORM_ERROR_LOST, TRUE },
  { "server", MUSTER_PLATFORM_ERROR_SERVER, FALSE },
  { "server-after-it-was-done", MUSTER_PLATFORM_ERROR_SERVER, TRUE },
  { "bad-reply-after-it-was-done", MUSTER_PLATFORM_ERROR_BAD_REPLY, TRUE },
  { "throttled", MUSTER_PLATFORM_ERROR_THROTTLED, FALSE },
  { "unreachable", MUSTER_PLATFORM_ERROR_UNREACHABLE, FALSE },
};

/* The first, a middle and the last call go wrong. What was done is not done again. */
static void
test_a_call_goes_wrong (RunFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  run_fixture_set_up (fixture, NULL);
  run_fixture_fill (fixture, 500);
  wish_oslo (fixture);
  for (guint at = 0; at < 5; at++)
    fake_platform_fail_write (fixture->platform, at % 2 == 0 ? losses[i].code : -1,
                              losses[i].applies, 1);
  run_well (fixture);
  assert_all_changed (fixture);
  for (guint at = 1; losses[i].applies && at <= 500; at++)
    g_assert_cmpuint (fake_platform_get_user (fixture->platform, at)->n_writes, ==, 1);
  run_fixture_tear_down (fixture, NULL);
}

static void
test_loss (gconstpointer data)
{
  RunFixture fixture = { 0 };

  test_a_call_goes_wrong (&fixture, data);
}

/* One that takes two at once is not given up for what the others hear. */
static void
test_a_platform_that_takes_few_at_once (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 4000);
  fixture->platform->throttle_above = 1;
  fixture->platform->capabilities->parallel = 8;
  wish_oslo (fixture);
  run_well (fixture);
  assert_all_changed (fixture);
}

/* All that is under way fails at once: that is one failure, not eight. */
static void
test_a_platform_that_is_away_for_a_while (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 4000);
  fixture->platform->capabilities->parallel = 8;
  fake_platform_fail_write (fixture->platform, -1, FALSE, 0);
  for (guint i = 0; i < 24; i++)
    fake_platform_fail_write (fixture->platform, MUSTER_PLATFORM_ERROR_UNREACHABLE, FALSE,
                              0);
  wish_oslo (fixture);
  run_well (fixture);
  assert_all_changed (fixture);
}

static void
test_a_platform_that_stays_away (RunFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run_fixture_fill (fixture, 300);
  fake_platform_fail_write (fixture->platform, -1, FALSE, 0);
  for (guint i = 0; i < 1000; i++)
    fake_platform_fail_write (fixture->platform, MUSTER_PLATFORM_ERROR_UNREACHABLE, FALSE,
                              0);
  wish_oslo (fixture);
  g_assert_false (run_fixture_run (fixture, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_UNREACHABLE);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==, 1);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_NOT_SENT), ==, 299);
  g_assert_nonnull (strstr (run_fixture_get_message (fixture, 300), "fails"));
  g_assert_cmpuint (fixture->platform->n_write_calls, <=, 100);
  g_assert_cmpint (run_fixture_read_state (fixture), ==, MUSTER_BATCH_STOPPED);
}

static void
test_a_chunk_that_is_too_large_is_halved (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 1000);
  set_transports (fixture, 1000);
  fixture->platform->capabilities->parallel = 1;
  fake_platform_fail_write (fixture->platform, -1, FALSE, 0);
  for (guint i = 0; i < 4; i++)
    fake_platform_fail_write (fixture->platform, MUSTER_PLATFORM_ERROR_TOO_LARGE, FALSE,
                              0);
  wish_oslo (fixture);
  run_well (fixture);
  assert_all_changed (fixture);
  for (guint i = 5; i < fixture->platform->write_sizes->len; i++)
    g_assert_cmpuint (g_array_index (fixture->platform->write_sizes, guint, i), <=, 125);
}

static void
test_signed_out (RunFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run_fixture_fill (fixture, 20);
  fake_platform_fail_write (fixture->platform, -1, FALSE, 0);
  fake_platform_fail_write (fixture->platform, MUSTER_PLATFORM_ERROR_SIGN_IN, FALSE, 0);
  wish_oslo (fixture);
  g_assert_false (run_fixture_run (fixture, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SIGN_IN);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==, 1);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_NOT_SENT), ==, 19);
  g_assert_cmpuint (fixture->platform->n_write_calls, ==, 2);
}

/* What was sent and cannot be read is unknown, but for what the platform refused. */
static void
test_what_cannot_be_read_back_is_unknown (RunFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run_fixture_fill (fixture, 20);
  g_array_remove_index (fixture->platform->capabilities->transports, 0);
  fixture->platform->capabilities->parallel = 2;
  fake_user_set_fault (fake_platform_get_user (fixture->platform, 2), FAKE_FAULT_REJECTS,
                       G_MAXUINT);
  for (guint i = 0; i < 100; i++)
    fake_platform_fail_read (fixture->platform, MUSTER_PLATFORM_ERROR_SERVER);
  wish_oslo (fixture);
  g_assert_false (run_fixture_run (fixture, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SERVER);
  g_assert_cmpint (run_fixture_get_outcome (fixture, 1), ==, MUSTER_OUTCOME_UNKNOWN);
  g_assert_cmpint (run_fixture_get_outcome (fixture, 2), ==, MUSTER_OUTCOME_REJECTED);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_NOT_SENT), ==, 18);
}

static void
test_a_reading_that_fails_twice_is_tried_again (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 20);
  fake_platform_fail_read (fixture->platform, MUSTER_PLATFORM_ERROR_SERVER);
  fake_platform_fail_read (fixture->platform, MUSTER_PLATFORM_ERROR_THROTTLED);
  wish_oslo (fixture);
  run_well (fixture);
  assert_all_changed (fixture);
  g_assert_cmpuint (fixture->platform->n_writes, ==, 20);
}

static void
cancel_cb (FakePlatform *platform, GPtrArray *writes, gpointer user_data)
{
  RunFixture *fixture = user_data;

  if (platform->n_write_calls == 2)
    g_cancellable_cancel (fixture->cancellable);
}

/* What is under way is resolved, and no more leaves. */
static void
test_cancelled (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 1000);
  fixture->platform->capabilities->parallel = 1;
  fixture->platform->write_hook = cancel_cb;
  wish_oslo (fixture);
  run_well (fixture);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==,
                    fixture->platform->n_writes);
  g_assert_cmpuint (fixture->platform->n_writes, <, 1000);
  g_assert_cmpuint (count_in_oslo (fixture), ==, fixture->platform->n_writes);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_NOT_SENT), ==,
                    1000 - fixture->platform->n_writes);
  g_assert_nonnull (strstr (run_fixture_get_message (fixture, 1000), "cancelled"));
  g_assert_cmpint (run_fixture_read_state (fixture), ==, MUSTER_BATCH_STOPPED);
}

static void
test_cancelled_before_it_began (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 10);
  g_cancellable_cancel (fixture->cancellable);
  wish_oslo (fixture);
  run_well (fixture);
  g_assert_cmpuint (fixture->platform->n_write_calls, ==, 0);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_NOT_SENT), ==, 10);
}

static void
break_journal_cb (FakePlatform *platform, GPtrArray *writes, gpointer user_data)
{
  RunFixture *fixture = user_data;
  sqlite3    *handle;

  if (platform->n_write_calls > 0)
    return;
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_exec (handle,
                  "CREATE TRIGGER full BEFORE UPDATE OF sent_at ON batch_row"
                  " BEGIN SELECT raise (ABORT, 'database or disk is full'); END",
                  NULL, NULL, NULL),
    ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_nothing_leaves_without_the_journal (RunFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run_fixture_fill (fixture, 10);
  fixture->platform->capabilities->parallel = 1;
  fixture->platform->write_hook = break_journal_cb;
  wish_oslo (fixture);
  g_assert_false (run_fixture_run (fixture, &error));
  g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_JOURNAL);
  g_assert_cmpuint (fixture->platform->n_writes, <, 10);
  g_assert_cmpuint (count_in_oslo (fixture), ==, fixture->platform->n_writes);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==,
                    fixture->platform->n_writes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RUN_FIXTURE_ADD ("/run-call/few-round-trips", test_few_round_trips);
  RUN_FIXTURE_ADD ("/run-call/what-is-so-already-is-not-sent",
                   test_what_is_so_already_is_not_sent);
  RUN_FIXTURE_ADD ("/run-call/a-bulk-that-lies-is-left", test_a_bulk_that_lies_is_left);
  RUN_FIXTURE_ADD ("/run-call/a-bulk-that-is-refused-is-left",
                   test_a_bulk_that_is_refused_is_left);
  RUN_FIXTURE_ADD ("/run-call/a-first-user-that-is-refused-says-nothing-of-bulk",
                   test_a_first_user_that_is_refused_says_nothing_of_bulk);
  RUN_FIXTURE_ADD ("/run-call/a-bulk-that-breaks-is-left",
                   test_a_bulk_that_breaks_is_left);
  RUN_FIXTURE_ADD ("/run-call/a-user-whose-answer-is-always-lost",
                   test_a_user_whose_answer_is_always_lost);
  RUN_FIXTURE_ADD ("/run-call/a-platform-whose-answers-are-all-lost",
                   test_a_platform_whose_answers_are_all_lost);
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autofree char *path = g_strconcat ("/run-call/goes-wrong/", losses[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_loss);
    }
  RUN_FIXTURE_ADD ("/run-call/a-platform-that-takes-few-at-once",
                   test_a_platform_that_takes_few_at_once);
  RUN_FIXTURE_ADD ("/run-call/a-platform-that-is-away-for-a-while",
                   test_a_platform_that_is_away_for_a_while);
  RUN_FIXTURE_ADD ("/run-call/a-platform-that-stays-away",
                   test_a_platform_that_stays_away);
  RUN_FIXTURE_ADD ("/run-call/a-chunk-that-is-too-large-is-halved",
                   test_a_chunk_that_is_too_large_is_halved);
  RUN_FIXTURE_ADD ("/run-call/signed-out", test_signed_out);
  RUN_FIXTURE_ADD ("/run-call/what-cannot-be-read-back-is-unknown",
                   test_what_cannot_be_read_back_is_unknown);
  RUN_FIXTURE_ADD ("/run-call/a-reading-that-fails-twice-is-tried-again",
                   test_a_reading_that_fails_twice_is_tried_again);
  RUN_FIXTURE_ADD ("/run-call/cancelled", test_cancelled);
  RUN_FIXTURE_ADD ("/run-call/cancelled-before-it-began", test_cancelled_before_it_began);
  RUN_FIXTURE_ADD ("/run-call/nothing-leaves-without-the-journal",
                   test_nothing_leaves_without_the_journal);
  return g_test_run ();
}
