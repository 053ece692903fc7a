/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-batch-text.h"

#include <glib/gi18n.h>

#include "muster-connection-address.h"
#include "muster-display-text.h"
#include "muster-submission-text.h"

/* Days from @when to @now, as the calendar counts them. */
static gint64
count_days (GDateTime *when, GDateTime *now)
{
  g_autoptr (GDateTime) morning
    = g_date_time_new_local (g_date_time_get_year (when), g_date_time_get_month (when),
                             g_date_time_get_day_of_month (when), 12, 0, 0);
  g_autoptr (GDateTime) today
    = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now), 12, 0, 0);

  return (g_date_time_difference (today, morning) + G_TIME_SPAN_HOUR * 2)
         / G_TIME_SPAN_DAY;
}

/* (transfer full) */
static char *
describe_when (gint64 started_at, gint64 microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (started_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) now_utc
    = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autoptr (GDateTime) when = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr (GDateTime) now = now_utc != NULL ? g_date_time_to_local (now_utc) : NULL;
  gint64 days;

  if (when == NULL || now == NULL)
    return g_strdup ("");
  days = count_days (when, now);
  if (days == 0)
    /* Translators: a time of today, for strftime: "today, 14:31". */
    return g_date_time_format (when, _ ("today, %H:%M"));
  if (days == 1)
    /* Translators: a time of yesterday, for strftime. */
    return g_date_time_format (when, _ ("yesterday, %H:%M"));
  /* Translators: a day, for strftime: "12 May 2026". */
  return g_date_time_format (when, _ ("%-d %B %Y"));
}

static gboolean
has_same_host (const char *one, const char *other)
{
  g_autofree char *host = muster_connection_address_describe (one);
  g_autofree char *other_host = muster_connection_address_describe (other);

  return g_str_equal (host, other_host);
}

char *
muster_batch_text_describe (const MusterBatchInfo *info, const char *address, gint64 now)
{
  guint            n = muster_outcome_counts_get_total (&info->counts);
  g_autofree char *when = describe_when (info->started_at, now);
  g_autofree char *users = g_strdup_printf (ngettext ("%'u user", "%'u users", n), n);
  g_autofree char *host = NULL;
  g_autofree char *clean = NULL;

  if (has_same_host (info->address, address))
    /* Translators: the first %s is "1,204 users", the second is when. */
    return g_strdup_printf (_ ("%s · %s"), users, when);
  host = muster_connection_address_describe (info->address);
  clean = muster_display_text_isolate (host);
  /* Translators: "1,204 users", when, and at which server. */
  return g_strdup_printf (_ ("%s · %s · %s"), users, when, clean);
}

static guint
count_attention (const MusterBatchInfo *info)
{
  return muster_submission_text_count (&info->counts, MUSTER_OUTCOMES_ATTENTION);
}

char *
muster_batch_text_describe_state (const MusterBatchInfo *info)
{
  guint n_changed = info->counts.n[MUSTER_OUTCOME_CHANGED];
  guint n_attention = count_attention (info);

  switch (info->state)
    {
    case MUSTER_BATCH_RUNNING:
      return g_strdup (_ ("Running"));
    case MUSTER_BATCH_INTERRUPTED:
      return g_strdup (_ ("Interrupted"));
    case MUSTER_BATCH_STOPPED:
      return g_strdup (_ ("Stopped"));
    case MUSTER_BATCH_FINISHED:
    default:
      break;
    }
  if (n_attention > 0)
    /* Translators: short, for a small mark: users that somebody has to look at. */
    return g_strdup_printf (ngettext ("%'u to look at", "%'u to look at", n_attention),
                            n_attention);
  if (n_changed > 0)
    /* Translators: short, for a small mark: users that were changed. */
    return g_strdup_printf (ngettext ("%'u changed", "%'u changed", n_changed),
                            n_changed);
  return g_strdup (_ ("Nothing to do"));
}

const char *
muster_batch_text_get_class (const MusterBatchInfo *info)
{
  if (info->state == MUSTER_BATCH_RUNNING)
    return "accent";
  if (info->state != MUSTER_BATCH_FINISHED || count_attention (info) > 0)
    return "warning";
  return info->counts.n[MUSTER_OUTCOME_CHANGED] > 0 ? "success" : "dim";
}
