/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MusterPasswordPool:
 *
 * A few threads that verify passwords, with a bounded queue.
 */
typedef struct _MusterPasswordPool MusterPasswordPool;

MusterPasswordPool *muster_password_pool_new (void);
void                muster_password_pool_free (MusterPasswordPool *self);

/* Fails with _BUSY where too many wait. */
void     muster_password_pool_verify_async (MusterPasswordPool *self,
                                            const char         *password,
                                            const char         *hash,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
gboolean muster_password_pool_verify_finish (MusterPasswordPool *self,
                                             GAsyncResult       *result,
                                             gboolean           *right,
                                             GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPasswordPool, muster_password_pool_free)

G_END_DECLS
