/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-write.h"

#include <glib/gi18n.h>

#include "muster-platform-error.h"
#include "muster-scim-bulk.h"
#include "muster-scim-exchange.h"
#include "muster-scim-json.h"
#include "muster-scim-patch-writer.h"
#include "muster-scim-put.h"
#include "muster-scim-result.h"
#include "muster-scim-urns.h"
#include "muster-write.h"

typedef struct
{
  MusterScimServer   *server;  /* (not owned): the platform's, which the caller keeps */
  GPtrArray          *writes;  /* (owned): of MusterWrite */
  GPtrArray          *results; /* (owned): of MusterWriteResult; NULL: none yet */
  MusterScimTransport transport;
  guint               done;           /* how many have their result */
  guint               under_way;      /* how many the present request is about */
  guint               max_operations; /* in one request; goes down with 413 */
} Write;

static void
free_write (gpointer data)
{
  Write *write = data;

  g_ptr_array_unref (write->writes);
  g_clear_pointer (&write->results, g_ptr_array_unref);
  g_free (write);
}

static void
free_result (gpointer data)
{
  muster_write_result_free (data);
}

static void send_next (GTask *task);
static void give_up (GTask *task, const GError *error);

/* Takes @task. */
static void
go_on (GTask *task)
{
  Write *write = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  write->done += write->under_way;
  write->under_way = 0;
  if (write->done < write->writes->len)
    {
      if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
        give_up (task, error);
      else
        send_next (task);
      return;
    }
  g_task_return_pointer (task, g_steal_pointer (&write->results),
                         (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

/* What is known of some must not be lost with the rest. */
static void
give_up (GTask *task, const GError *error)
{
  Write           *write = g_task_get_task_data (task);
  MusterWriteState state = muster_platform_error_is_unsure (error)
                             ? MUSTER_WRITE_UNSURE
                             : MUSTER_WRITE_NOT_READ;

  if (write->done == 0)
    {
      g_task_return_error (task, g_error_copy (error));
      g_object_unref (task);
      return;
    }
  for (guint i = write->done; i < write->writes->len; i++)
    write->results->pdata[i] = muster_write_result_new (i < write->done + write->under_way
                                                          ? state
                                                          : MUSTER_WRITE_NOT_READ,
                                                        error->message, NULL, NULL);
  write->under_way = write->writes->len - write->done;
  go_on (task);
}

/* The limit was lower than announced: the same again, by halves. */
static gboolean
may_halve (Write *write, const GError *error)
{
  if (write->under_way < 2
      || !g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_TOO_LARGE))
    return FALSE;
  write->max_operations = write->under_way / 2;
  return TRUE;
}

static void
bulk_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Write *write = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterScimReply) reply
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result, &error);

  if (reply != NULL
      && muster_scim_bulk_read (reply->object, write->writes, write->done,
                                write->under_way,
                                (MusterWriteResult **) write->results->pdata, &error))
    go_on (task);
  else if (may_halve (write, error))
    send_next (task);
  else
    give_up (task, error);
}

static void
send_bulk (GTask *task)
{
  Write                   *write = g_task_get_task_data (task);
  const MusterScimDialect *dialect = &write->server->dialect;
  gboolean                 bare = write->transport == MUSTER_SCIM_TRANSPORT_BULK_BARE;
  gsize                    max_bytes
    = dialect->max_payload > 0 ? (gsize) dialect->max_payload / 10 * 8 : G_MAXSIZE;
  GString           *body = g_string_sized_new (512 * write->writes->len);
  MusterHttpRequest *request
    = muster_scim_server_new_request (write->server, "POST", "/Bulk");

  write->under_way
    = muster_scim_bulk_print (write->writes, write->done, write->max_operations,
                              max_bytes, bare, dialect, body);
  muster_scim_server_set_json (request, body);
  muster_scim_exchange_async (write->server->client, request,
                              g_task_get_cancellable (task), bulk_answered_cb, task);
}

/* (nullable): the version afterwards, where the answer tells it. */
static const char *
peek_version (Write *write, MusterScimReply *reply)
{
  JsonObject *meta;
  const char *version;

  if (!write->server->dialect.has_versions)
    return NULL;
  if (muster_scim_json_get_object (reply->object, "meta", NULL, &meta, NULL)
      && meta != NULL
      && muster_scim_json_get_string (meta, "version", NULL, &version, NULL)
      && version != NULL)
    return version;
  /* Elsewhere a web framework may have put one there (a hash of the body). */
  return write->server->dialect.has_profile ? reply->etag : NULL;
}

