/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sign-in-memory.h"

#include <glib/gi18n.h>

#include "muster-keyring.h"

typedef struct
{
  MusterConnectionStore *store;      /* (owned) */
  MusterConnection      *connection; /* (owned) */
  GError                *error;      /* (owned) (nullable): the first */
  guint                  n_pending;  /* calls under way, and one while they are started */
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_object_unref (work->store);
  g_object_unref (work->connection);
  g_clear_error (&work->error);
  g_free (work);
}

static GTask *
new_work (MusterConnectionStore *store,
          MusterConnection      *connection,
          gpointer               tag,
          GAsyncReadyCallback    callback,
          gpointer               user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Work  *work = g_new0 (Work, 1);

  work->store = g_object_ref (store);
  work->connection = g_object_ref (connection);
  work->n_pending = 1;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, work, free_work);
  return task;
}

/* Takes @task and @error (nullable). */
static void
take_end (GTask *task, GError *error)
{
  Work *work = g_task_get_task_data (task);

  if (error != NULL && work->error == NULL)
    work->error = error;
  else
    g_clear_error (&error);
  if (--work->n_pending == 0 && work->error != NULL)
    g_task_return_error (task, g_steal_pointer (&work->error));
  else if (work->n_pending == 0)
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* (transfer full): for one more call. */
static GTask *
add_call (GTask *task)
{
  ((Work *) g_task_get_task_data (task))->n_pending++;
  return g_object_ref (task);
}

static void
put_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  muster_connection_store_put_finish (MUSTER_CONNECTION_STORE (object), result, &error);
  take_end (user_data, error);
}

static void
removed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  muster_connection_store_remove_finish (MUSTER_CONNECTION_STORE (object), result,
                                         &error);
  take_end (user_data, error);
}

static void
put (GTask *task, MusterConnection *connection)
{
  Work *work = g_task_get_task_data (task);

  muster_connection_store_put_async (work->store, connection, put_cb, add_call (task));
}

/* (transfer full): the same with other values in these two. */
static MusterConnection *
dup_changed (MusterConnection *connection, gboolean remembers, gint64 last_used)
{
  return g_object_new (MUSTER_TYPE_CONNECTION, "id",
                       muster_connection_get_id (connection), "name",
                       muster_connection_get_name (connection), "kind",
                       muster_connection_get_kind (connection), "address",
                       muster_connection_get_address (connection), "user-name",
                       muster_connection_get_user_name (connection), "remembers-password",
                       remembers, "last-used", last_used, NULL);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask  *task = user_data;
  Work   *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (MusterConnection) forgetful = NULL;

  if (!muster_keyring_save_finish (result, &error))
    forgetful = dup_changed (work->connection, FALSE,
                             muster_connection_get_last_used (work->connection));
  put (task, forgetful != NULL ? forgetful : work->connection);
  take_end (task, error);
}

static void
forgotten_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  muster_keyring_forget_finish (result, &error);
  take_end (user_data, error);
}

static void
save_password (GTask *task, MusterConnection *connection, const char *password)
{
  /* Translators: what the keyring's own programs call a password; %s is a connection. */
  g_autofree char *label
    = g_strdup_printf (_ ("Muster: %s"), muster_connection_get_name (connection));

  muster_keyring_save_async (muster_connection_get_address (connection),
                             muster_connection_get_user_name (connection), label,
                             password, NULL, saved_cb, add_call (task));
}

static void
forget_password (GTask *task, MusterConnection *connection)
{
  muster_keyring_forget_async (muster_connection_get_address (connection),
                               muster_connection_get_user_name (connection), NULL,
                               forgotten_cb, add_call (task));
}

/* Whether both go by the same password in the keyring. */
static gboolean
has_same_place (MusterConnection *one, MusterConnection *other)
{
  return g_str_equal (muster_connection_get_address (one),
                      muster_connection_get_address (other))
         && g_str_equal (muster_connection_get_user_name (one),
                         muster_connection_get_user_name (other));
}

void
muster_sign_in_memory_keep_async (MusterConnectionStore *store,
                                  MusterConnection      *connection,
                                  const char            *password,
                                  gint64                 used_at,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data)
{
  MusterConnection *before
    = muster_connection_store_find (store, muster_connection_get_id (connection));
  gboolean remembers = muster_connection_remembers_password (connection);
  g_autoptr (MusterConnection) used
    = dup_changed (connection, remembers,
                   used_at != 0 ? used_at : muster_connection_get_last_used (connection));
  GTask *task
    = new_work (store, used, muster_sign_in_memory_keep_async, callback, user_data);

  if (before != NULL && muster_connection_remembers_password (before)
      && (!remembers || !has_same_place (before, connection)))
    forget_password (task, before);
  if (remembers && password != NULL)
    save_password (task, used, password);
  else
    put (task, used);
  take_end (task, NULL);
}

gboolean
muster_sign_in_memory_keep_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
muster_sign_in_memory_drop_async (MusterConnectionStore *store,
                                  MusterConnection      *connection,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data)
{
  GTask *task
    = new_work (store, connection, muster_sign_in_memory_drop_async, callback, user_data);

  if (muster_connection_remembers_password (connection))
    forget_password (task, connection);
  muster_connection_store_remove_async (store, connection, removed_cb, add_call (task));
  take_end (task, NULL);
}

gboolean
muster_sign_in_memory_drop_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

MusterConnection *
muster_sign_in_memory_find_same (MusterConnectionStore *store,
                                 MusterConnection      *connection)
{
  GListModel *model = G_LIST_MODEL (store);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MusterConnection) other = g_list_model_get_item (model, i);

      if (has_same_place (other, connection))
        return muster_connection_store_find (store, muster_connection_get_id (other));
    }
  return NULL;
}
