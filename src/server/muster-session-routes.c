/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-route.h"
#include "muster-session.h"

static MusterReply *
sign_out (MusterContext *context, GError **error)
{
  g_autofree char *token = muster_session_read_token (context->request->authorization);

  if (!muster_session_remove (context->database, token, error))
    return NULL;
  return muster_reply_new (204);
}

/* Without a handler: signing in waits for the password pool, so MusterSignIn does it. */
const MusterRoute muster_session_routes[] = {
  { .method = "POST", .pattern = "/sessions", .flags = MUSTER_ROUTE_OPEN },
  { .method = "DELETE",
    .pattern = "/sessions/current",
    .flags = MUSTER_ROUTE_WRITES | MUSTER_ROUTE_UNGATED,
    .handler = sign_out },
  { NULL },
};
