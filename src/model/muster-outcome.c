/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-outcome.h"

static const char *const names[] = {
  [MUSTER_OUTCOME_PENDING] = "pending",
  [MUSTER_OUTCOME_CHANGED] = "changed",
  [MUSTER_OUTCOME_ALREADY_SO] = "alreadySo",
  [MUSTER_OUTCOME_CONFLICT] = "conflict",
  [MUSTER_OUTCOME_REJECTED] = "rejected",
  [MUSTER_OUTCOME_PARTLY_CHANGED] = "partlyChanged",
  [MUSTER_OUTCOME_NOT_TAKEN] = "notTaken",
  [MUSTER_OUTCOME_UNKNOWN] = "unknown",
  [MUSTER_OUTCOME_NOT_SENT] = "notSent",
};

const char *
muster_outcome_get_name (MusterOutcome outcome)
{
  g_return_val_if_fail (outcome < MUSTER_N_OUTCOMES, NULL);

  return names[outcome];
}

gboolean
muster_outcome_from_name (const char *name, MusterOutcome *outcome)
{
  for (guint i = 0; i < MUSTER_N_OUTCOMES; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *outcome = i;
        return TRUE;
      }
  return FALSE;
}

guint
muster_outcome_counts_get_total (const MusterOutcomeCounts *counts)
{
  guint total = 0;

  for (guint i = 0; i < MUSTER_N_OUTCOMES; i++)
    total += counts->n[i];
  return total;
}
