/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-change-resolver.h"

#include "muster-name-resolver.h"

typedef struct
{
  MusterCliSession *session;    /* (not owned) */
  GPtrArray        *operations; /* (owned): of MusterOperation, those looked up so far */
} Resolving;

static void
free_resolving (gpointer data)
{
  Resolving *resolving = data;

  g_ptr_array_unref (resolving->operations);
  g_free (resolving);
}

gboolean
muster_cli_change_resolver_check_local (GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      MusterCliChange *change = g_ptr_array_index (changes, i);
      g_autoptr (MusterReference) value = NULL;
      g_autoptr (GError) local = NULL;

      if (!muster_cli_change_has_name (change))
        continue;
      value = muster_name_resolver_resolve_local (change->field, change->name, &local);
      if (value == NULL && local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}

static void look_up_next (GTask *task);

static void
take_value (GTask *task, MusterReference *value)
{
  Resolving *resolving = g_task_get_task_data (task);
  GPtrArray *changes = resolving->session->options->changes;

  g_ptr_array_add (resolving->operations,
                   muster_cli_change_to_operation (g_ptr_array_index (changes,
                                                                      resolving
                                                                        ->operations
                                                                        ->len),
                                                   value));
}

static void
resolved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask  *task = user_data;
  GError *error = NULL;
  g_autoptr (MusterReference) value
    = muster_name_resolver_resolve_finish (result, &error);

  if (value == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  take_value (task, value);
  look_up_next (task);
}

static void
finish_all (GTask *task)
{
  Resolving *resolving = g_task_get_task_data (task);
  GError    *error = NULL;

  if (muster_cli_changes_check_resolved (resolving->session->options->changes,
                                         resolving->operations, &error))
    g_task_return_pointer (task, g_ptr_array_ref (resolving->operations),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

static void
look_up_next (GTask *task)
{
  Resolving        *resolving = g_task_get_task_data (task);
  MusterCliSession *session = resolving->session;
  GPtrArray        *changes = session->options->changes;

  while (resolving->operations->len < changes->len)
    {
      MusterCliChange *change = g_ptr_array_index (changes, resolving->operations->len);

      if (muster_cli_change_has_name (change))
        {
          muster_name_resolver_resolve_async (session->platform, change->field,
                                              change->name, session->cancellable,
                                              resolved_cb, task);
          return;
        }
      take_value (task, NULL);
    }
  finish_all (task);
}

void
muster_cli_change_resolver_resolve_async (MusterCliSession   *session,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  GTask     *task = g_task_new (NULL, session->cancellable, callback, user_data);
  Resolving *resolving = g_new0 (Resolving, 1);

  resolving->session = session;
  resolving->operations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);
  g_task_set_source_tag (task, muster_cli_change_resolver_resolve_async);
  g_task_set_task_data (task, resolving, free_resolving);
  look_up_next (task);
}

GPtrArray *
muster_cli_change_resolver_resolve_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
