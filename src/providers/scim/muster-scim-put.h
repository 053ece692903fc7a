/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-exchange.h"
#include "muster-scim-server.h"
#include "muster-write.h"

G_BEGIN_DECLS

/* Changes a user where there is no PATCH: reads it, and sends it back whole. An error of
 * the reading never says that the write may have taken effect.
 * Finish: (transfer full): the answer to the PUT. */
void             muster_scim_put_async (MusterScimServer   *server,
                                        MusterWrite        *write,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
MusterScimReply *muster_scim_put_finish (GAsyncResult *result, GError **error);

G_END_DECLS
