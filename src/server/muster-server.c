/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-server.h"

#include <libsoup/soup.h>

#include "muster-exchange.h"
#include "muster-intake.h"
#include "muster-listener.h"

const MusterConnectionLimits muster_server_limits = {
  .max_connections = 1000,
  .idle_ms = 60 * 1000,
  .request_ms = 30 * 1000,
  .reply_ms = 60 * 1000,
};

struct _MusterServer
{
  SoupServer         *soup;        /* (owned) */
  char               *address;     /* (owned) (nullable): where it listens */
  MusterConnections  *connections; /* (owned) */
  MusterRouter       *router;      /* (owned) */
  MusterSignIn       *sign_in;     /* (owned) */
  MusterIntakeRoom   *room;        /* (owned) */
  MusterExchangeParts parts;
  gboolean            has_tls;
  GSource            *stop_source; /* (owned) (nullable) */
  GSourceOnceFunc     stopped;     /* (nullable) */
  gpointer            stopped_data;
};

static void
enter_state (MusterServer *self, SoupServerMessage *message, MusterConnectionState state)
{
  muster_connections_enter (self->connections, soup_server_message_get_socket (message),
                            state);
}

static void
got_headers_cb (SoupServerMessage *message, gpointer user_data)
{
  enter_state (user_data, message, MUSTER_CONNECTION_READING);
}

static void
finished_cb (SoupServerMessage *message, gpointer user_data)
{
  enter_state (user_data, message, MUSTER_CONNECTION_WAITING);
}

static void
request_started_cb (SoupServer *soup, SoupServerMessage *message, gpointer user_data)
{
  MusterServer *self = user_data;

  muster_intake_begin (message, self->room);
  enter_state (user_data, message, MUSTER_CONNECTION_WAITING);
  g_signal_connect (message, "got-headers", G_CALLBACK (got_headers_cb), user_data);
  g_signal_connect (message, "finished", G_CALLBACK (finished_cb), user_data);
}

static void
handle_cb (SoupServer        *soup,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  MusterServer *self = user_data;

  muster_exchange_begin (&self->parts, message);
}

MusterServer *
muster_server_new (MusterStore                  *store,
                   const MusterConnectionLimits *limits,
                   MusterFaults                 *faults)
{
  MusterServer *self = g_new0 (MusterServer, 1);

  self->soup = soup_server_new ("server-header", "muster-platform", NULL);
  self->connections = muster_connections_new (limits);
  self->router = muster_router_new ();
  self->room = muster_intake_room_new ();
  self->sign_in = muster_sign_in_new (store);
  self->parts = (MusterExchangeParts){
    .store = store,
    .sign_in = self->sign_in,
    .router = self->router,
    .connections = self->connections,
    .faults = faults,
  };
  g_signal_connect (self->soup, "request-started", G_CALLBACK (request_started_cb), self);
  soup_server_add_handler (self->soup, NULL, handle_cb, self, NULL);
  return self;
}

void
muster_server_free (MusterServer *self)
{
  if (self == NULL)
    return;
  if (self->stop_source != NULL)
    g_source_destroy (self->stop_source);
  g_clear_pointer (&self->stop_source, g_source_unref);
  g_signal_handlers_disconnect_by_data (self->soup, self);
  soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  g_clear_pointer (&self->connections, muster_connections_free);
  g_clear_pointer (&self->sign_in, muster_sign_in_free);
  g_clear_pointer (&self->router, muster_router_free);
  g_clear_pointer (&self->room, muster_intake_room_unref);
  g_free (self->address);
  g_free (self);
}

void
muster_server_add_routes (MusterServer *self, const MusterRoute *routes)
{
  muster_router_add (self->router, routes);
}

gboolean
muster_server_listen (MusterServer    *self,
                      const char      *address,
                      GTlsCertificate *certificate,
                      GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean is_loopback = muster_listener_is_loopback (address, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!is_loopback && certificate == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   "Other machines can reach %s, so passwords would travel in clear: "
                   "give --tls-certificate and --tls-key.",
                   address);
      return FALSE;
    }
  self->has_tls = certificate != NULL;
  self->parts.only_loopback = is_loopback;
  soup_server_set_tls_certificate (self->soup, certificate);
  self->address = muster_listener_open (self->soup, address, error);
  return self->address != NULL;
}

char *
muster_server_get_url (MusterServer *self)
{
  return g_strdup_printf ("%s://%s", self->has_tls ? "https" : "http", self->address);
}

static void
call_stopped (MusterServer *self)
{
  GSourceOnceFunc stopped = g_steal_pointer (&self->stopped);

  self->parts.idle = NULL;
  if (stopped != NULL)
    stopped (self->stopped_data);
}

static gboolean
stop_cb (gpointer user_data)
{
  call_stopped (user_data);
  return G_SOURCE_REMOVE;
}

static void
restart_stop_timer (MusterServer *self, guint timeout_ms)
{
  if (self->stop_source != NULL)
    g_source_destroy (self->stop_source);
  g_clear_pointer (&self->stop_source, g_source_unref);
  self->stop_source = g_timeout_source_new (timeout_ms);
  g_source_set_callback (self->stop_source, stop_cb, self, NULL);
  g_source_attach (self->stop_source, g_main_context_get_thread_default ());
}

/* The last answer is given to libsoup, but not yet to the network. */
#define FLUSH_MS 50

static void
idle_cb (gpointer user_data)
{
  restart_stop_timer (user_data, FLUSH_MS);
}

void
muster_server_stop (MusterServer   *self,
                    guint           timeout_ms,
                    GSourceOnceFunc stopped,
                    gpointer        user_data)
{
  self->stopped = stopped;
  self->stopped_data = user_data;
  self->parts.stopping = TRUE;
  self->parts.idle = idle_cb;
  self->parts.idle_data = self;
  restart_stop_timer (self, self->parts.n_running > 0 ? timeout_ms : 0);
}
