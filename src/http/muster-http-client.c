/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-http-client.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#include "muster-http-body.h"
#include "muster-http-error-private.h"
#include "muster-http-origin.h"
#include "muster-http-response-private.h"
#include "muster-http-watch.h"

#define MAX_CONNECTIONS 8
#define MAX_REDIRECTS 5

struct _MusterHttpClient
{
  GObject parent_instance;

  SoupSession             *session;       /* (owned) */
  MusterHttpAuthorization *authorization; /* (owned) */
  GUri                    *origin;        /* (owned) */
  char                    *host;          /* (owned) */
  gsize                    max_reply;     /* bytes */
};

G_DEFINE_FINAL_TYPE (MusterHttpClient, muster_http_client, G_TYPE_OBJECT)

/* A request on its way. */
typedef struct
{
  MusterHttpRequest *request;    /* (owned) */
  GUri              *uri;        /* (owned): where it goes; moves on with redirects */
  SoupMessage       *message;    /* (owned) (nullable): the present try */
  MusterHttpWatch   *watch;      /* (owned) */
  guint              generation; /* of the authorization shown */
  guint              redirects;
  gboolean           refreshed; /* one sign-in is all it gets */
} Sending;

static void
drop_message (Sending *sending)
{
  if (sending->message == NULL)
    return;
  muster_http_watch_leave (sending->watch, sending->message);
  g_clear_object (&sending->message);
}

static void
free_sending (gpointer data)
{
  Sending *sending = data;

  drop_message (sending);
  muster_http_request_free (sending->request);
  g_clear_pointer (&sending->uri, g_uri_unref);
  muster_http_watch_free (sending->watch);
  g_free (sending);
}

static void
muster_http_client_finalize (GObject *object)
{
  MusterHttpClient *self = MUSTER_HTTP_CLIENT (object);

  soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->authorization);
  g_clear_pointer (&self->origin, g_uri_unref);
  g_free (self->host);
  G_OBJECT_CLASS (muster_http_client_parent_class)->finalize (object);
}

static void
muster_http_client_class_init (MusterHttpClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_http_client_finalize;
}

static void
muster_http_client_init (MusterHttpClient *self)
{
  self->session
    = soup_session_new_with_options ("max-conns", MAX_CONNECTIONS, "max-conns-per-host",
                                     MAX_CONNECTIONS, "user-agent", "Muster", "timeout",
                                     MUSTER_HTTP_TIMEOUT, NULL);
  /* It would keep passwords, and send them again where it likes. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
  self->authorization = muster_http_authorization_new ();
  self->max_reply = MUSTER_HTTP_MAX_REPLY;
}

MusterHttpClient *
muster_http_client_new (const char *address, GError **error)
{
  g_autoptr (GUri) origin = muster_http_origin_parse (address, error);
  MusterHttpClient *self;

  if (origin == NULL)
    return NULL;
  self = g_object_new (MUSTER_TYPE_HTTP_CLIENT, NULL);
  self->origin = g_steal_pointer (&origin);
  self->host = muster_http_origin_describe (self->origin);
  if (muster_http_origin_is_loopback (self->origin))
    soup_session_set_proxy_resolver (self->session, NULL);
  return self;
}

MusterHttpAuthorization *
muster_http_client_get_authorization (MusterHttpClient *self)
{
  return self->authorization;
}

const char *
muster_http_client_get_host (MusterHttpClient *self)
{
  return self->host;
}

void
muster_http_client_set_max_reply (MusterHttpClient *self, gsize bytes)
{
  self->max_reply = bytes;
}

void
muster_http_client_set_timeout (MusterHttpClient *self, guint seconds)
{
  soup_session_set_timeout (self->session, seconds);
}

static SoupMessageFlags
choose_flags (const MusterHttpRequest *request)
{
  const char *method = request->method;

  if (request->at_once)
    return SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION;
  if (g_str_equal (method, "POST") || g_str_equal (method, "PATCH"))
    /* To libsoup: may go over a connection that was kept. It never repeats these. */
    return SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_IDEMPOTENT;
  if (g_str_equal (method, "GET"))
    return SOUP_MESSAGE_NO_REDIRECT;
  return SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION;
}

