/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-batch-info.h"
#include "muster-cli-options.h"
#include "muster-plan.h"

G_BEGIN_DECLS

/* (transfer full): the plan of an edit, before anything is sent. */
char *muster_cli_batch_view_print_plan (MusterPlan *plan, MusterCliFormat format);

/* (transfer full): what an edit came to. @batch: %NULL where nobody was selected. */
char *muster_cli_batch_view_print_result (const char     *batch,
                                          MusterPlan     *plan,
                                          MusterCliFormat format);

/* (transfer full): a batch of the journal with its users. */
char *muster_cli_batch_view_print_batch (MusterBatchInfo *info,
                                         MusterPlan      *plan,
                                         MusterCliFormat  format);

/* (transfer full): the batches (of MusterBatchInfo) of the journal. */
char *muster_cli_batch_view_print_history (GPtrArray *batches, MusterCliFormat format);

G_END_DECLS
