/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-exchange.h"

#include <string.h>

#include "muster-dispatch.h"
#include "muster-intake.h"

#define SCIM_PREFIX "/scim/v2/"

/* One request on its way to its answer. */
typedef struct
{
  MusterExchangeParts *parts;   /* (not owned) */
  SoupServerMessage   *message; /* (owned) */
  MusterRequest       *request; /* (owned) (nullable) */
  const MusterRoute   *route;   /* (not owned) (nullable) */
  char                *allow;   /* (owned) (nullable) */
  MusterFault          fault;
  gboolean             gone; /* the client is */
} Exchange;

static void
disconnected_cb (SoupServerMessage *message, gpointer user_data)
{
  Exchange *self = user_data;

  self->gone = TRUE;
}

static void
end_exchange (Exchange *self)
{
  MusterExchangeParts *parts = self->parts;

  g_signal_handlers_disconnect_by_data (self->message, self);
  g_object_unref (self->message);
  muster_request_free (self->request);
  g_free (self->allow);
  g_free (self);
  parts->n_running--;
  if (parts->n_running == 0 && parts->idle != NULL)
    parts->idle (parts->idle_data);
}

static void
break_connection (Exchange *self)
{
  muster_connections_break (self->parts->connections,
                            soup_server_message_get_socket (self->message));
}

static void
set_headers (Exchange *self, const MusterReply *reply)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (self->message);
  gboolean            signs_in = self->route != NULL && self->route->handler == NULL;

  if (reply->location != NULL)
    soup_message_headers_replace (headers, "Location", reply->location);
  if (reply->etag != NULL)
    soup_message_headers_replace (headers, "ETag", reply->etag);
  if (reply->status == 401)
    soup_message_headers_replace (headers, "WWW-Authenticate",
                                  signs_in ? "Basic realm=\"Muster\", charset=\"UTF-8\""
                                           : "Bearer realm=\"Muster\"");
  if (reply->status == 405 && self->allow != NULL)
    soup_message_headers_replace (headers, "Allow", self->allow);
  if (reply->retry_after > 0)
    {
      g_autofree char *seconds = g_strdup_printf ("%u", reply->retry_after);

      soup_message_headers_replace (headers, "Retry-After", seconds);
    }
  if (self->parts->stopping || reply->status == 413)
    soup_message_headers_replace (headers, "Connection", "close");
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
}

static void
send_reply (Exchange *self, const MusterReply *reply)
{
  muster_connections_enter (self->parts->connections,
                            soup_server_message_get_socket (self->message),
                            MUSTER_CONNECTION_REPLYING);
  soup_server_message_set_status (self->message, reply->status, NULL);
  set_headers (self, reply);
  if (reply->body != NULL)
    {
      soup_message_headers_set_content_type (soup_server_message_get_response_headers (
                                               self->message),
                                             reply->content_type, NULL);
      soup_message_body_append_bytes (soup_server_message_get_response_body (
                                        self->message),
                                      reply->body);
    }
}

/* (transfer full): what a fault answers instead of the truth. */
static MusterReply *
build_fault_reply (guint status)
{
  g_autoptr (GError) error
    = g_error_new_literal (MUSTER_SERVER_ERROR,
                           status == 429 ? MUSTER_SERVER_ERROR_BUSY
                                         : MUSTER_SERVER_ERROR_UNAVAILABLE,
                           "This is a fault that was asked for.");
  MusterReply *reply = muster_reply_new_error (error);

  reply->status = status;
  return reply;
}

/* Takes over @reply. */
static void
finish_exchange (Exchange *self, MusterReply *reply)
{
  g_autoptr (MusterReply) owned = reply;

  if (self->fault.error_after != 0)
    {
      muster_reply_free (owned);
      owned = build_fault_reply (self->fault.error_after);
    }
  if (!self->gone)
    {
      if (self->fault.drop_after)
        break_connection (self);
      else
        send_reply (self, owned);
      soup_server_message_unpause (self->message);
    }
  end_exchange (self);
}

static void
finish_with_error (Exchange *self, const GError *error)
{
  finish_exchange (self, muster_reply_new_error (error));
}

/* In a store's thread. */
static gpointer
dispatch (MusterDatabase *database, gpointer data, GError **error)
{
  Exchange *self = data;

  return muster_dispatch_run (database, self->request, self->route);
}

static void
dispatched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Exchange *self = user_data;
  g_autoptr (GError) error = NULL;
  MusterReply *reply = muster_store_run_finish (self->parts->store, result, &error);

  if (reply == NULL)
    finish_with_error (self, error);
  else
    finish_exchange (self, reply);
}

static void
signed_in_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Exchange *self = user_data;

  finish_exchange (self, muster_sign_in_run_finish (self->parts->sign_in, result));
}

static void
run_exchange (Exchange *self)
{
  gboolean writes = (self->route->flags & MUSTER_ROUTE_WRITES) != 0;

  if (self->fault.drop_before)
    {
      break_connection (self);
      self->fault.drop_after = TRUE;
      finish_exchange (self, muster_reply_new (500));
    }
  else if (self->fault.error != 0)
    finish_exchange (self, build_fault_reply (self->fault.error));
  else if (self->route->handler == NULL)
    muster_sign_in_run_async (self->parts->sign_in, self->request, signed_in_cb, self);
  else
    muster_store_run_async (self->parts->store,
                            writes ? MUSTER_STORE_WRITES : MUSTER_STORE_READS, dispatch,
                            self, (GDestroyNotify) muster_reply_free, dispatched_cb,
                            self);
}

static gboolean
run_late_cb (gpointer user_data)
{
  run_exchange (user_data);
  return G_SOURCE_REMOVE;
}

static void
start_exchange (Exchange *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->parts->faults != NULL)
    muster_faults_draw (self->parts->faults,
                        g_str_has_prefix (self->request->path, SCIM_PREFIX)
                          && (self->route->flags & MUSTER_ROUTE_OPEN) == 0,
                        &self->fault);
  if (self->fault.latency_ms == 0)
    {
      run_exchange (self);
      return;
    }
  source = g_timeout_source_new (self->fault.latency_ms);
  g_source_set_callback (source, run_late_cb, self, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
}

static void
set_stopping_error (GError **error)
{
  g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_UNAVAILABLE,
                       "The platform is being stopped: try again later.");
}

void
muster_exchange_begin (MusterExchangeParts *parts, SoupServerMessage *message)
{
  Exchange *self = g_new0 (Exchange, 1);
  g_autoptr (GError) error = NULL;

  self->parts = parts;
  self->message = g_object_ref (message);
  parts->n_running++;
  g_signal_connect (message, "disconnected", G_CALLBACK (disconnected_cb), self);
  muster_connections_enter (parts->connections, soup_server_message_get_socket (message),
                            MUSTER_CONNECTION_WORKING);
  soup_server_message_pause (message);
  if (parts->stopping)
    set_stopping_error (&error);
  else
    self->request = muster_intake_finish (message, parts->only_loopback, &error);
  if (self->request != NULL)
    self->route = muster_router_find (parts->router, self->request, &self->allow, &error);
  if (self->route == NULL)
    finish_with_error (self, error);
  else
    start_exchange (self);
}
