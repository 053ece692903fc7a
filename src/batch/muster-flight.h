/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-back-off.h"
#include "muster-journal.h"
#include "muster-platform.h"
#include "muster-run-item.h"

G_BEGIN_DECLS

/**
 * MusterFlight:
 *
 * One chunk of users on its way: compared where versions prove nothing, noted in the
 * journal, written, read back, judged, and its outcomes noted.
 */
typedef struct _MusterFlight MusterFlight;

/* How the call itself went, beside what became of each user. */
typedef enum
{
  MUSTER_FLIGHT_LANDED,    /* each user was answered for */
  MUSTER_FLIGHT_FAILED,    /* the platform as a whole; later it may go */
  MUSTER_FLIGHT_THROTTLED, /* too much was asked of it */
  MUSTER_FLIGHT_TOO_LARGE, /* less at a time may pass */
  MUSTER_FLIGHT_NO_WAY,    /* the transport does not work here */
  MUSTER_FLIGHT_FATAL,     /* nothing more can be sent: see the error */
} MusterFlightEnd;

/* @items: of MusterRunItem, each about another user; taken over. @doubtful: whom the
 * platform refuses, or lies about, is not decided but comes back to be tried one by one.
 * Nothing of it can be cancelled: what has left must be resolved. */
void muster_flight_run_async (MusterPlatform     *platform,
                              MusterJournal      *journal,
                              const char         *batch,
                              MusterPlan         *plan,
                              GPtrArray          *items,
                              guint               transport,
                              gboolean            doubtful,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);

/**
 * MusterFlightResult:
 *
 * What is left to do after a flight.
 */
typedef struct
{
  MusterFlightEnd end;
  GPtrArray      *again;     /* (owned): of MusterRunItem, to be written later */
  guint           n_decided; /* rows that have their outcome now */
  guint           n_effects; /* users of whom what was written was seen to be so */
  gint64          retry_at;  /* monotonic microseconds; 0: not said */
  GError         *error;     /* (owned) (nullable) */
} MusterFlightResult;

/* (transfer full): never NULL. */
MusterFlightResult *muster_flight_run_finish (GAsyncResult *result);
void                muster_flight_result_free (MusterFlightResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterFlightResult, muster_flight_result_free)

G_END_DECLS
