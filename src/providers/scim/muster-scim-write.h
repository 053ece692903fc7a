/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-server.h"

G_BEGIN_DECLS

/* Sends @writes (of MusterWrite) over one of the dialect's transports. A bulk call that
 * would be over the server's payload limit goes in several, one after the other.
 * Finish: (transfer container): a MusterWriteResult for each, in order. */
void       muster_scim_write_async (MusterScimServer   *server,
                                    GPtrArray          *writes,
                                    MusterScimTransport transport,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
GPtrArray *muster_scim_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
