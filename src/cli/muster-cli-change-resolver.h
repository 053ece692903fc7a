/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-cli-session.h"

G_BEGIN_DECLS

/* Fails where a value that needs no platform to be understood is not understood: time
 * zones and flags. */
gboolean muster_cli_change_resolver_check_local (GPtrArray *changes, GError **error);

/* Looks up what the changes of the options name, one after the other.
 * Finish: (transfer container): of MusterOperation, one for each change. */
void muster_cli_change_resolver_resolve_async (MusterCliSession   *session,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
GPtrArray *
muster_cli_change_resolver_resolve_finish (GAsyncResult *result, GError **error);

G_END_DECLS
