/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sign-in-attempt.h"

#include "muster-connection-kinds.h"

typedef struct
{
  MusterConnection *connection; /* (owned) */
  MusterJournal    *journal;    /* (owned) */
  MusterPlatform   *platform;   /* (owned) (nullable) */
} Attempt;

static void
free_attempt (gpointer data)
{
  Attempt *attempt = data;

  g_object_unref (attempt->connection);
  g_object_unref (attempt->journal);
  g_clear_object (&attempt->platform);
  g_free (attempt);
}

gboolean
muster_sign_in_is_sample (MusterConnection *connection)
{
  return g_str_equal (muster_connection_get_kind (connection),
                      MUSTER_SIGN_IN_KIND_SAMPLE);
}

static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  muster_session_close_finish (MUSTER_SESSION (object), result);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Attempt *attempt = g_task_get_task_data (task);
  g_autoptr (MusterSession) session = NULL;
  GError *error = NULL;

  if (!muster_platform_open_finish (attempt->platform, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  session = muster_session_new (attempt->platform, attempt->journal,
                                muster_connection_get_name (attempt->connection),
                                muster_connection_get_user_name (attempt->connection));
  if (g_task_return_error_if_cancelled (task))
    muster_session_close_async (session, closed_cb, NULL);
  else
    g_task_return_pointer (task, g_steal_pointer (&session), g_object_unref);
}

/* Takes @task. */
static void
open_platform (GTask *task, MusterConnection *connection, const char *password)
{
  Attempt *attempt = g_task_get_task_data (task);
  GError  *error = NULL;

  attempt->platform = muster_connection_create_platform (connection, password, &error);
  if (attempt->platform != NULL)
    {
      muster_platform_open_async (attempt->platform, g_task_get_cancellable (task),
                                  opened_cb, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
sample_started_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (MusterConnection) connection = NULL;
  g_autofree char *address = NULL;
  GError          *error = NULL;

  address = muster_sample_platform_start_finish (MUSTER_SAMPLE_PLATFORM (object), result,
                                                 &error);
  if (address == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  connection = g_object_new (MUSTER_TYPE_CONNECTION, "kind", MUSTER_CONNECTION_KIND_SCIM,
                             "address", address, "user-name",
                             MUSTER_SAMPLE_PLATFORM_ACCOUNT, NULL);
  open_platform (g_steal_pointer (&task), connection, MUSTER_SAMPLE_PLATFORM_PASSWORD);
}

void
muster_sign_in_attempt_async (MusterConnection     *connection,
                              const char           *password,
                              MusterJournal        *journal,
                              MusterSamplePlatform *sample,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  GTask   *task = g_task_new (NULL, cancellable, callback, user_data);
  Attempt *attempt = g_new0 (Attempt, 1);

  g_task_set_source_tag (task, muster_sign_in_attempt_async);
  attempt->connection = g_object_ref (connection);
  attempt->journal = g_object_ref (journal);
  g_task_set_task_data (task, attempt, free_attempt);
  if (muster_sign_in_is_sample (connection))
    muster_sample_platform_start_async (sample, cancellable, sample_started_cb, task);
  else
    open_platform (task, connection, password);
}

MusterSession *
muster_sign_in_attempt_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