static void
fill_headers (MusterHttpClient *self, Sending *sending)
{
  MusterHttpRequest  *request = sending->request;
  SoupMessageHeaders *headers = soup_message_get_request_headers (sending->message);
  const char         *authorization
    = request->authorization != NULL
        ? request->authorization
        : muster_http_authorization_get_header (self->authorization);

  sending->generation = muster_http_authorization_get_generation (self->authorization);
  if (authorization != NULL)
    soup_message_headers_replace (headers, "Authorization", authorization);
  if (request->accept != NULL)
    soup_message_headers_replace (headers, "Accept", request->accept);
  if (request->if_match != NULL)
    soup_message_headers_replace (headers, "If-Match", request->if_match);
  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (sending->message, request->content_type,
                                              request->body);
}

static void sent_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
send_once (GTask *task)
{
  MusterHttpClient *self = g_task_get_source_object (task);
  Sending          *sending = g_task_get_task_data (task);

  drop_message (sending);
  sending->message = soup_message_new_from_uri (sending->request->method, sending->uri);
  soup_message_add_flags (sending->message, choose_flags (sending->request));
  fill_headers (self, sending);
  muster_http_watch_follow (sending->watch, sending->message);
  soup_session_send_async (self->session, sending->message, G_PRIORITY_DEFAULT,
                           muster_http_watch_get_cancellable (sending->watch), sent_cb,
                           task);
}

static void
fail_unreachable (GTask *task, const GError *cause)
{
  MusterHttpClient *self = g_task_get_source_object (task);

  if (cause->domain == G_TLS_ERROR)
    g_task_return_new_error (task, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_UNREACHABLE,
                             /* Translators: a host, and what the system says. */
                             _ ("No safe connection to %s: %s. Nothing was sent."),
                             self->host, cause->message);
  else
    g_task_return_new_error (task, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_UNREACHABLE,
                             /* Translators: a host, and what the system says. */
                             _ ("%s cannot be reached: %s. Check the address, and that "
                                "it is running."),
                             self->host, cause->message);
}

static void
fail_lost (GTask *task, const GError *cause)
{
  MusterHttpClient *self = g_task_get_source_object (task);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_task_return_new_error (task, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_LOST,
                             _ ("%s did not answer in time."), self->host);
  else
    g_task_return_new_error (task, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_LOST,
                             /* Translators: a host, and what the system says. */
                             _ ("The connection to %s broke before the answer was whole: "
                                "%s."),
                             self->host, cause->message);
}

static void
fail_slow (GTask *task)
{
  MusterHttpClient *self = g_task_get_source_object (task);
  Sending          *sending = g_task_get_task_data (task);
  g_autofree char  *message = muster_http_watch_explain (sending->watch, self->host);

  g_task_return_new_error (task, MUSTER_HTTP_ERROR,
                           muster_http_watch_has_started (sending->watch)
                             ? MUSTER_HTTP_ERROR_LOST
                             : MUSTER_HTTP_ERROR_UNREACHABLE,
                           "%s", message);
}

static void
fail (GTask *task, GError *cause)
{
  Sending *sending = g_task_get_task_data (task);

  if (muster_http_watch_has_ended (sending->watch))
    fail_slow (task);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_error_copy (cause));
  else if (!muster_http_watch_has_started (sending->watch))
    fail_unreachable (task, cause);
  else
    fail_lost (task, cause);
}

static void
fail_too_big (GTask *task)
{
  MusterHttpClient *self = g_task_get_source_object (task);
  g_autofree char  *limit = g_format_size_full (self->max_reply, G_FORMAT_SIZE_IEC_UNITS);

  g_task_return_new_error (task, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_BAD_REPLY,
                           /* Translators: a host, and a size like 64 MiB. */
                           _ ("%s answers with more than %s, which is given up: ask for "
                              "less at once."),
                           self->host, limit);
}

