/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-submission-text.h"

#include <glib/gi18n.h>

#define MAX_SECONDS_SHOWN 90
#define MAX_MINUTES_SHOWN 90

guint
muster_submission_text_count (const MusterOutcomeCounts *counts, MusterOutcomes outcomes)
{
  guint n = 0;

  for (MusterOutcome outcome = 0; outcome < MUSTER_N_OUTCOMES; outcome++)
    if ((outcomes & MUSTER_OUTCOMES_OF (outcome)) != 0)
      n += counts->n[outcome];
  return n;
}

char *
muster_submission_text_describe_progress (guint n_decided, guint n_rows)
{
  /* Translators: how many users are done, of how many in all. */
  return g_strdup_printf (ngettext ("%'u of %'u user", "%'u of %'u users", n_rows),
                          n_decided, n_rows);
}

static char *
describe_rate (double rate)
{
  guint per_second = (guint) (rate + 0.5);
  guint per_minute = (guint) (rate * 60 + 0.5);

  if (per_second >= 2)
    return g_strdup_printf (ngettext ("%'u user a second", "%'u users a second",
                                      per_second),
                            per_second);
  return g_strdup_printf (ngettext ("%'u user a minute", "%'u users a minute",
                                    per_minute),
                          per_minute);
}

static char *
describe_time_left (double seconds_left)
{
  guint seconds = (guint) CLAMP (seconds_left + 0.5, 1, G_MAXINT);
  guint minutes = (seconds + 30) / 60;
  guint hours = (minutes + 30) / 60;

  if (seconds < MAX_SECONDS_SHOWN)
    return g_strdup_printf (ngettext ("about %u second left", "about %u seconds left",
                                      seconds),
                            seconds);
  if (minutes < MAX_MINUTES_SHOWN)
    return g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left",
                                      minutes),
                            minutes);
  return g_strdup_printf (ngettext ("about %u hour left", "about %u hours left", hours),
                          hours);
}

char *
muster_submission_text_describe_pace (double rate, double seconds_left)
{
  g_autofree char *speed = NULL;
  g_autofree char *left = NULL;

  if (rate <= 0)
    return g_strdup ("");
  speed = describe_rate (rate);
  if (seconds_left < 0)
    return g_steal_pointer (&speed);
  left = describe_time_left (seconds_left);
  /* Translators: "48 users a second" and "about 12 seconds left". */
  return g_strdup_printf (C_ ("pace", "%s, %s"), speed, left);
}

char *
muster_submission_text_describe_result (const MusterOutcomeCounts *counts)
{
  guint n_rows = muster_outcome_counts_get_total (counts);
  guint n_changed = counts->n[MUSTER_OUTCOME_CHANGED];

  if (n_changed == 0)
    return g_strdup (_ ("No user changed"));
  if (n_changed == n_rows)
    return g_strdup_printf (ngettext ("%'u user changed", "%'u users changed", n_rows),
                            n_rows);
  /* Translators: how many users changed, of how many in all. */
  return g_strdup_printf (ngettext ("%'u of %'u user changed", "%'u of %'u users changed",
                                    n_rows),
                          n_changed, n_rows);
}

/* @sentence: (transfer full), left out where it is about nobody. */
static void
add_sentence (GString *text, guint n, char *sentence)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

char *
muster_submission_text_describe_rest (const MusterOutcomeCounts *counts)
{
  GString *text = g_string_new (NULL);
  guint    n_attention = muster_submission_text_count (counts, MUSTER_OUTCOMES_ATTENTION);
  guint    n_same = counts->n[MUSTER_OUTCOME_ALREADY_SO];
  guint    n_left = counts->n[MUSTER_OUTCOME_NOT_SENT];

  add_sentence (text, n_attention,
                g_strdup_printf (ngettext ("%'u user needs attention.",
                                           "%'u users need attention.", n_attention),
                                 n_attention));
  add_sentence (text, n_same,
                g_strdup_printf (ngettext ("%'u user was already so.",
                                           "%'u users were already so.", n_same),
                                 n_same));
  add_sentence (text, n_left,
                g_strdup_printf (ngettext ("For %'u user nothing was sent.",
                                           "For %'u users nothing was sent.", n_left),
                                 n_left));
  return g_string_free (text, FALSE);
}
