/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "http-fixture.h"

#include <stdlib.h>
#include <string.h>

struct _HttpFixture
{
  GSocketListener   *listener; /* (owned) */
  GThread           *thread;   /* (owned) */
  GCancellable      *stop;     /* (owned) */
  char              *url;      /* (owned) */
  HttpFixtureHandler handler;
  gpointer           user_data;
  GMutex             mutex;
  GPtrArray         *log;         /* (owned) (mutex mutex): of char* */
  GPtrArray         *bodies;      /* (owned) (mutex mutex): of char* */
  GPtrArray         *connections; /* (owned): of GThread; the listening thread's */
};

typedef struct
{
  HttpFixture       *fixture;    /* (not owned) */
  GSocketConnection *connection; /* (owned) */
  guint              number;
} Talk;

/* Up to and with the empty line. (transfer full) (nullable) */
static char *
read_head (GDataInputStream *input, GCancellable *stop)
{
  GString *head = g_string_new (NULL);

  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (input, NULL, stop, NULL);

      if (line == NULL)
        {
          g_string_free (head, TRUE);
          return NULL;
        }
      if (*line == '\0')
        return g_string_free (head, FALSE);
      g_string_append (head, line);
      g_string_append_c (head, '\n');
    }
}

char *
http_fixture_request_dup_header (const HttpFixtureRequest *request, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (request->headers, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *colon = strchr (lines[i], ':');

      if (colon != NULL && g_ascii_strncasecmp (lines[i], name, strlen (name)) == 0
          && lines[i] + strlen (name) == colon)
        return g_strdup (g_strstrip (colon + 1));
    }
  return NULL;
}

static gboolean
read_request (Talk *talk, GDataInputStream *input, HttpFixtureRequest *request)
{
  GCancellable    *stop = talk->fixture->stop;
  g_autofree char *head = read_head (input, stop);
  g_autofree char *length = NULL;
  g_auto (GStrv) words = NULL;
  gsize n_bytes;

  if (head == NULL)
    return FALSE;
  words = g_strsplit (head, " ", 3);
  request->method = g_strdup (words[0]);
  request->target = g_strdup (words[1]);
  request->headers = g_strdup (strchr (head, '\n') + 1);
  request->connection = talk->number;
  length = http_fixture_request_dup_header (request, "Content-Length");
  n_bytes = length != NULL ? (gsize) g_ascii_strtoull (length, NULL, 10) : 0;
  request->body = g_malloc0 (n_bytes + 1);
  return g_input_stream_read_all (G_INPUT_STREAM (input), request->body, n_bytes, NULL,
                                  stop, NULL);
}

static void
clear_request (HttpFixtureRequest *request)
{
  g_free (request->method);
  g_free (request->target);
  g_free (request->headers);
  g_free (request->body);
}

static void
note (HttpFixture *self, const HttpFixtureRequest *request)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->log,
                   g_strdup_printf ("%s %s", request->method, request->target));
  g_ptr_array_add (self->bodies, g_strdup (request->body));
  g_mutex_unlock (&self->mutex);
}

static gpointer
talk_thread (gpointer data)
{
  Talk             *talk = data;
  GIOStream        *stream = G_IO_STREAM (talk->connection);
  GOutputStream    *output = g_io_stream_get_output_stream (stream);
  GDataInputStream *input
    = g_data_input_stream_new (g_io_stream_get_input_stream (stream));
  gboolean more = TRUE;

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  g_object_set_data (G_OBJECT (output), "connection", talk->connection);
  while (more)
    {
      HttpFixtureRequest request = { NULL };

      more = read_request (talk, input, &request);
      if (more)
        {
          note (talk->fixture, &request);
          more = talk->fixture->handler (talk->fixture, &request, output,
                                         talk->fixture->user_data);
        }
      clear_request (&request);
    }
  g_object_unref (input);
  g_io_stream_close (stream, NULL, NULL);
  g_object_unref (talk->connection);
  g_free (talk);
  return NULL;
}

