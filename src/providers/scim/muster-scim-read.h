/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-json.h"
#include "muster-scim-server.h"

G_BEGIN_DECLS

/* Reads users by their identifiers, whose order and repetition do not matter: at our own
 * server all at once, elsewhere one by one, several at a time, since the emptiness of a
 * foreign server's search proves nothing. Those that are not there are left out.
 * Finish: (transfer container): of MusterUser. */
void       muster_scim_read_async (MusterScimServer   *server,
                                   const char *const  *ids,
                                   MusterFields        fields,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
GPtrArray *muster_scim_read_finish (GAsyncResult *result, GError **error);

/* A MusterScimItemReader of users; @fields: as data. */
gpointer muster_scim_read_item (const MusterScimServer *server,
                                JsonObject             *object,
                                const MusterScimPlace  *place,
                                guint                   fields,
                                GError                **error);

G_END_DECLS
