/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-cli-session.h"
#include "muster-plan.h"

G_BEGIN_DECLS

/* Asks what must be asked before @plan may be run: about the own account and the last
 * administrator on a terminal where the options do not say it, then whether to go on at
 * all. Rows without the consent that they need are decided, and are not sent.
 *
 * Finish: %FALSE with %MUSTER_CLI_ERROR_DECLINED where the answer is no. */
void     muster_cli_consent_ask_async (MusterCliSession   *session,
                                       MusterPlan         *plan,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gboolean muster_cli_consent_ask_finish (GAsyncResult *result, GError **error);

/* Decides as if every question were answered as the options do without a terminal. */
void muster_cli_consent_assume (const MusterCliOptions *options, MusterPlan *plan);

G_END_DECLS
