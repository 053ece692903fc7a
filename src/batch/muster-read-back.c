/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-read-back.h"

#include "muster-back-off.h"

#define MAX_FAILURES 6

typedef struct
{
  char         **ids; /* (owned) */
  guint          next;
  guint          asked; /* how many the call under way is about */
  MusterFields   fields;
  GHashTable    *users;    /* (owned): identifier (owned) → MusterUser (owned) */
  MusterBackOff *back_off; /* (owned) */
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_strfreev (reading->ids);
  g_clear_pointer (&reading->users, g_hash_table_unref);
  muster_back_off_free (reading->back_off);
  g_free (reading);
}

static void ask (GTask *task);

static gboolean
ask_again_cb (gpointer user_data)
{
  ask (g_object_ref (user_data));
  return G_SOURCE_REMOVE;
}

static void
ask_later (GTask *task, guint wait_ms)
{
  g_autoptr (GSource) source = g_timeout_source_new (wait_ms);

  g_source_set_callback (source, ask_again_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

static gboolean
may_pass (const GError *error)
{
  return g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_THROTTLED)
         || g_error_matches (error, MUSTER_PLATFORM_ERROR,
                             MUSTER_PLATFORM_ERROR_UNREACHABLE)
         || muster_platform_error_is_unsure (error);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) users
    = muster_platform_read_users_finish (MUSTER_PLATFORM (object), result, &error);

  if (users == NULL)
    {
      muster_back_off_fail (reading->back_off,
                            muster_platform_error_get_retry_at (error));
      if (may_pass (error)
          && muster_back_off_get_n_failures (reading->back_off) < MAX_FAILURES)
        ask_later (task, muster_back_off_get_wait_ms (reading->back_off));
      else
        g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  muster_back_off_succeed (reading->back_off);
  for (guint i = 0; i < users->len; i++)
    {
      MusterUser *user = g_ptr_array_index (users, i);

      g_hash_table_replace (reading->users, g_strdup (muster_user_get_id (user)),
                            g_object_ref (user));
    }
  reading->next += reading->asked;
  ask (g_steal_pointer (&task));
}

/* Takes over @task. */
static void
ask (GTask *task)
{
  Reading                *reading = g_task_get_task_data (task);
  MusterPlatform         *platform = g_task_get_source_object (task);
  guint                   most = muster_platform_get_capabilities (platform)->read_size;
  guint                   left = g_strv_length (reading->ids + reading->next);
  g_autofree const char **part = NULL;

  if (left == 0)
    {
      g_task_return_pointer (task, g_steal_pointer (&reading->users),
                             (GDestroyNotify) g_hash_table_unref);
      g_object_unref (task);
      return;
    }
  reading->asked = MIN (left, most);
  part = g_new0 (const char *, reading->asked + 1);
  for (guint i = 0; i < reading->asked; i++)
    part[i] = reading->ids[reading->next + i];
  muster_platform_read_users_async (platform, part, reading->fields, NULL, read_cb, task);
}

void
muster_read_back_async (MusterPlatform     *platform,
                        char              **ids,
                        MusterFields        fields,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask   *task = g_task_new (platform, NULL, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  g_task_set_source_tag (task, muster_read_back_async);
  reading->ids = g_strdupv (ids);
  reading->fields = fields;
  reading->users
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  reading->back_off = muster_back_off_new (NULL, NULL, NULL);
  g_task_set_task_data (task, reading, free_reading);
  ask (task);
}

GHashTable *
muster_read_back_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_read_back_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
