/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterOutcome:
 * @MUSTER_OUTCOME_PENDING: not decided yet; no finished batch has one
 * @MUSTER_OUTCOME_CHANGED: everything asked for is so, seen after the write
 * @MUSTER_OUTCOME_ALREADY_SO: there was nothing to do, and nothing was sent
 * @MUSTER_OUTCOME_CONFLICT: somebody changed the same field since the plan was made
 * @MUSTER_OUTCOME_REJECTED: the platform, or a rule of ours, refused it
 * @MUSTER_OUTCOME_PARTLY_CHANGED: some of it is so and some is not
 * @MUSTER_OUTCOME_NOT_TAKEN: sent, not refused, and seen not to be so
 * @MUSTER_OUTCOME_UNKNOWN: sent, and what came of it could not be read back
 * @MUSTER_OUTCOME_NOT_SENT: no request left
 */
typedef enum
{
  MUSTER_OUTCOME_PENDING,
  MUSTER_OUTCOME_CHANGED,
  MUSTER_OUTCOME_ALREADY_SO,
  MUSTER_OUTCOME_CONFLICT,
  MUSTER_OUTCOME_REJECTED,
  MUSTER_OUTCOME_PARTLY_CHANGED,
  MUSTER_OUTCOME_NOT_TAKEN,
  MUSTER_OUTCOME_UNKNOWN,
  MUSTER_OUTCOME_NOT_SENT,
} MusterOutcome;

#define MUSTER_N_OUTCOMES (MUSTER_OUTCOME_NOT_SENT + 1)

typedef struct
{
  guint n[MUSTER_N_OUTCOMES];
} MusterOutcomeCounts;

const char *muster_outcome_get_name (MusterOutcome outcome);
gboolean    muster_outcome_from_name (const char *name, MusterOutcome *outcome);
guint       muster_outcome_counts_get_total (const MusterOutcomeCounts *counts);

G_END_DECLS
