/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "server-fixture.h"

#include <stdlib.h>
#include <string.h>

#include "muster-sample.h"

#define SAMPLE_USERS 20

struct _ServerFixture
{
  GThread                      *thread;  /* (owned) */
  GMainContext                 *context; /* (owned): the server's */
  GMainLoop                    *loop;    /* (owned) */
  const MusterRoute *const     *tables;  /* (not owned) */
  const MusterConnectionLimits *limits;  /* (not owned) */
  MusterFaults                 *faults;  /* (owned) */
  guint16                       port;
  GMutex                        mutex;
  GCond                         ready;
};

static gpointer
fill (MusterDatabase *database, gpointer data, GError **error)
{
  return muster_sample_fill (database, SAMPLE_USERS, 1, error) ? data : NULL;
}

static void
announce (ServerFixture *self, MusterServer *server)
{
  g_autofree char *url = muster_server_get_url (server);

  g_mutex_lock (&self->mutex);
  self->port = (guint16) atoi (strrchr (url, ':') + 1);
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->mutex);
}

static gpointer
serve (gpointer user_data)
{
  ServerFixture *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterStore) store = NULL;
  MusterServer *server;

  g_main_context_push_thread_default (self->context);
  store = muster_store_new (NULL, &error);
  g_assert_no_error (error);
  muster_store_run_at_start (store, fill, self, &error);
  g_assert_no_error (error);
  server = muster_server_new (store, self->limits, self->faults);
  for (guint i = 0; self->tables[i] != NULL; i++)
    muster_server_add_routes (server, self->tables[i]);
  muster_server_listen (server, "127.0.0.1:0", NULL, &error);
  g_assert_no_error (error);
  announce (self, server);
  g_main_loop_run (self->loop);
  muster_server_free (server);
  while (g_main_context_iteration (self->context, FALSE))
    continue;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

ServerFixture *
server_fixture_new (const MusterRoute *const     *tables,
                    const MusterConnectionLimits *limits,
                    const char                   *fault)
{
  ServerFixture *self = g_new0 (ServerFixture, 1);

  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->tables = tables;
  self->limits = limits != NULL ? limits : &muster_server_limits;
  self->faults = muster_faults_new ();
  if (fault != NULL)
    g_assert_true (muster_faults_add (self->faults, fault, NULL));
  g_mutex_init (&self->mutex);
  g_cond_init (&self->ready);
  self->thread = g_thread_new ("server", serve, self);
  g_mutex_lock (&self->mutex);
  while (self->port == 0)
    g_cond_wait (&self->ready, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return self;
}

void
server_fixture_free (ServerFixture *self)
{
  g_main_loop_quit (self->loop);
  g_main_context_wakeup (self->context);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  muster_faults_free (self->faults);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->ready);
  g_free (self);
}

guint16
server_fixture_get_port (ServerFixture *self)
{
  return self->port;
}

GSocketConnection *
server_fixture_connect (ServerFixture *self)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection;

  g_socket_client_set_enable_proxy (client, FALSE);
  connection
    = g_socket_client_connect_to_host (client, "127.0.0.1", self->port, NULL, &error);
  g_assert_no_error (error);
  return connection;
}

char *
server_fixture_talk (ServerFixture *self,
                     const char    *bytes,
                     gssize         length,
                     guint          timeout_ms)
{
  g_autoptr (GSocketConnection) connection = server_fixture_connect (self);
  GSocket       *socket = g_socket_connection_get_socket (connection);
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  GString       *answer = g_string_new (NULL);
  char           buffer[4096];
  gssize         n_read;

  if (length < 0)
    length = (gssize) strlen (bytes);
  g_socket_set_timeout (socket, 30);
  g_output_stream_write_all (output, bytes, (gsize) length, NULL, NULL, NULL);
  while (g_socket_condition_timed_wait (socket, G_IO_IN, (gint64) timeout_ms * 1000, NULL,
                                        NULL)
         && (n_read = g_socket_receive (socket, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (answer, buffer, n_read);
  return g_string_free (answer, FALSE);
}
