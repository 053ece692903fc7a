/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <string.h>

#include "muster-batch-text.h"

/* 10 May 2026, 12:00. */
#define NOON (G_GINT64_CONSTANT (1778414400) * G_USEC_PER_SEC)
#define HOURS(n) ((gint64) (n) *G_TIME_SPAN_HOUR)
#define ADDRESS "https://id.halden.example/scim/v2"

static MusterBatchInfo *
new_info (MusterBatchState state, gint64 started_at)
{
  MusterBatchInfo *info = muster_batch_info_new ();

  info->address = g_strdup (ADDRESS);
  info->state = state;
  info->started_at = started_at;
  info->counts.n[MUSTER_OUTCOME_CHANGED] = 3;
  info->counts.n[MUSTER_OUTCOME_ALREADY_SO] = 1;
  return info;
}

static const struct
{
  gint64      hours; /* from NOON */
  const char *text;
} times[] = {
  { 0, "4 users · today, 12:00" },       { -12, "4 users · today, 00:00" },
  { 1, "4 users · today, 13:00" },       { -13, "4 users · yesterday, 23:00" },
  { -36, "4 users · yesterday, 00:00" }, { -37, "4 users · 8 May 2026" },
  { 24 * 30, "4 users · 9 June 2026" },
};

static void
test_when (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (MusterBatchInfo) info
        = new_info (MUSTER_BATCH_FINISHED, NOON + HOURS (times[i].hours));
      g_autofree char *text = muster_batch_text_describe (info, ADDRESS, NOON);

      g_assert_cmpstr (text, ==, times[i].text);
    }
}

/* A journal may hold anything, and be of another platform. */
static void
test_odd_infos (void)
{
  g_autoptr (MusterBatchInfo) endless = new_info (MUSTER_BATCH_FINISHED, G_MAXINT64);
  g_autoptr (MusterBatchInfo) other = new_info (MUSTER_BATCH_FINISHED, NOON);
  g_autofree char *text = muster_batch_text_describe (endless, ADDRESS, NOON);
  g_autofree char *place = muster_batch_text_describe (other, "https://b.example", NOON);

  g_assert_true (g_str_has_prefix (text, "4 users"));
  g_assert_nonnull (strstr (place, "id.halden.example"));
}

static const struct
{
  MusterBatchState state;
  MusterOutcome    outcome; /* of as many as n */
  guint            n;
  const char      *text;
  const char      *class_name;
} states[] = {
  { MUSTER_BATCH_FINISHED, MUSTER_OUTCOME_CONFLICT, 0, "3 changed", "success" },
  { MUSTER_BATCH_FINISHED, MUSTER_OUTCOME_CHANGED, 0, "Nothing to do", "dim" },
  { MUSTER_BATCH_FINISHED, MUSTER_OUTCOME_CONFLICT, 2, "2 to look at", "warning" },
  { MUSTER_BATCH_FINISHED, MUSTER_OUTCOME_UNKNOWN, 1, "1 to look at", "warning" },
  { MUSTER_BATCH_RUNNING, MUSTER_OUTCOME_CONFLICT, 2, "Running", "accent" },
  { MUSTER_BATCH_INTERRUPTED, MUSTER_OUTCOME_CONFLICT, 0, "Interrupted", "warning" },
  { MUSTER_BATCH_STOPPED, MUSTER_OUTCOME_CONFLICT, 0, "Stopped", "warning" },
};

static void
test_states (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (MusterBatchInfo) info = new_info (states[i].state, NOON);
      g_autofree char *text = NULL;

      info->counts.n[states[i].outcome] = states[i].n;
      text = muster_batch_text_describe_state (info);
      g_assert_cmpstr (text, ==, states[i].text);
      g_assert_cmpstr (muster_batch_text_get_class (info), ==, states[i].class_name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/batch-text/when", test_when);
  g_test_add_func ("/batch-text/odd", test_odd_infos);
  g_test_add_func ("/batch-text/states", test_states);
  return g_test_run ();
}
