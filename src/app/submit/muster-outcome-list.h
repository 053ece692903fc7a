/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-outcome-filter.h"
#include "muster-submission.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_OUTCOME_LIST (muster_outcome_list_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterOutcomeList, muster_outcome_list, MUSTER, OUTCOME_LIST, GtkWidget)

/**
 * MusterOutcomeList:
 *
 * A card with the outcome of each user, what came last first, searched and filtered.
 */
void muster_outcome_list_set_submission (MusterOutcomeList *self,
                                         MusterSubmission  *submission);

/* (transfer none) */
MusterOutcomeFilter *muster_outcome_list_get_filter (MusterOutcomeList *self);

/* Shows the numbers as they are now; takes rows that are decided by now out of those that
 * wait. */
void muster_outcome_list_update (MusterOutcomeList *self);

void muster_outcome_list_focus_search (MusterOutcomeList *self);

G_END_DECLS
