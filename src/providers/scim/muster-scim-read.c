/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-read.h"

#include "muster-platform-error.h"
#include "muster-scim-exchange.h"
#include "muster-scim-list.h"
#include "muster-scim-query.h"
#include "muster-scim-user-reader.h"

#define AT_ONCE 6

typedef struct
{
  MusterScimServer *server;     /* (not owned): the platform's, which the caller keeps */
  char            **ids;        /* (owned): each once */
  char             *filter;     /* (owned) (nullable) */
  char            **attributes; /* (owned) (nullable) */
  MusterFields      fields;
  GHashTable       *users; /* (owned): id → MusterUser */
  guint             n_ids;
  guint             next;      /* of @ids */
  guint             under_way; /* requests */
  GError           *error;     /* (owned) (nullable): the first */
} Read;

static void
free_read (gpointer data)
{
  Read *read = data;

  g_strfreev (read->ids);
  g_free (read->filter);
  g_strfreev (read->attributes);
  g_hash_table_unref (read->users);
  g_clear_error (&read->error);
  g_free (read);
}

gpointer
muster_scim_read_item (const MusterScimServer *server,
                       JsonObject             *object,
                       const MusterScimPlace  *place,
                       guint                   fields,
                       GError                **error)
{
  return muster_scim_user_read (object, &server->dialect, fields, place, error);
}

static void
keep_user (Read *read, MusterUser *user)
{
  g_hash_table_replace (read->users, (gpointer) muster_user_get_id (user),
                        g_object_ref (user));
}

static void
finish (GTask *task)
{
  Read      *read = g_task_get_task_data (task);
  GPtrArray *users;

  if (read->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&read->error));
      return;
    }
  users = g_ptr_array_new_full (read->n_ids, g_object_unref);
  for (guint i = 0; i < read->n_ids; i++)
    {
      MusterUser *user = g_hash_table_lookup (read->users, read->ids[i]);

      if (user != NULL)
        g_ptr_array_add (users, g_object_ref (user));
    }
  g_task_return_pointer (task, users, (GDestroyNotify) g_ptr_array_unref);
}

static void list_from (GTask *task, const char *cursor);

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  g_autoptr (MusterPage) page = muster_scim_list_finish (result, &read->error);

  for (guint i = 0; page != NULL && i < page->items->len; i++)
    keep_user (read, g_ptr_array_index (page->items, i));
  /* A server may give fewer in one page than it was asked for. */
  if (page != NULL && page->next_cursor != NULL && page->items->len > 0)
    list_from (g_steal_pointer (&task), page->next_cursor);
  else
    finish (task);
}

static void
list_from (GTask *task, const char *cursor)
{
  Read             *read = g_task_get_task_data (task);
  MusterScimListing listing = { .endpoint = "/Users",
                                .filter = read->filter,
                                .attributes = (const char *const *) read->attributes,
                                .cursor = cursor,
                                .count = read->n_ids };

  muster_scim_list_async (read->server, &listing, muster_scim_read_item, read->fields,
                          g_object_unref, g_task_get_cancellable (task), listed_cb, task);
}

static gboolean
take_one (Read *read, MusterScimReply *reply, GError **error)
{
  g_autoptr (MusterUser) user
    = muster_scim_user_read (reply->object, &read->server->dialect, read->fields, NULL,
                             error);

  if (user == NULL)
    return FALSE;
  keep_user (read, user);
  return TRUE;
}

static void send_more (GTask *task);

static void
one_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterScimReply) reply
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result, &error);

  read->under_way--;
  if (reply != NULL)
    take_one (read, reply, &error);
  if (error != NULL && read->error == NULL
      && !g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_NOT_FOUND))
    read->error = g_steal_pointer (&error);
  send_more (g_steal_pointer (&task));
}

/* Takes @task. After an error nothing more is sent; what is under way is waited for,
 * since to cancel it from within a callback would call the others back in the middle of
 * it. */
static void
send_more (GTask *task)
{
  Read *read = g_task_get_task_data (task);

  while (read->error == NULL && read->next < read->n_ids && read->under_way < AT_ONCE)
    {
      g_autofree char *path = muster_scim_server_dup_user_path (read->ids[read->next++]);

      read->under_way++;
      muster_scim_exchange_async (read->server->client,
                                  muster_scim_server_new_request (read->server, "GET",
                                                                  path),
                                  g_task_get_cancellable (task), one_read_cb,
                                  g_object_ref (task));
    }
  if (read->under_way == 0)
    finish (task);
  g_object_unref (task);
}

/* (transfer full) */
static char **
dup_each_once (const char *const *ids)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (*ids[i] != '\0' && g_hash_table_add (seen, (gpointer) ids[i]))
      g_strv_builder_add (builder, ids[i]);
  return g_strv_builder_end (builder);
}

void
muster_scim_read_async (MusterScimServer   *server,
                        const char *const  *ids,
                        MusterFields        fields,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Read  *read = g_new0 (Read, 1);

  g_task_set_source_tag (task, muster_scim_read_async);
  g_task_set_task_data (task, read, free_read);
  read->server = server;
  read->ids = dup_each_once (ids);
  read->n_ids = g_strv_length (read->ids);
  read->fields = fields;
  read->users = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  if (read->n_ids == 0)
    {
      finish (task);
      g_object_unref (task);
    }
  else if (server->dialect.has_profile)
    {
      read->filter = muster_scim_query_print_any ("id", (const char *const *) read->ids);
      read->attributes = muster_scim_query_list_attributes (&server->dialect, fields,
                                                            MUSTER_SCIM_NAMES_NONE);
      list_from (task, NULL);
    }
  else
    send_more (task);
}

GPtrArray *
muster_scim_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
