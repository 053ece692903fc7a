/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-journal.h"
#include "muster-platform.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_RUNNER (muster_runner_get_type ())

G_DECLARE_FINAL_TYPE (MusterRunner, muster_runner, MUSTER, RUNNER, GObject)

/**
 * MusterRunner:
 *
 * Runs the pending rows of a plan against a platform, by the rules of a batch: each is in
 * the journal before its request leaves, is read back afterwards, and ends with one
 * outcome. Belongs to the thread that made it.
 *
 * Properties: `n-decided` and `n-rows` (guint, notified as it goes).
 */

/* @info: the batch as muster_journal_begin_batch_finish() gave it. */
MusterRunner *muster_runner_new (MusterPlatform  *platform,
                                 MusterJournal   *journal,
                                 MusterBatchInfo *info,
                                 MusterPlan      *plan);

/* Runs until every row is decided. Cancelling @cancellable lets no new request leave;
 * what is under way is still read back, and the rest is *not sent*.
 *
 * Finish: %TRUE when the run came to its end, cancelled or not, and the journal has it
 * all; %FALSE with the error that stopped it (the platform's, or the journal's). Either
 * way no row is left *pending*. */
void muster_runner_run_async (MusterRunner       *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);
gboolean
muster_runner_run_finish (MusterRunner *self, GAsyncResult *result, GError **error);

guint muster_runner_get_n_decided (MusterRunner *self);
guint muster_runner_get_n_rows (MusterRunner *self);

G_END_DECLS
