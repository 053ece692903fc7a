/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-back-off.h"

#define BASE (250 * G_TIME_SPAN_MILLISECOND)
#define CAP (8 * G_TIME_SPAN_SECOND)
#define MAX_DOUBLINGS 10u

/* Who wakes up before the deadline asks again. */
#define LONGEST_WAIT G_TIME_SPAN_HOUR

struct _MusterBackOff
{
  MusterClock  clock;
  MusterRandom random;
  gpointer     user_data;
  guint        n_failures; /* in a row */
  gint64       deadline;
};

static gint64
read_clock (gpointer user_data)
{
  return g_get_monotonic_time ();
}

static double
draw (gpointer user_data)
{
  return g_random_double ();
}

static MusterClock  default_clock = read_clock;
static MusterRandom default_random = draw;
static gpointer     default_user_data;

void
muster_back_off_set_defaults (MusterClock clock, MusterRandom random, gpointer user_data)
{
  default_clock = clock != NULL ? clock : read_clock;
  default_random = random != NULL ? random : draw;
  default_user_data = user_data;
}

MusterBackOff *
muster_back_off_new (MusterClock clock, MusterRandom random, gpointer user_data)
{
  MusterBackOff *self = g_new0 (MusterBackOff, 1);

  self->clock = clock != NULL ? clock : default_clock;
  self->random = random != NULL ? random : default_random;
  self->user_data = clock != NULL || random != NULL ? user_data : default_user_data;
  return self;
}

void
muster_back_off_free (MusterBackOff *self)
{
  g_free (self);
}

void
muster_back_off_fail (MusterBackOff *self, gint64 retry_at)
{
  gint64 longest = MIN (CAP, BASE << MIN (self->n_failures, MAX_DOUBLINGS));
  gint64 delay = (gint64) (self->random (self->user_data) * (double) longest);
  gint64 earliest = MAX (retry_at, self->clock (self->user_data) + delay);

  self->n_failures++;
  self->deadline = MAX (self->deadline, earliest);
}

void
muster_back_off_hold (MusterBackOff *self, gint64 retry_at)
{
  self->deadline = MAX (self->deadline, retry_at);
}

void
muster_back_off_succeed (MusterBackOff *self)
{
  self->n_failures = 0;
}

guint
muster_back_off_get_n_failures (MusterBackOff *self)
{
  return self->n_failures;
}

gint64
muster_back_off_get_deadline (MusterBackOff *self)
{
  return self->deadline;
}

guint
muster_back_off_get_wait_ms (MusterBackOff *self)
{
  gint64 left = self->deadline - self->clock (self->user_data);

  return left > 0 ? (guint) ((MIN (left, LONGEST_WAIT) + 999) / 1000) : 0;
}
