/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Passwords and tokens in the Secret Service, and nowhere else. Each is found by the
 * address that it goes to and the account it belongs to (may be empty). Errors are
 * %MUSTER_CONNECTION_ERROR_KEYRING or %G_IO_ERROR_CANCELLED; a desktop without a Secret
 * Service is one. */

/* @label: what the keyring's own programs show. */
void     muster_keyring_save_async (const char         *address,
                                    const char         *account,
                                    const char         *label,
                                    const char         *password,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean muster_keyring_save_finish (GAsyncResult *result, GError **error);

/* Finish: (transfer full) (nullable): the password, for muster_keyring_free(); %NULL
 * without an error where there is none. */
void  muster_keyring_look_up_async (const char         *address,
                                    const char         *account,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
char *muster_keyring_look_up_finish (GAsyncResult *result, GError **error);

/* Succeeds where there was nothing to forget. */
void     muster_keyring_forget_async (const char         *address,
                                      const char         *account,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean muster_keyring_forget_finish (GAsyncResult *result, GError **error);

/* Wipes and frees. (nullable) */
void muster_keyring_free (char *password);

G_END_DECLS
