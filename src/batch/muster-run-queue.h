/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-plan.h"
#include "muster-run-item.h"

G_BEGIN_DECLS

/**
 * MusterRunQueue:
 *
 * The rows of a run that are still to be written.
 */
typedef struct
{
  GQueue items;   /* of MusterRunItem (owned) */
  GQueue guarded; /* of MusterRunItem (owned): last, one at a time */
} MusterRunQueue;

void     muster_run_queue_init (MusterRunQueue *self);
void     muster_run_queue_clear (MusterRunQueue *self);
gboolean muster_run_queue_is_empty (const MusterRunQueue *self);

/* Queues the pending rows of a plan. Returns: how many are decided from the start. */
guint muster_run_queue_fill (MusterRunQueue *self, MusterPlan *plan);

/* (transfer full): at most @size items of @queue, one of the two. */
GPtrArray *muster_run_queue_take (GQueue *queue, guint size);

/* Puts items back that are to be written again; takes them out of @again. */
void muster_run_queue_return (MusterRunQueue *self, GPtrArray *again, gboolean guarded);

/* Decides all that is left: it is not sent any more. Adds its rows to @positions. */
void
muster_run_queue_leave_unsent (MusterRunQueue *self, const char *why, GArray *positions);

G_END_DECLS
