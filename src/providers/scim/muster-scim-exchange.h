/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

#include "muster-http-client.h"

G_BEGIN_DECLS

/**
 * MusterScimReply:
 *
 * A whole answer that says yes.
 */
typedef struct
{
  JsonNode   *root;   /* (owned) (nullable): NULL where the answer has no body */
  JsonObject *object; /* (not owned): of @root; empty where there is none */
  GBytes     *body;   /* (owned): as it came */
  char       *etag;   /* (owned) (nullable) */
} MusterScimReply;

void muster_scim_reply_free (MusterScimReply *self);

/* Sends @request (transfer full) and reads the answer: status, then content type, then
 * JSON. Errors are those of the platform layer.
 * Finish: (transfer full). */
void             muster_scim_exchange_async (MusterHttpClient   *client,
                                             MusterHttpRequest  *request,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
MusterScimReply *muster_scim_exchange_finish (MusterHttpClient *client,
                                              GAsyncResult     *result,
                                              GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterScimReply, muster_scim_reply_free)

G_END_DECLS
