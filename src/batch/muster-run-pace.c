/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-run-pace.h"

#define MAX_FLIGHTS 8
#define MIN_CHUNK 200
#define MAX_FAILURES 10

void
muster_run_pace_init (MusterRunPace *self, guint parallel)
{
  self->back_off = muster_back_off_new (NULL, NULL, NULL);
  self->max_chunk = G_MAXUINT;
  self->max_flights = CLAMP (parallel, 1u, MAX_FLIGHTS);
}

void
muster_run_pace_clear (MusterRunPace *self)
{
  g_clear_pointer (&self->back_off, muster_back_off_free);
}

/* What was under way together fails together: that is one failure, and the first to land
 * tells of it. Says whether this one does. */
static gboolean
count_failure (MusterRunPace *self, const MusterFlightResult *result, guint n_failures)
{
  if (n_failures == muster_back_off_get_n_failures (self->back_off))
    {
      muster_back_off_fail (self->back_off, result->retry_at);
      return TRUE;
    }
  muster_back_off_hold (self->back_off, result->retry_at);
  return FALSE;
}

/* Room grows by one while it goes well, and halves when the platform is asked too much.
 */
void
muster_run_pace_adapt (MusterRunPace            *self,
                       const MusterFlightResult *result,
                       guint                     n_failures)
{
  switch (result->end)
    {
    case MUSTER_FLIGHT_LANDED:
      self->max_flights = MIN (self->max_flights + 1, MAX_FLIGHTS);
      muster_back_off_succeed (self->back_off);
      break;
    case MUSTER_FLIGHT_THROTTLED:
      if (count_failure (self, result, n_failures))
        self->max_flights = MAX (self->max_flights / 2, 1u);
      if (result->n_decided > 0)
        muster_back_off_succeed (self->back_off);
      break;
    case MUSTER_FLIGHT_FAILED:
      count_failure (self, result, n_failures);
      break;
    default:
      break;
    }
}

gboolean
muster_run_pace_shrink (MusterRunPace *self, guint n_items)
{
  if (n_items <= 1)
    return FALSE;
  self->max_chunk = MIN (self->max_chunk, n_items / 2);
  return TRUE;
}

gboolean
muster_run_pace_is_hopeless (const MusterRunPace *self)
{
  return muster_back_off_get_n_failures (self->back_off) >= MAX_FAILURES;
}

guint
muster_run_pace_get_chunk (const MusterRunPace *self, guint n_waiting, guint most)
{
  guint share = n_waiting / MAX (self->max_flights, 1u) + 1;

  return MIN (MIN (most, self->max_chunk), MAX (share, MIN_CHUNK));
}
