/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib-object.h>

#include "muster-outcome.h"

G_BEGIN_DECLS

/**
 * MusterBatchState:
 * @MUSTER_BATCH_RUNNING: a Muster works on it now
 * @MUSTER_BATCH_INTERRUPTED: it was running, and whoever ran it is gone
 * @MUSTER_BATCH_STOPPED: it was ended before everything was decided
 * @MUSTER_BATCH_FINISHED: every row has its outcome
 */
typedef enum
{
  MUSTER_BATCH_RUNNING,
  MUSTER_BATCH_INTERRUPTED,
  MUSTER_BATCH_STOPPED,
  MUSTER_BATCH_FINISHED,
} MusterBatchState;

const char *muster_batch_state_get_name (MusterBatchState state);
gboolean    muster_batch_state_from_name (const char *name, MusterBatchState *state);

#define MUSTER_TYPE_BATCH_INFO (muster_batch_info_get_type ())

/**
 * MusterBatchInfo:
 *
 * What the journal knows of a batch beside its rows. Counted; not changed once it is
 * handed out.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;

  /*< public >*/
  char               *id;         /* (owned): short, sorts by time */
  char               *address;    /* (owned): the platform's */
  char               *account_id; /* (owned) (nullable) */
  char               *account;    /* (owned): who did it, a user name */
  char               *selection;  /* (owned): how the users were picked, for people */
  char               *note;       /* (owned) (nullable) */
  GPtrArray          *operations; /* (owned): of MusterOperation, the change set */
  gint64              started_at; /* microseconds since 1970, UTC */
  gint64              ended_at;   /* the same; 0 while it is not */
  MusterBatchState    state;
  MusterOutcomeCounts counts;
} MusterBatchInfo;

GType            muster_batch_info_get_type (void);
MusterBatchInfo *muster_batch_info_new (void);
MusterBatchInfo *muster_batch_info_copy (const MusterBatchInfo *self);
MusterBatchInfo *muster_batch_info_ref (MusterBatchInfo *self);
void             muster_batch_info_unref (MusterBatchInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterBatchInfo, muster_batch_info_unref)

G_END_DECLS
