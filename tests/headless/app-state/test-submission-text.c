/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-submission-text.h"

static void
test_progress (void)
{
  g_autofree char *one = muster_submission_text_describe_progress (0, 1);
  g_autofree char *many = muster_submission_text_describe_progress (612, 904);

  g_assert_cmpstr (one, ==, "0 of 1 user");
  g_assert_cmpstr (many, ==, "612 of 904 users");
}

static const struct
{
  double      rate;
  double      seconds_left;
  const char *text;
} paces[] = {
  { -1, -1, "" },
  { 0, 12, "" },
  { 48, -1, "48 users a second" },
  { 48.3, 12.2, "48 users a second, about 12 seconds left" },
  { 2, 0.1, "2 users a second, about 1 second left" },
  { 0.5, 89, "30 users a minute, about 89 seconds left" },
  { 1.0 / 60, 90, "1 user a minute, about 2 minutes left" },
  { 5, 3600, "5 users a second, about 60 minutes left" },
  { 5, 7200, "5 users a second, about 2 hours left" },
};

static void
test_pace (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (paces); i++)
    {
      g_autofree char *text
        = muster_submission_text_describe_pace (paces[i].rate, paces[i].seconds_left);

      g_assert_cmpstr (text, ==, paces[i].text);
    }
}

static void
assert_texts (const MusterOutcomeCounts *counts, const char *result, const char *rest)
{
  g_autofree char *said_result = muster_submission_text_describe_result (counts);
  g_autofree char *said_rest = muster_submission_text_describe_rest (counts);

  g_assert_cmpstr (said_result, ==, result);
  g_assert_cmpstr (said_rest, ==, rest);
}

static void
test_result (void)
{
  MusterOutcomeCounts counts = { 0 };

  counts.n[MUSTER_OUTCOME_NOT_SENT] = 1;
  assert_texts (&counts, "No user changed", "For 1 user nothing was sent.");
  counts.n[MUSTER_OUTCOME_NOT_SENT] = 0;
  counts.n[MUSTER_OUTCOME_CHANGED] = 1;
  assert_texts (&counts, "1 user changed", "");
  counts.n[MUSTER_OUTCOME_CHANGED] = 900;
  counts.n[MUSTER_OUTCOME_ALREADY_SO] = 1;
  assert_texts (&counts, "900 of 901 users changed", "1 user was already so.");
  counts.n[MUSTER_OUTCOME_CONFLICT] = 2;
  counts.n[MUSTER_OUTCOME_UNKNOWN] = 1;
  counts.n[MUSTER_OUTCOME_NOT_SENT] = 5;
  assert_texts (&counts, "900 of 909 users changed",
                "3 users need attention. 1 user was already so. For 5 users nothing was "
                "sent.");
}

static void
test_count (void)
{
  MusterOutcomeCounts counts = { 0 };

  for (guint i = 0; i < MUSTER_N_OUTCOMES; i++)
    counts.n[i] = 1;
  g_assert_cmpuint (muster_submission_text_count (&counts, MUSTER_OUTCOMES_ALL), ==,
                    MUSTER_N_OUTCOMES);
  g_assert_cmpuint (muster_submission_text_count (&counts, MUSTER_OUTCOMES_ATTENTION), ==,
                    5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/submission-text/progress", test_progress);
  g_test_add_func ("/submission-text/pace", test_pace);
  g_test_add_func ("/submission-text/result", test_result);
  g_test_add_func ("/submission-text/count", test_count);
  return g_test_run ();
}
