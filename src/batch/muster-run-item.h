/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-plan.h"
#include "muster-write.h"

G_BEGIN_DECLS

/**
 * MusterRunItem:
 *
 * A row on its way through a run: what of it is still to be written, and what was heard.
 * Its state of being active is written last, in a write of its own.
 */
typedef struct
{
  MusterPlanRow   *row;        /* (owned) */
  guint            position;   /* in the plan */
  GPtrArray       *operations; /* (owned): of MusterOperation, of the next write */
  GPtrArray       *later;      /* (owned) (nullable): those of the write after it */
  char            *version;    /* (owned) (nullable): to insist on */
  guint            n_attempts; /* of writes that came to nothing */
  MusterWriteState answer;     /* to the last write */
  char            *message;    /* (owned) (nullable): the platform's words */
  char            *field;      /* (owned) (nullable): what they are about */
  gboolean         was_sent;   /* and read by the platform, or perhaps read */
  gboolean         one_by_one; /* asks for the plainest transport */
} MusterRunItem;

/* What is to be done with an item after it was read back. */
typedef enum
{
  MUSTER_RUN_ITEM_DECIDED, /* the row has its outcome */
  MUSTER_RUN_ITEM_AGAIN,   /* operations and version say what to write next */
} MusterRunItemNext;

MusterRunItem *muster_run_item_new (MusterPlanRow *row, guint position);
void           muster_run_item_free (MusterRunItem *self);

/* Keeps what the platform answered. */
void muster_run_item_hear (MusterRunItem   *self,
                           MusterWriteState state,
                           const char      *message,
                           const char      *field);

/* Judges the item by its answer and by the user as it is now (%NULL: gone). Decides the
 * row, or prepares the next write. */
MusterRunItemNext muster_run_item_judge (MusterRunItem *self, MusterUser *now);

/* Decides the row by the answer alone, where it may not be read back. */
MusterRunItemNext muster_run_item_judge_unread (MusterRunItem *self);

/* Before a write, where versions prove nothing: drops what is so already, and decides the
 * row where somebody changed what we change. */
MusterRunItemNext muster_run_item_compare (MusterRunItem *self, MusterUser *now);

/* Decides the row of an item that was sent, read back as not done, and is not tried any
 * more. */
void muster_run_item_decide_unsettled (MusterRunItem *self);

/* Whether all that was to be written last is so. */
gboolean muster_run_item_took_effect (MusterRunItem *self, MusterUser *now);

/* How often a write that comes to nothing is tried. */
#define MUSTER_RUN_ITEM_MAX_ATTEMPTS 4

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRunItem, muster_run_item_free)

G_END_DECLS
