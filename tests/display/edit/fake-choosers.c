/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "fake-choosers.h"

FakeChoosers fake_choosers;

void
fake_choosers_reset (void)
{
  g_clear_pointer (&fake_choosers.users, g_ptr_array_unref);
  g_clear_object (&fake_choosers.resource);
  g_clear_pointer (&fake_choosers.executive, muster_reference_unref);
  fake_choosers = (FakeChoosers){ 0 };
}

static void
answer (GtkWindow          *parent,
        guint               n_known,
        gpointer            chosen,
        GDestroyNotify      destroy,
        GAsyncReadyCallback callback,
        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  fake_choosers.n_calls++;
  fake_choosers.parent = parent;
  fake_choosers.n_known = n_known;
  if (chosen != NULL)
    g_task_return_pointer (task, chosen, destroy);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Left");
}

void
muster_user_chooser_choose_async (GtkWindow          *parent,
                                  MusterSession      *session,
                                  GListModel         *already,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  answer (parent, g_list_model_get_n_items (already),
          fake_choosers.users != NULL ? g_ptr_array_ref (fake_choosers.users) : NULL,
          (GDestroyNotify) g_ptr_array_unref, callback, user_data);
}

GPtrArray *
muster_user_chooser_choose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
muster_account_executive_chooser_choose_async (GtkWindow          *parent,
                                               MusterSession      *session,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data)
{
  answer (parent, 0,
          fake_choosers.executive != NULL ? muster_reference_ref (fake_choosers.executive)
                                          : NULL,
          (GDestroyNotify) muster_reference_unref, callback, user_data);
}

MusterReference *
muster_account_executive_chooser_choose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
muster_resource_chooser_choose_async (GtkWindow          *parent,
                                      MusterSession      *session,
                                      MusterResourceKind  kind,
                                      gboolean            multiple,
                                      GPtrArray          *chosen,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  GPtrArray *resources = NULL;

  fake_choosers.kind = kind;
  if (fake_choosers.resource != NULL)
    {
      resources = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (resources, g_object_ref (fake_choosers.resource));
    }
  answer (parent, chosen != NULL ? chosen->len : 0, resources,
          (GDestroyNotify) g_ptr_array_unref, callback, user_data);
}

GPtrArray *
muster_resource_chooser_choose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
