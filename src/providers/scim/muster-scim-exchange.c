/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-exchange.h"

#include <glib/gi18n.h>

#include "muster-json-guard.h"
#include "muster-platform-error.h"
#include "muster-scim-fault.h"
#include "muster-scim-urns.h"

void
muster_scim_reply_free (MusterScimReply *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self);
}

static gboolean
fail (MusterHttpClient *client, guint status, const char *problem, GError **error)
{
  g_autofree char *message
    /* Translators: a host, and why, as a clause without its full stop. */
    = g_strdup_printf (_ ("%s answers, but not as SCIM does: %s."),
                       muster_http_client_get_host (client), problem);

  g_propagate_error (error, muster_platform_error_new (MUSTER_PLATFORM_ERROR_BAD_REPLY,
                                                       status, NULL, NULL, message));
  return FALSE;
}

static gboolean
is_json (const char *content_type)
{
  return content_type != NULL
         && (g_str_equal (content_type, "application/json")
             || (g_str_has_prefix (content_type, "application/")
                 && g_str_has_suffix (content_type, "+json")));
}

static gboolean
read_body (MusterScimReply    *self,
           MusterHttpClient   *client,
           MusterHttpResponse *response,
           GError            **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *problem = NULL;

  if (g_bytes_get_size (response->body) == 0)
    {
      self->root = json_node_alloc ();
      json_node_init_object (self->root, self->object = json_object_new ());
      json_object_unref (self->object);
      return TRUE;
    }
  if (!is_json (response->content_type))
    {
      problem = response->content_type != NULL
                  /* Translators: a media type, like text/html. */
                  ? g_strdup_printf (_ ("it sends %s"), response->content_type)
                  : g_strdup (_ ("it does not say what it sends"));
      return fail (client, response->status, problem, error);
    }
  self->root = muster_json_parse (response->body, &local_error);
  if (self->root == NULL)
    return fail (client, response->status, local_error->message, error);
  if (!JSON_NODE_HOLDS_OBJECT (self->root))
    return fail (client, response->status, _ ("the whole of it is no object"), error);
  self->object = json_node_get_object (self->root);
  return TRUE;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterHttpClient *client = MUSTER_HTTP_CLIENT (source);
  GError           *error = NULL;
  g_autoptr (MusterHttpResponse) response
    = muster_http_client_send_finish (client, result, &error);
  MusterScimReply *reply;

  if (response == NULL)
    {
      g_task_return_error (task,
                           muster_scim_fault_translate (error,
                                                        muster_http_client_get_host (
                                                          client)));
      g_error_free (error);
      return;
    }
  reply = g_new0 (MusterScimReply, 1);
  reply->body = g_bytes_ref (response->body);
  reply->etag = g_strdup (response->etag);
  if (read_body (reply, client, response, &error))
    {
      g_task_return_pointer (task, reply, (GDestroyNotify) muster_scim_reply_free);
      return;
    }
  muster_scim_reply_free (reply);
  g_task_return_error (task, error);
}

void
muster_scim_exchange_async (MusterHttpClient   *client,
                            MusterHttpRequest  *request,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask *task = g_task_new (client, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_scim_exchange_async);
  request->accept = MUSTER_SCIM_MEDIA_TYPE ", application/json;q=0.9";
  muster_http_client_send_async (client, request, cancellable, sent_cb, task);
}

MusterScimReply *
muster_scim_exchange_finish (MusterHttpClient *client,
                             GAsyncResult     *result,
                             GError          **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
