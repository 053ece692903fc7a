/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-plan-row.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_OUTCOME_USER (muster_outcome_user_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterOutcomeUser, muster_outcome_user, MUSTER, OUTCOME_USER, GtkWidget)

/**
 * MusterOutcomeUser:
 *
 * The first cell of an outcome: who. It names the list's row for screen readers.
 *
 * Property: `row` (#MusterPlanRow, nullable).
 */
void muster_outcome_user_set_row (MusterOutcomeUser *self, MusterPlanRow *row);

G_END_DECLS
