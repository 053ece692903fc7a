/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-change-set.h"
#include "muster-plan-row.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PLAN (muster_plan_get_type ())

G_DECLARE_FINAL_TYPE (MusterPlan, muster_plan, MUSTER, PLAN, GObject)

/**
 * MusterPlan:
 *
 * A change set worked out for each picked user, as a #GListModel of #MusterPlanRow in
 * the order of picking. What Preview shows is what the runner runs: the same object.
 *
 * A row that needs nothing is decided from the start: *already so*. Every other row is
 * *pending*.
 */

/* Pure, and safe in a worker thread. @users: of MusterUser. @operations: of
 * MusterOperation, from muster_change_set_get_operations(). */
MusterPlan *muster_plan_new (GPtrArray *users, GPtrArray *operations);

/* A plan whose rows (of MusterPlanRow; kept, not copied) were read from somewhere, the
 * journal for one. */
MusterPlan *muster_plan_new_from_rows (GPtrArray *rows);

guint          muster_plan_get_n_rows (MusterPlan *self);
MusterPlanRow *muster_plan_get_row (MusterPlan *self, guint position);
void           muster_plan_count (MusterPlan *self, MusterOutcomeCounts *counts);

G_END_DECLS
