/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-outcome.h"

G_BEGIN_DECLS

/* A set of MusterOutcome, one bit each. */
typedef guint MusterOutcomes;

#define MUSTER_OUTCOMES_OF(outcome) (1u << (outcome))
#define MUSTER_OUTCOMES_ALL (MUSTER_OUTCOMES_OF (MUSTER_N_OUTCOMES) - 1)

/* Those after which somebody has to look at the user. */
#define MUSTER_OUTCOMES_ATTENTION                                                        \
  (MUSTER_OUTCOMES_OF (MUSTER_OUTCOME_CONFLICT)                                          \
   | MUSTER_OUTCOMES_OF (MUSTER_OUTCOME_REJECTED)                                        \
   | MUSTER_OUTCOMES_OF (MUSTER_OUTCOME_PARTLY_CHANGED)                                  \
   | MUSTER_OUTCOMES_OF (MUSTER_OUTCOME_NOT_TAKEN)                                       \
   | MUSTER_OUTCOMES_OF (MUSTER_OUTCOME_UNKNOWN))

/* How many users have one of @outcomes. */
guint
muster_submission_text_count (const MusterOutcomeCounts *counts, MusterOutcomes outcomes);

/* (transfer full): "612 of 1,204 users". */
char *muster_submission_text_describe_progress (guint n_decided, guint n_rows);

/* (transfer full): "48 users a second, about 12 seconds left"; what cannot be said yet
 * (negative) is left out, and "" where nothing can. */
char *muster_submission_text_describe_pace (double rate, double seconds_left);

/* (transfer full): how it ended, for a heading: "1,199 of 1,204 users changed". */
char *muster_submission_text_describe_result (const MusterOutcomeCounts *counts);

/* (transfer full): what the heading does not say, in sentences: "5 users need attention.
 * 43 users were already so." */
char *muster_submission_text_describe_rest (const MusterOutcomeCounts *counts);

G_END_DECLS
