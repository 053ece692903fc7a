/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterStore:
 *
 * The database and the threads that work on it: one writer and a few readers, each with a
 * connection of its own. A store in memory has one thread for both.
 */
typedef struct _MusterStore MusterStore;

typedef enum
{
  MUSTER_STORE_READS,
  MUSTER_STORE_WRITES,
} MusterStoreAccess;

/* Runs in one of the store's threads.
 * Returns: (transfer full): the result, or %NULL with an error. */
typedef gpointer (*MusterStoreFunc) (MusterDatabase *database,
                                     gpointer        data,
                                     GError        **error);

/* Opens or makes the database at @path (%NULL: in memory) and brings it to the newest
 * schema. Blocks. */
MusterStore *muster_store_new (const char *path, GError **error);

/* Does what is queued, then ends the threads. Blocks. */
void muster_store_free (MusterStore *self);

/* Queues @func. With %MUSTER_STORE_WRITES no other writer runs at the same time. The
 * callback comes in the thread-default context of the caller. Fails at once with _BUSY
 * where too much is queued. @data must live until then. */
void muster_store_run_async (MusterStore        *self,
                             MusterStoreAccess   access,
                             MusterStoreFunc     func,
                             gpointer            data,
                             GDestroyNotify      free_result,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);
gpointer
muster_store_run_finish (MusterStore *self, GAsyncResult *result, GError **error);

/* Runs @func in the caller's thread, on the writer's connection. Only before the first
 * muster_store_run_async(). */
gpointer muster_store_run_at_start (MusterStore    *self,
                                    MusterStoreFunc func,
                                    gpointer        data,
                                    GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterStore, muster_store_free)

G_END_DECLS
