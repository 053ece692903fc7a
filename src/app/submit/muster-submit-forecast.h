/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-plan.h"

G_BEGIN_DECLS

#define MUSTER_N_VERBS (MUSTER_VERB_REMOVE + 1)

/**
 * MusterSubmitForecast:
 *
 * What a plan will do to how many users, with the consent that was given.
 */
typedef struct
{
  guint    n_rows;
  guint    n_changing;
  guint    n_same;       /* there is nothing to do */
  guint    n_left_out;   /* for want of a consent */
  guint    n_disabled;   /* of those who change */
  guint    n_own;        /* whose guard is one's own account, with consent or without */
  guint    n_last;       /* the same of the last administrator, but for one's own */
  gboolean own_disabled; /* one's own account would be, and not only be flagged */
  gboolean own_is_last;
  guint    n_by_change[MUSTER_N_FIELDS][MUSTER_N_VERBS]; /* of those who change */
} MusterSubmitForecast;

/* @plan: prepared, not started. */
void muster_submit_forecast_make (MusterSubmitForecast *self,
                                  MusterPlan           *plan,
                                  MusterGuards          consent);

G_END_DECLS