static gpointer
listen_thread (gpointer data)
{
  HttpFixture       *self = data;
  GSocketConnection *connection;

  while ((connection = g_socket_listener_accept (self->listener, NULL, self->stop, NULL))
         != NULL)
    {
      Talk *talk = g_new0 (Talk, 1);

      talk->fixture = self;
      talk->connection = connection;
      talk->number = self->connections->len + 1;
      g_ptr_array_add (self->connections, g_thread_new ("talk", talk_thread, talk));
    }
  return NULL;
}

HttpFixture *
http_fixture_new (HttpFixtureHandler handler, gpointer user_data)
{
  HttpFixture *self = g_new0 (HttpFixture, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) error = NULL;

  self->listener = g_socket_listener_new ();
  self->stop = g_cancellable_new ();
  self->handler = handler;
  self->user_data = user_data;
  g_mutex_init (&self->mutex);
  self->log = g_ptr_array_new_with_free_func (g_free);
  self->bodies = g_ptr_array_new_with_free_func (g_free);
  self->connections = g_ptr_array_new ();
  g_socket_listener_add_address (self->listener, address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error);
  g_assert_no_error (error);
  self->url
    = g_strdup_printf ("http://127.0.0.1:%u", g_inet_socket_address_get_port (
                                                G_INET_SOCKET_ADDRESS (effective)));
  self->thread = g_thread_new ("listen", listen_thread, self);
  return self;
}

void
http_fixture_free (HttpFixture *self)
{
  g_cancellable_cancel (self->stop);
  g_thread_join (self->thread);
  for (guint i = 0; i < self->connections->len; i++)
    g_thread_join (g_ptr_array_index (self->connections, i));
  g_socket_listener_close (self->listener);
  g_object_unref (self->listener);
  g_object_unref (self->stop);
  g_ptr_array_unref (self->log);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->connections);
  g_mutex_clear (&self->mutex);
  g_free (self->url);
  g_free (self);
}

const char *
http_fixture_get_url (HttpFixture *self)
{
  return self->url;
}

char *
http_fixture_dup_log (HttpFixture *self)
{
  GString *text = g_string_new (NULL);

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->log->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (self->log, i));
  g_mutex_unlock (&self->mutex);
  return g_string_free (text, FALSE);
}

char *
http_fixture_dup_body (HttpFixture *self, const char *prefix)
{
  char *body = NULL;

  g_mutex_lock (&self->mutex);
  for (guint i = self->log->len; i > 0 && body == NULL; i--)
    if (g_str_has_prefix (g_ptr_array_index (self->log, i - 1), prefix))
      body = g_strdup (g_ptr_array_index (self->bodies, i - 1));
  g_mutex_unlock (&self->mutex);
  return body != NULL ? body : g_strdup ("");
}

guint
http_fixture_count (HttpFixture *self, const char *prefix)
{
  guint n = 0;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->log->len; i++)
    n += g_str_has_prefix (g_ptr_array_index (self->log, i), prefix);
  g_mutex_unlock (&self->mutex);
  return n;
}

void
http_fixture_hang (HttpFixture *self, GOutputStream *output)
{
  GSocketConnection *connection = g_object_get_data (G_OBJECT (output), "connection");

  g_socket_condition_wait (g_socket_connection_get_socket (connection),
                           G_IO_IN | G_IO_HUP, self->stop, NULL);
}

gboolean
http_fixture_write (GOutputStream *output, const char *text, gssize length)
{
  return g_output_stream_write_all (output, text,
                                    length >= 0 ? (gsize) length : strlen (text), NULL,
                                    NULL, NULL);
}

gboolean
http_fixture_answer (GOutputStream *output,
                     guint          status,
                     const char    *headers,
                     const char    *content_type,
                     const char    *body)
{
  g_autofree char *text
    = g_strdup_printf ("HTTP/1.1 %u Said\r\n%sContent-Type: %s\r\nContent-Length: "
                       "%" G_GSIZE_FORMAT "\r\n\r\n%s",
                       status, headers != NULL ? headers : "", content_type,
                       strlen (body), body);

  http_fixture_write (output, text, -1);
  return TRUE;
}

void
http_fixture_keep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

GAsyncResult *
http_fixture_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}
