/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-command.h"

#include "muster-cli-batch-view.h"
#include "muster-journal.h"

static MusterJournal *
create_journal (void)
{
  g_autofree char *path = muster_journal_build_default_path ();

  return muster_journal_new (path);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterCliSession *session = g_task_get_task_data (task);
  GError           *error = NULL;
  g_autoptr (GPtrArray) batches
    = muster_journal_list_finish (MUSTER_JOURNAL (object), result, &error);

  if (batches == NULL)
    g_task_return_error (task, error);
  else
    muster_cli_command_return_text (task,
                                    muster_cli_batch_view_print_history (batches,
                                                                         session->options
                                                                           ->format));
}

void
muster_cli_command_history_async (MusterCliSession   *session,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (MusterJournal) journal = create_journal ();

  g_task_set_source_tag (task, muster_cli_command_history_async);
  g_task_set_task_data (task, session, NULL);
  muster_journal_list_async (journal, session->cancellable, listed_cb, task);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterCliSession *session = g_task_get_task_data (task);
  GError           *error = NULL;
  g_autoptr (MusterBatchInfo) info = NULL;
  g_autoptr (MusterPlan) plan
    = muster_journal_load_finish (MUSTER_JOURNAL (object), result, &info, &error);

  if (plan == NULL)
    g_task_return_error (task, error);
  else
    muster_cli_command_return_text (task,
                                    muster_cli_batch_view_print_batch (info, plan,
                                                                       session->options
                                                                         ->format));
}

void
muster_cli_command_show_async (MusterCliSession   *session,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (MusterJournal) journal = create_journal ();

  g_task_set_source_tag (task, muster_cli_command_show_async);
  g_task_set_task_data (task, session, NULL);
  muster_journal_load_async (journal, session->options->batch, session->cancellable,
                             loaded_cb, task);
}
