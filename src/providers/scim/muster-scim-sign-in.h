/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-server.h"

G_BEGIN_DECLS

/* Signs in at a server whose dialect is known: for a session at our own, elsewhere by
 * what it announces. Learns who is signed in, where that can be known, and sees to it
 * that a session that ended is begun anew. */
void     muster_scim_sign_in_async (MusterScimServer   *server,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean muster_scim_sign_in_finish (GAsyncResult *result, GError **error);

/* (transfer full): @error (transfer full), where it is about signing in with a sentence
 * that says who it is that the server refuses. */
GError *muster_scim_sign_in_explain (MusterScimServer *server, GError *error);

/* Ends the session, where there is one. */
void     muster_scim_sign_out_async (MusterScimServer   *server,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean muster_scim_sign_out_finish (GAsyncResult *result, GError **error);

G_END_DECLS
