/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-connection-store.h"

G_BEGIN_DECLS

/* Saves @connection as it is now, and what the keyring shall know of it: @password where
 * it remembers one (nullable: as it was), nothing else; what the keyring has for the
 * address and account that it had before goes. @used_at: seconds since 1970, 0: as it
 * was. Everything that can be done is done; the
 * error is the first of those that came. */
void     muster_sign_in_memory_keep_async (MusterConnectionStore *store,
                                           MusterConnection      *connection,
                                           const char            *password,
                                           gint64                 used_at,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
gboolean muster_sign_in_memory_keep_finish (GAsyncResult *result, GError **error);

/* Takes @connection out of the store and its password out of the keyring. */
void     muster_sign_in_memory_drop_async (MusterConnectionStore *store,
                                           MusterConnection      *connection,
                                           GAsyncReadyCallback    callback,
                                           gpointer               user_data);
gboolean muster_sign_in_memory_drop_finish (GAsyncResult *result, GError **error);

/* (transfer none) (nullable): the saved connection with this address and account. */
MusterConnection *muster_sign_in_memory_find_same (MusterConnectionStore *store,
                                                   MusterConnection      *connection);

G_END_DECLS
