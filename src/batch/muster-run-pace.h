/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-flight.h"

G_BEGIN_DECLS

/**
 * MusterRunPace:
 *
 * How much of a run is sent at once, and when: it adapts to how the platform bears it.
 */
typedef struct
{
  MusterBackOff *back_off; /* (owned) */
  guint          max_chunk;
  guint          max_flights;
} MusterRunPace;

/* @parallel: how many flights to begin with. */
void muster_run_pace_init (MusterRunPace *self, guint parallel);
void muster_run_pace_clear (MusterRunPace *self);

/* @n_failures: those in a row when the flight left. */
void muster_run_pace_adapt (MusterRunPace            *self,
                            const MusterFlightResult *result,
                            guint                     n_failures);

/* After a chunk of @n_items was too large. FALSE where it cannot be made smaller. */
gboolean muster_run_pace_shrink (MusterRunPace *self, guint n_items);

/* Whether it failed so often in a row that the run should stop. */
gboolean muster_run_pace_is_hopeless (const MusterRunPace *self);

/* How many of @n_waiting users the next chunk takes. @most: by the transport. */
guint muster_run_pace_get_chunk (const MusterRunPace *self, guint n_waiting, guint most);

G_END_DECLS
