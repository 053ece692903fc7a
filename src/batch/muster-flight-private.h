/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-flight.h"

G_BEGIN_DECLS

/* The items of a flight stand in `items` until they are decided, or wait in the result's
 * `again`. */
struct _MusterFlight
{
  MusterPlatform     *platform; /* (owned) */
  MusterJournal      *journal;  /* (owned) */
  char               *batch;    /* (owned) */
  MusterPlan         *plan;     /* (owned) */
  GPtrArray          *items;    /* (owned): of MusterRunItem */
  GArray             *decided;  /* (owned): of guint, positions */
  guint               transport;
  gboolean            doubtful;
  MusterFlightResult *result; /* (owned) */
};

/* (transfer full): for items, which it owns. */
GPtrArray *muster_flight_create_items (void);

/* Whether the user may be read back: one's own account may be out of reach by then. */
gboolean muster_flight_may_read (MusterRunItem *item);

/* All items go back as they are. */
void muster_flight_return_items (MusterFlight *flight);

/* Before the write, where versions prove nothing. @users: by identifier, as they are. */
void muster_flight_compare (MusterFlight *flight, GHashTable *users);

/* Keeps what was answered: @results, one for each item; or that the answer was lost. */
void muster_flight_hear (MusterFlight *flight, GPtrArray *results);
void muster_flight_hear_loss (MusterFlight *flight, const GError *error);

/* What an error that refused the whole call makes of the flight. */
MusterFlightEnd muster_flight_find_end (MusterFlight *flight, const GError *error);

/* Judges all items by @users as they are now; or leaves them unknown where those could
 * not be read. */
void muster_flight_judge (MusterFlight *flight, GHashTable *users);
void muster_flight_leave_unknown (MusterFlight *flight, const GError *error);

G_END_DECLS
