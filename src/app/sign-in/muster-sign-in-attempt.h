/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-connection.h"
#include "muster-sample-platform.h"
#include "muster-session.h"

G_BEGIN_DECLS

/* The kind of the connection that leads to the sample platform, which is never saved. */
#define MUSTER_SIGN_IN_KIND_SAMPLE "sample"

gboolean muster_sign_in_is_sample (MusterConnection *connection);

/* Signs in at @connection; where it is the sample one, @sample is started before.
 * A platform that opened after it was cancelled is closed again.
 *
 * Finish: (transfer full). */
void           muster_sign_in_attempt_async (MusterConnection     *connection,
                                             const char           *password,
                                             MusterJournal        *journal,
                                             MusterSamplePlatform *sample,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
MusterSession *muster_sign_in_attempt_finish (GAsyncResult *result, GError **error);

G_END_DECLS
