/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-submission-text.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_OUTCOME_FILTER (muster_outcome_filter_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterOutcomeFilter, muster_outcome_filter, MUSTER, OUTCOME_FILTER, GtkFilter)

/**
 * MusterOutcomeFilter:
 *
 * Keeps those of #MusterPlanRow that have one of some outcomes, and whose user's name,
 * user name or e-mail has what somebody typed.
 */
MusterOutcomeFilter *muster_outcome_filter_new (void);

/* None: whatever the outcome. */
MusterOutcomes muster_outcome_filter_get_outcomes (MusterOutcomeFilter *self);
void
muster_outcome_filter_set_outcomes (MusterOutcomeFilter *self, MusterOutcomes outcomes);

/* @search: (nullable) */
void muster_outcome_filter_set_search (MusterOutcomeFilter *self, const char *search);

/* Whether it keeps everything. */
gboolean muster_outcome_filter_is_open (MusterOutcomeFilter *self);

G_END_DECLS
