/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-connection.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CONNECTION_STORE (muster_connection_store_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterConnectionStore, muster_connection_store, MUSTER, CONNECTION_STORE, GObject)

/**
 * MusterConnectionStore:
 *
 * The saved connections, as a #GListModel of #MusterConnection in the order in which they
 * were saved first. It shows what is on disk: a change comes into the list when it is
 * written, and not where that failed (%MUSTER_CONNECTION_ERROR).
 */

/* @path: (nullable): the file; %NULL: the one of this person. Nothing is read yet. */
MusterConnectionStore *muster_connection_store_new (const char *path);

/* Reads the file. Where it cannot be used, the list stays as it is. */
void     muster_connection_store_load_async (MusterConnectionStore *self,
                                             GCancellable          *cancellable,
                                             GAsyncReadyCallback    callback,
                                             gpointer               user_data);
gboolean muster_connection_store_load_finish (MusterConnectionStore *self,
                                              GAsyncResult          *result,
                                              GError               **error);

/* Adds @connection, or puts it in the place of the one with its identifier. */
void     muster_connection_store_put_async (MusterConnectionStore *self,
                                            MusterConnection      *connection,
                                            GAsyncReadyCallback    callback,
                                            gpointer               user_data);
gboolean muster_connection_store_put_finish (MusterConnectionStore *self,
                                             GAsyncResult          *result,
                                             GError               **error);

/* Takes @connection out. Its password in the keyring is for the caller to forget. */
void     muster_connection_store_remove_async (MusterConnectionStore *self,
                                               MusterConnection      *connection,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
gboolean muster_connection_store_remove_finish (MusterConnectionStore *self,
                                                GAsyncResult          *result,
                                                GError               **error);

/* (transfer none) (nullable): as it is now. */
MusterConnection *
muster_connection_store_find (MusterConnectionStore *self, const char *id);

/* (transfer none) (nullable): the one that somebody signed in with last. */
MusterConnection *muster_connection_store_get_last_used (MusterConnectionStore *self);

G_END_DECLS