/* libsoup would keep the connection, with the rest of the answer in it. */
static void
hang_up (Sending *sending)
{
  soup_message_headers_replace (soup_message_get_response_headers (sending->message),
                                "Connection", "close");
}

/* (nullable): where a redirect that may be followed leads to. */
static GUri *
find_next (MusterHttpClient *self, Sending *sending, MusterHttpResponse *response)
{
  g_autoptr (GUri) next = NULL;

  if (response->status < 300 || response->status >= 400 || response->location == NULL
      || !g_str_equal (sending->request->method, "GET")
      || sending->redirects == MAX_REDIRECTS)
    return NULL;
  next = g_uri_parse_relative (sending->uri, response->location,
                               G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (next == NULL || !muster_http_origin_equal (next, self->origin))
    return NULL;
  return g_steal_pointer (&next);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (muster_http_authorization_refresh_finish (MUSTER_HTTP_AUTHORIZATION (source),
                                                result, &error))
    send_once (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static gboolean
may_refresh (MusterHttpClient *self, Sending *sending, MusterHttpResponse *response)
{
  return response->status == 401 && sending->request->authorization == NULL
         && !sending->refreshed
         && muster_http_authorization_has_refresher (self->authorization);
}

static void
handle_response (GTask *task, MusterHttpResponse *response)
{
  MusterHttpClient *self = g_task_get_source_object (task);
  Sending          *sending = g_task_get_task_data (task);
  GUri             *next = find_next (self, sending, response);

  if (response->status >= 200 && response->status < 300)
    {
      g_task_return_pointer (task, response, (GDestroyNotify) muster_http_response_free);
      g_object_unref (task);
      return;
    }
  if (next != NULL)
    {
      g_uri_unref (sending->uri);
      sending->uri = next;
      sending->redirects++;
      send_once (task);
    }
  else if (may_refresh (self, sending, response))
    {
      sending->refreshed = TRUE;
      muster_http_authorization_refresh_async (self->authorization, sending->generation,
                                               g_task_get_cancellable (task),
                                               refreshed_cb, task);
    }
  else
    {
      g_task_return_error (task,
                           muster_http_error_new_for_response (response, self->host));
      g_object_unref (task);
    }
  muster_http_response_free (response);
}

static void
body_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GBytes *body = muster_http_body_read_finish (result, &error);

  if (body != NULL)
    {
      MusterHttpResponse *response
        = muster_http_response_new_for_message (sending->message, body);

      handle_response (g_steal_pointer (&task), response);
      return;
    }
  hang_up (sending);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    fail_too_big (task);
  else
    fail (task, error);
}

static gboolean
is_announced_too_big (MusterHttpClient *self, SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  return soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
         && soup_message_headers_get_content_length (headers) > (goffset) self->max_reply;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterHttpClient *self = g_task_get_source_object (task);
  Sending          *sending = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream
    = soup_session_send_finish (SOUP_SESSION (source), result, &error);

  if (stream == NULL)
    fail (task, error);
  else if (is_announced_too_big (self, sending->message))
    {
      hang_up (sending);
      fail_too_big (task);
    }
  else
    {
      muster_http_body_read_async (stream, self->max_reply, sending->watch, body_read_cb,
                                   g_steal_pointer (&task));
    }
}

void
muster_http_client_send_async (MusterHttpClient   *self,
                               MusterHttpRequest  *request,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Sending *sending = g_new0 (Sending, 1);
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, muster_http_client_send_async);
  g_task_set_task_data (task, sending, free_sending);
  sending->request = request;
  sending->watch
    = muster_http_watch_new (soup_session_get_timeout (self->session), cancellable);
  sending->uri
    = g_uri_parse_relative (self->origin, request->path,
                            G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, &error);
  /* A path like //elsewhere/ would be another origin. */
  if (sending->uri == NULL || !muster_http_origin_equal (sending->uri, self->origin))
    {
      g_task_return_new_error (task, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_BAD_ADDRESS,
                               _ ("“%s” is no path at %s."), request->path, self->host);
      return;
    }
  send_once (g_steal_pointer (&task));
}

MusterHttpResponse *
muster_http_client_send_finish (MusterHttpClient *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
