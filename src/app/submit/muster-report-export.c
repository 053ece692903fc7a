/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-report-export.h"

#include <glib/gi18n.h>

#include "muster-report.h"

typedef struct
{
  char              *path; /* (owned) */
  MusterReportFormat format;
  MusterBatchInfo   *info; /* (owned) (nullable): once it is loaded */
  MusterPlan        *plan; /* (owned) (nullable): the same */
} Export;

static void
free_export (gpointer data)
{
  Export *export = data;

  g_free (export->path);
  g_clear_pointer (&export->info, muster_batch_info_unref);
  g_clear_object (&export->plan);
  g_free (export);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;
  g_autoptr (GBytes) report
    = muster_report_build (export->format, export->info, export->plan);

  if (muster_report_write (export->path, report, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Export *export = g_task_get_task_data (task);
  GError *error = NULL;

  export->plan
    = muster_journal_load_finish (MUSTER_JOURNAL (object), result, &export->info, &error);
  if (export->plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, write_in_thread);
}

void
muster_report_export_async (MusterJournal      *journal,
                            const char         *batch,
                            GFile              *file,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Export *export = g_new0 (Export, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, muster_report_export_async);
  g_task_set_task_data (task, export, free_export);
  export->path = g_file_get_path (file);
  if (export->path == NULL)
    g_task_return_new_error (task, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_REPORT,
                             _ ("A report can only be written to a folder of this "
                                "computer. Choose another place."));
  else if (!muster_report_find_format (export->path, &export->format, &error))
    g_task_return_error (task, error);
  else
    muster_journal_load_async (journal, batch, cancellable, loaded_cb,
                               g_steal_pointer (&task));
}

gboolean
muster_report_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_report_export_async),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
