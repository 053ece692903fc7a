/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_HTTP_AUTHORIZATION (muster_http_authorization_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterHttpAuthorization, muster_http_authorization, MUSTER, HTTP_AUTHORIZATION, GObject)

/**
 * MusterHttpAuthorization:
 *
 * What a client shows to be let in: nothing, a bearer token or an account with its
 * password. Shared by all requests of a client, so that one answer of 401 signs in anew
 * for everybody.
 */
MusterHttpAuthorization *muster_http_authorization_new (void);

void muster_http_authorization_set_none (MusterHttpAuthorization *self);

/* FALSE where @token holds a character that no header may have. */
gboolean
muster_http_authorization_set_bearer (MusterHttpAuthorization *self, const char *token);
void muster_http_authorization_set_basic (MusterHttpAuthorization *self,
                                          const char              *account,
                                          const char              *password);

/* (nullable): the header, valid until the next set. */
const char *muster_http_authorization_get_header (MusterHttpAuthorization *self);

/* Counts the sets. */
guint muster_http_authorization_get_generation (MusterHttpAuthorization *self);

/**
 * MusterHttpRefresher:
 *
 * Signs in anew: calls a set function of @self, then g_task_return_boolean() with TRUE,
 * or returns an error, on @task, which it owns.
 */
typedef void (*MusterHttpRefresher) (MusterHttpAuthorization *self,
                                     GTask                   *task,
                                     gpointer                 user_data);

/* @refresher: (nullable); @user_data must outlive it. */
void     muster_http_authorization_set_refresher (MusterHttpAuthorization *self,
                                                  MusterHttpRefresher      refresher,
                                                  gpointer                 user_data);
gboolean muster_http_authorization_has_refresher (MusterHttpAuthorization *self);

/* Sees to it that what was shown at @generation, and was refused, is replaced. Whoever
 * comes while one is under way waits for it; whoever comes after has nothing to do. */
void     muster_http_authorization_refresh_async (MusterHttpAuthorization *self,
                                                  guint                    generation,
                                                  GCancellable            *cancellable,
                                                  GAsyncReadyCallback      callback,
                                                  gpointer                 user_data);
gboolean muster_http_authorization_refresh_finish (MusterHttpAuthorization *self,
                                                   GAsyncResult            *result,
                                                   GError                 **error);

G_END_DECLS
