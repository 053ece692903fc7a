/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-outcome.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_OUTCOME_BAR (muster_outcome_bar_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterOutcomeBar, muster_outcome_bar, MUSTER, OUTCOME_BAR, GtkWidget)

/**
 * MusterOutcomeBar:
 *
 * Counts side by side as one bar, each part that is not zero wide enough to be seen. Its
 * accessible name says the counts in words.
 */
GtkWidget *muster_outcome_bar_new (void);
void
muster_outcome_bar_set_counts (MusterOutcomeBar *self, const MusterOutcomeCounts *counts);

G_END_DECLS
