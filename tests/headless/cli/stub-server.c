/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "stub-server.h"

#include <string.h>

struct _StubServer
{
  GSocketService *service; /* (owned) */
  GMainContext   *context; /* (owned) */
  GMainLoop      *loop;    /* (owned) */
  GThread        *thread;  /* (owned) */
  guint16         port;
  char           *head; /* (owned) */
  char            filler;
  gsize           n_filler;
};

/* Reads a request's head, so that what it sends is no reset. */
static void
read_head (GInputStream *input)
{
  char   buffer[4096];
  gsize  length = 0;
  gssize n_read;

  while (length < sizeof buffer
         && (n_read = g_input_stream_read (input, buffer + length, sizeof buffer - length,
                                           NULL, NULL))
              > 0)
    {
      length += (gsize) n_read;
      if (g_strstr_len (buffer, (gssize) length, "\r\n\r\n") != NULL)
        return;
    }
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  StubServer      *self = user_data;
  GOutputStream   *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autofree char *block = g_strnfill (65536, self->filler);
  gsize            left = self->n_filler;

  read_head (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_output_stream_write_all (output, self->head, strlen (self->head), NULL, NULL, NULL);
  while (
    left > 0
    && g_output_stream_write_all (output, block, MIN (left, 65536), NULL, NULL, NULL))
    left -= MIN (left, 65536);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return TRUE;
}

static gpointer
serve (gpointer user_data)
{
  StubServer *self = user_data;

  g_main_context_push_thread_default (self->context);
  g_socket_service_start (self->service);
  g_main_loop_run (self->loop);
  g_socket_service_stop (self->service);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

StubServer *
stub_server_new (const char *head, char filler, gsize n_filler)
{
  StubServer *self = g_new0 (StubServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) taken = NULL;
  g_autoptr (GError) error = NULL;

  self->head = g_strdup (head);
  self->filler = filler;
  self->n_filler = n_filler;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_main_context_push_thread_default (self->context);
  self->service = g_threaded_socket_service_new (8);
  g_socket_service_stop (self->service);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address,
                                 G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL,
                                 &taken, &error);
  g_main_context_pop_thread_default (self->context);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (taken));
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  self->thread = g_thread_new ("stub-server", serve, self);
  return self;
}

void
stub_server_free (StubServer *self)
{
  g_main_loop_quit (self->loop);
  g_main_context_wakeup (self->context);
  g_thread_join (self->thread);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_object_unref (self->service);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self->head);
  g_free (self);
}

char *
stub_server_build_url (StubServer *self)
{
  return g_strdup_printf ("http://127.0.0.1:%u/scim/v2", self->port);
}
