/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-put.h"

#include <glib/gi18n.h>

#include "muster-platform-error.h"
#include "muster-scim-json.h"
#include "muster-scim-put-writer.h"

typedef struct
{
  MusterScimServer *server; /* (not owned): the platform's, which the caller keeps */
  MusterWrite      *write;  /* (not owned): the same */
  char             *path;   /* (owned) */
} Put;

static void
free_put (gpointer data)
{
  Put *put = data;

  g_free (put->path);
  g_free (put);
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError          *error = NULL;
  MusterScimReply *reply
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result, &error);

  if (reply != NULL)
    g_task_return_pointer (task, reply, (GDestroyNotify) muster_scim_reply_free);
  else
    g_task_return_error (task, error);
}

/* (nullable) */
static const char *
peek_version (JsonObject *user)
{
  JsonObject *meta;
  const char *version;

  if (!muster_scim_json_get_object (user, "meta", NULL, &meta, NULL) || meta == NULL
      || !muster_scim_json_get_string (meta, "version", NULL, &version, NULL))
    return NULL;
  return version;
}

/* Takes @task. */
static void
send_put (GTask *task, MusterScimReply *user)
{
  Put               *put = g_task_get_task_data (task);
  MusterHttpRequest *request
    = muster_scim_server_new_request (put->server, "PUT", put->path);
  GString    *body = g_string_new (NULL);
  gsize       length;
  const char *text = g_bytes_get_data (user->body, &length);

  if (put->server->dialect.has_versions)
    request->if_match = g_strdup (
      put->write->version != NULL ? put->write->version : peek_version (user->object));
  muster_scim_put_print (text, length, put->write->operations, &put->server->dialect,
                         body);
  muster_scim_server_set_json (request, body);
  muster_scim_exchange_async (put->server->client, request, g_task_get_cancellable (task),
                              put_cb, task);
}

/* Nothing was written yet, whatever became of the answer. */
static GError *
make_sure (GError *error)
{
  GError *sure;

  if (!muster_platform_error_is_unsure (error))
    return error;
  sure = muster_platform_error_new (MUSTER_PLATFORM_ERROR_UNREACHABLE, 0, NULL, NULL,
                                    error->message);
  g_error_free (error);
  return sure;
}

/* What is not the whole user would take the rest from it. */
static gboolean
is_user (Put *put, JsonObject *object)
{
  const char *id;

  return muster_scim_json_get_string (object, "id", NULL, &id, NULL)
         && g_strcmp0 (id, put->write->user_id) == 0;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (MusterScimReply) user
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result, &error);

  if (user != NULL && is_user (g_task_get_task_data (task), user->object))
    send_put (g_steal_pointer (&task), user);
  else if (user != NULL)
    g_task_return_error (task, muster_platform_error_new (
                                 MUSTER_PLATFORM_ERROR_NOT_FOUND, 404, NULL,
                                 _ ("Asked for this user, the platform answers with "
                                    "something else"),
                                 _ ("Asked for this user, the platform answers with "
                                    "something else.")));
  else
    g_task_return_error (task, make_sure (error));
}

void
muster_scim_put_async (MusterScimServer   *server,
                       MusterWrite        *write,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Put   *put = g_new0 (Put, 1);

  g_task_set_source_tag (task, muster_scim_put_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, put, free_put);
  put->server = server;
  put->write = write;
  put->path = muster_scim_server_dup_user_path (write->user_id);
  muster_scim_exchange_async (server->client,
                              muster_scim_server_new_request (server, "GET", put->path),
                              cancellable, read_cb, task);
}

MusterScimReply *
muster_scim_put_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
