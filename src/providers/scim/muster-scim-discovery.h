/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-server.h"

G_BEGIN_DECLS

/* Asks what stands at the server's address, and fills in its dialect and its base: the
 * base as it is, or with /scim/v2 where the address was a bare origin. Where even that
 * needs a sign-in, shows what the answer asks for: the password as a bearer token, or the
 * account with it. */
void     muster_scim_discover_async (MusterScimServer   *server,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean muster_scim_discover_finish (GAsyncResult *result, GError **error);

G_END_DECLS
