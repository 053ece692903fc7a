/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-connection-store.h"

#include "muster-connection-file.h"

struct _MusterConnectionStore
{
  GObject parent_instance;

  char      *path;        /* (owned) */
  GPtrArray *connections; /* (owned): of MusterConnection */
};

static void muster_connection_store_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterConnectionStore,
                               muster_connection_store,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      muster_connection_store_list_init))

static void
muster_connection_store_finalize (GObject *object)
{
  MusterConnectionStore *self = MUSTER_CONNECTION_STORE (object);

  g_free (self->path);
  g_ptr_array_unref (self->connections);
  G_OBJECT_CLASS (muster_connection_store_parent_class)->finalize (object);
}

static void
muster_connection_store_class_init (MusterConnectionStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_connection_store_finalize;
}

static void
muster_connection_store_init (MusterConnectionStore *self)
{
  self->connections = g_ptr_array_new_with_free_func (g_object_unref);
}

static GType
muster_connection_store_get_item_type (GListModel *model)
{
  return MUSTER_TYPE_CONNECTION;
}

static guint
muster_connection_store_get_n_items (GListModel *model)
{
  return MUSTER_CONNECTION_STORE (model)->connections->len;
}

static gpointer
muster_connection_store_get_item (GListModel *model, guint position)
{
  MusterConnectionStore *self = MUSTER_CONNECTION_STORE (model);

  if (position >= self->connections->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->connections, position));
}

static void
muster_connection_store_list_init (GListModelInterface *iface)
{
  iface->get_item_type = muster_connection_store_get_item_type;
  iface->get_n_items = muster_connection_store_get_n_items;
  iface->get_item = muster_connection_store_get_item;
}

MusterConnectionStore *
muster_connection_store_new (const char *path)
{
  MusterConnectionStore *self = g_object_new (MUSTER_TYPE_CONNECTION_STORE, NULL);

  self->path
    = path != NULL ? g_strdup (path) : muster_connection_file_build_default_path ();
  return self;
}

static gboolean
find_position (MusterConnectionStore *self, const char *id, guint *position)
{
  for (guint i = 0; i < self->connections->len; i++)
    if (g_str_equal (muster_connection_get_id (g_ptr_array_index (self->connections, i)),
                     id))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

MusterConnection *
muster_connection_store_find (MusterConnectionStore *self, const char *id)
{
  guint position;

  g_return_val_if_fail (MUSTER_IS_CONNECTION_STORE (self), NULL);

  return find_position (self, id, &position)
           ? g_ptr_array_index (self->connections, position)
           : NULL;
}

MusterConnection *
muster_connection_store_get_last_used (MusterConnectionStore *self)
{
  MusterConnection *last = NULL;

  g_return_val_if_fail (MUSTER_IS_CONNECTION_STORE (self), NULL);

  for (guint i = 0; i < self->connections->len; i++)
    {
      MusterConnection *connection = g_ptr_array_index (self->connections, i);

      if (muster_connection_get_last_used (connection) > 0
          && (last == NULL
              || muster_connection_get_last_used (connection)
                   >= muster_connection_get_last_used (last)))
        last = connection;
    }
  return last;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError    *error = NULL;
  GPtrArray *connections = muster_connection_file_read (task_data, &error);

  if (connections != NULL)
    g_task_return_pointer (task, connections, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
muster_connection_store_load_async (MusterConnectionStore *self,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (MUSTER_IS_CONNECTION_STORE (self));

  g_task_set_source_tag (task, muster_connection_store_load_async);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

gboolean
muster_connection_store_load_finish (MusterConnectionStore *self,
                                     GAsyncResult          *result,
                                     GError               **error)
{
  g_autoptr (GPtrArray) connections = g_task_propagate_pointer (G_TASK (result), error);
  guint n_removed = self->connections->len;

  if (connections == NULL)
    return FALSE;
  g_ptr_array_unref (self->connections);
  self->connections = g_steal_pointer (&connections);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, self->connections->len);
  return TRUE;
}

typedef struct
{
  char             *path;       /* (owned) */
  MusterConnection *connection; /* (owned) */
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  g_free (change->path);
  g_object_unref (change->connection);
  g_free (change);
}

static void
start_change (MusterConnectionStore *self,
              MusterConnection      *connection,
              gpointer               source_tag,
              GTaskThreadFunc        run,
              GAsyncReadyCallback    callback,
              gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Change *change = g_new0 (Change, 1);

  change->path = g_strdup (self->path);
  change->connection = g_object_ref (connection);
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, change, free_change);
  g_task_run_in_thread (task, run);
}

static void
put_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Change *change = task_data;
  GError *error = NULL;

  if (muster_connection_file_put (change->path, change->connection, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
muster_connection_store_put_async (MusterConnectionStore *self,
                                   MusterConnection      *connection,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  g_return_if_fail (MUSTER_IS_CONNECTION_STORE (self));

  start_change (self, connection, muster_connection_store_put_async, put_in_thread,
                callback, user_data);
}

gboolean
muster_connection_store_put_finish (MusterConnectionStore *self,
                                    GAsyncResult          *result,
                                    GError               **error)
{
  Change *change = g_task_get_task_data (G_TASK (result));
  guint   position;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (find_position (self, muster_connection_get_id (change->connection), &position))
    {
      g_object_unref (g_ptr_array_index (self->connections, position));
      g_ptr_array_index (self->connections, position) = g_object_ref (change->connection);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
      return TRUE;
    }
  g_ptr_array_add (self->connections, g_object_ref (change->connection));
  g_list_model_items_changed (G_LIST_MODEL (self), self->connections->len - 1, 0, 1);
  return TRUE;
}

static void
remove_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Change *change = task_data;
  GError *error = NULL;

  if (muster_connection_file_remove (change->path,
                                     muster_connection_get_id (change->connection),
                                     &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
muster_connection_store_remove_async (MusterConnectionStore *self,
                                      MusterConnection      *connection,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data)
{
  g_return_if_fail (MUSTER_IS_CONNECTION_STORE (self));

  start_change (self, connection, muster_connection_store_remove_async, remove_in_thread,
                callback, user_data);
}

gboolean
muster_connection_store_remove_finish (MusterConnectionStore *self,
                                       GAsyncResult          *result,
                                       GError               **error)
{
  Change *change = g_task_get_task_data (G_TASK (result));
  guint   position;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (find_position (self, muster_connection_get_id (change->connection), &position))
    {
      g_ptr_array_remove_index (self->connections, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }
  return TRUE;
}
