/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-plan.h"

G_BEGIN_DECLS

/* (transfer full): a line for each row: who, what becomes of them, which changes and why
 * not. @foretold: it is about what would happen. @width: as for a table. */
char *muster_cli_plan_view_print_rows (MusterPlan *plan, gboolean foretold, guint width);

/* (transfer full): one sentence with all counts. */
char *
muster_cli_plan_view_describe (const MusterOutcomeCounts *counts, gboolean foretold);

/* (transfer full): what the row's operations do to its user: "timeZone: UTC →
 * Asia/Tokyo". */
char *muster_cli_plan_view_describe_changes (MusterPlanRow *row);

G_END_DECLS
