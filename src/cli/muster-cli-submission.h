/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-cli-session.h"
#include "muster-journal.h"

G_BEGIN_DECLS

/* Writes @plan into the journal, runs it, shows how far it is, and writes the report that
 * the options ask for. What stops it on its way is told on standard error, since what was
 * done by then is still a result.
 *
 * Finish: (transfer full): the batch; %NULL with an error where there is none, and
 * nothing was sent. @reported: whether there is the report that the options ask for. */
void             muster_cli_submission_run_async (MusterCliSession   *session,
                                                  MusterJournal      *journal,
                                                  MusterPlan         *plan,
                                                  GPtrArray          *operations,
                                                  GAsyncReadyCallback callback,
                                                  gpointer            user_data);
MusterBatchInfo *muster_cli_submission_run_finish (GAsyncResult *result,
                                                   gboolean     *reported,
                                                   GError      **error);

G_END_DECLS
