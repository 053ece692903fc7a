/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-http-authorization.h"
#include "muster-http-error.h"
#include "muster-http-request.h"
#include "muster-http-response.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_HTTP_CLIENT (muster_http_client_get_type ())

G_DECLARE_FINAL_TYPE (MusterHttpClient, muster_http_client, MUSTER, HTTP_CLIENT, GObject)

#define MUSTER_HTTP_MAX_REPLY (64 * 1024 * 1024)
#define MUSTER_HTTP_TIMEOUT 60

/**
 * MusterHttpClient:
 *
 * The one way by which requests leave, to one origin. Belongs to the thread that made
 * it.
 *
 * - What is shown to be let in goes to that origin alone. A GET follows redirects
 *   within it; nothing else is ever sent on.
 * - No write is sent twice: libsoup repeats GET by itself where a connection that was
 *   kept turns out to be closed, but neither PATCH nor POST; PUT and DELETE get a
 *   connection of their own.
 * - An answer of 401 signs in anew once, for everybody, and the request goes out again.
 * - Neither tokens nor bodies are ever logged.
 */

/* @address: of which the scheme, host and port count; errors are
 * %MUSTER_HTTP_ERROR_BAD_ADDRESS. */
MusterHttpClient *muster_http_client_new (const char *address, GError **error);

/* (transfer none): set what to show there. */
MusterHttpAuthorization *muster_http_client_get_authorization (MusterHttpClient *self);

/* `host:port`, for sentences. */
const char *muster_http_client_get_host (MusterHttpClient *self);

/* Bytes of an answer above which it is given up; %MUSTER_HTTP_MAX_REPLY unless set. */
void muster_http_client_set_max_reply (MusterHttpClient *self, gsize bytes);

/* Seconds without a byte after which a connection is given up; so is one that brings so
 * little in them that its answer would never be whole. */
void muster_http_client_set_timeout (MusterHttpClient *self, guint seconds);

/* @request: (transfer full). Only an answer of 2xx is no error: everything else is
 * %MUSTER_HTTP_ERROR, or %G_IO_ERROR_CANCELLED.
 * Finish: (transfer full). */
void                muster_http_client_send_async (MusterHttpClient   *self,
                                                   MusterHttpRequest  *request,
                                                   GCancellable       *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            user_data);
MusterHttpResponse *muster_http_client_send_finish (MusterHttpClient *self,
                                                    GAsyncResult     *result,
                                                    GError          **error);

G_END_DECLS
