/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-batch-error.h"
#include "muster-plan.h"
#include "muster-platform.h"

G_BEGIN_DECLS

/* Works a change set out for each of @users (of MusterUser), in a worker thread, and
 * finds the rows that need a consent of their own: see #MusterGuards. @operations: of
 * MusterOperation. Fails with %MUSTER_BATCH_ERROR_NOT_OFFERED where the platform lacks a
 * field.
 *
 * Finish: (transfer full): the plan; rows without guard are *pending* or *already so*. */
void        muster_planner_plan_async (MusterPlatform     *platform,
                                       GPtrArray          *users,
                                       GPtrArray          *operations,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
MusterPlan *muster_planner_plan_finish (GAsyncResult *result, GError **error);

/* How many rows that would change need which consent. */
guint muster_planner_count_guarded (MusterPlan *plan, MusterGuards guards);

/* Whether muster_planner_apply_consent() would decide that row. */
gboolean muster_planner_leaves_out (MusterPlanRow *row, MusterGuards consent);

/* Decides the guarded rows that no consent was given for: *rejected*. @consent: the
 * guards that somebody agreed to; that to one's own account includes its being the last
 * administrator. */
void muster_planner_apply_consent (MusterPlan *plan, MusterGuards consent);

G_END_DECLS
