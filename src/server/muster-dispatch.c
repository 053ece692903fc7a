/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-dispatch.h"

#include "muster-scim-urns.h"
#include "muster-session.h"

static MusterCaller *
authenticate (MusterContext *context, GError **error)
{
  g_autofree char *token = muster_session_read_token (context->request->authorization);
  gint64           user;

  if (token == NULL)
    {
      g_set_error_literal (error, MUSTER_SERVER_ERROR,
                           MUSTER_SERVER_ERROR_UNAUTHENTICATED,
                           "Sign in first: POST /sessions gives a token.");
      return NULL;
    }
  user = muster_session_find (context->database, token, context->now, error);
  return user != 0 ? muster_caller_load (context->database, user, error) : NULL;
}

static gboolean
check_media_type (const MusterRequest *request, GError **error)
{
  const char *type = request->content_type;

  if (g_bytes_get_size (request->body) == 0 || g_strcmp0 (request->method, "GET") == 0
      || (type != NULL
          && (g_ascii_strcasecmp (type, MUSTER_SCIM_MEDIA_TYPE) == 0
              || g_ascii_strcasecmp (type, "application/json") == 0)))
    return TRUE;
  g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_MEDIA_TYPE,
                       "Send the body as " MUSTER_SCIM_MEDIA_TYPE ".");
  return FALSE;
}

static MusterReply *
run_in_transaction (MusterContext *context, GError **error)
{
  g_autoptr (MusterReply) reply = NULL;

  if (!muster_database_execute (context->database, "BEGIN IMMEDIATE", error))
    return NULL;
  reply = context->route->handler (context, error);
  if (reply != NULL && muster_database_execute (context->database, "COMMIT", error))
    return g_steal_pointer (&reply);
  /* SQLite has rolled back by itself where the disk is full. */
  if (!sqlite3_get_autocommit (muster_database_get_handle (context->database)))
    muster_database_execute (context->database, "ROLLBACK", NULL);
  return NULL;
}

/* A reader sees one state of the database from the count to the last row. */
static MusterReply *
run_in_snapshot (MusterContext *context, GError **error)
{
  MusterReply *reply;

  if (!muster_database_execute (context->database, "BEGIN", error))
    return NULL;
  reply = context->route->handler (context, error);
  muster_database_execute (context->database, "ROLLBACK", NULL);
  return reply;
}

static MusterReply *
run (MusterContext *context, GError **error)
{
  g_autoptr (MusterCaller) caller = NULL;
  MusterReply *reply;

  if ((context->route->flags & MUSTER_ROUTE_OPEN) == 0)
    {
      caller = authenticate (context, error);
      if (caller == NULL)
        return NULL;
    }
  if (!check_media_type (context->request, error))
    return NULL;
  context->caller = caller;
  reply = (context->route->flags & MUSTER_ROUTE_WRITES) != 0
            ? run_in_transaction (context, error)
            : run_in_snapshot (context, error);
  context->caller = NULL;
  return reply;
}

MusterReply *
muster_dispatch_run (MusterDatabase    *database,
                     MusterRequest     *request,
                     const MusterRoute *route)
{
  MusterContext context = {
    .database = database,
    .request = request,
    .route = route,
    .now = g_get_real_time (),
  };
  g_autoptr (GError) error = NULL;
  MusterReply *reply = run (&context, &error);

  return reply != NULL ? reply : muster_reply_new_error (error);
}