/* Takes @task, and @reply or @error. */
static void
take_answer (GTask *task, MusterScimReply *reply, GError *error)
{
  Write             *write = g_task_get_task_data (task);
  MusterWrite       *item = g_ptr_array_index (write->writes, write->done);
  MusterWriteResult *answer = reply != NULL
                                ? muster_write_result_new (MUSTER_WRITE_TAKEN, NULL, NULL,
                                                           peek_version (write, reply))
                                : muster_scim_result_new_for_error (error, item);

  if (answer != NULL)
    {
      write->results->pdata[write->done] = answer;
      go_on (task);
    }
  else
    give_up (task, error);
  g_clear_pointer (&reply, muster_scim_reply_free);
  g_clear_error (&error);
}

static void
patch_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError          *error = NULL;
  MusterScimReply *reply
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result, &error);

  take_answer (user_data, reply, error);
}

static void
put_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError          *error = NULL;
  MusterScimReply *reply = muster_scim_put_finish (result, &error);

  take_answer (user_data, reply, error);
}

static void
send_put (GTask *task)
{
  Write *write = g_task_get_task_data (task);

  write->under_way = 1;
  muster_scim_put_async (write->server, g_ptr_array_index (write->writes, write->done),
                         g_task_get_cancellable (task), put_answered_cb, task);
}

static void
send_patch (GTask *task)
{
  Write             *write = g_task_get_task_data (task);
  MusterWrite       *item = g_ptr_array_index (write->writes, write->done);
  g_autofree char   *path = muster_scim_server_dup_user_path (item->user_id);
  GString           *body = g_string_new (NULL);
  MusterHttpRequest *request
    = muster_scim_server_new_request (write->server, "PATCH", path);

  write->under_way = 1;
  if (write->server->dialect.has_versions)
    request->if_match = g_strdup (item->version);
  muster_scim_patch_print (item->operations, &write->server->dialect, FALSE, body);
  muster_scim_server_set_json (request, body);
  muster_scim_exchange_async (write->server->client, request,
                              g_task_get_cancellable (task), patch_answered_cb, task);
}

static void
send_next (GTask *task)
{
  Write *write = g_task_get_task_data (task);

  if (write->transport == MUSTER_SCIM_TRANSPORT_SINGLE)
    send_patch (task);
  else if (write->transport == MUSTER_SCIM_TRANSPORT_WHOLE)
    send_put (task);
  else
    send_bulk (task);
}

/* A field that the platform lacks cannot be put into words of it. */
static gboolean
check_fields (MusterScimServer *server, GPtrArray *writes)
{
  for (guint i = 0; i < writes->len; i++)
    {
      const MusterWrite *write = g_ptr_array_index (writes, i);

      for (guint k = 0; k < write->operations->len; k++)
        if (muster_scim_dialect_get_path (&server->dialect,
                                          muster_operation_get_field (
                                            g_ptr_array_index (write->operations, k)))
            == NULL)
          return FALSE;
    }
  return TRUE;
}

void
muster_scim_write_async (MusterScimServer   *server,
                         GPtrArray          *writes,
                         MusterScimTransport transport,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Write *write = g_new0 (Write, 1);

  g_task_set_source_tag (task, muster_scim_write_async);
  /* What was answered before it was cancelled counts. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, write, free_write);
  write->server = server;
  write->writes = g_ptr_array_ref (writes);
  write->results = g_ptr_array_new_full (writes->len, free_result);
  g_ptr_array_set_size (write->results, (int) writes->len);
  write->transport = transport;
  write->max_operations = (guint) CLAMP (server->dialect.max_operations, 1, G_MAXUINT16);
  if (!check_fields (server, writes))
    {
      g_task_return_error (
        task, muster_platform_error_new (MUSTER_PLATFORM_ERROR_NOT_OFFERED, 0, NULL, NULL,
                                         _ ("This platform does not have a field that "
                                            "shall be changed. Nothing was sent.")));
      g_object_unref (task);
    }
  else
    go_on (task);
}

GPtrArray *
muster_scim_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
