/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-plan.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_DECIDED_ROWS (muster_decided_rows_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterDecidedRows, muster_decided_rows, MUSTER, DECIDED_ROWS, GObject)

/**
 * MusterDecidedRows:
 *
 * The rows of a plan that have an outcome by now, in the order in which they got it, as a
 * #GListModel of #MusterPlanRow. It only looks when it is told to, so that ten thousand
 * outcomes in a second are a few changes of a list.
 */
MusterDecidedRows *muster_decided_rows_new (MusterPlan *plan);

/* Takes in what was decided since the last time; one `items-changed`. */
void muster_decided_rows_look (MusterDecidedRows *self);

G_END_DECLS
