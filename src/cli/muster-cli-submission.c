/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-submission.h"

#include <glib/gi18n.h>

#include "muster-cli-progress.h"
#include "muster-cli-selection.h"
#include "muster-cli-terminal.h"
#include "muster-report.h"
#include "muster-runner.h"

typedef struct
{
  MusterCliSession  *session;  /* (not owned) */
  MusterJournal     *journal;  /* (owned) */
  MusterPlan        *plan;     /* (owned) */
  MusterBatchInfo   *info;     /* (owned) (nullable): once it is in the journal */
  MusterRunner      *runner;   /* (owned) (nullable) */
  MusterCliProgress *progress; /* (owned) (nullable) */
  gboolean           unreported;
} Submission;

static void
free_submission (gpointer data)
{
  Submission *self = data;

  g_clear_pointer (&self->progress, muster_cli_progress_free);
  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  g_clear_object (&self->runner);
  g_clear_pointer (&self->info, muster_batch_info_unref);
  g_object_unref (self->plan);
  g_object_unref (self->journal);
  g_free (self);
}

/* Users were changed all the same, and the journal can tell. */
static void
complain_of_report (Submission *self, const GError *error)
{
  /* Translators: a whole sentence that says why, and a batch. */
  g_autofree char *message
    = g_strdup_printf (_ (
                         "What was done was done, but there is no report: %s “muster-cli "
                         "show %s --format csv” prints it."),
                       error->message, self->info->id);

  muster_cli_terminal_complain (message);
}

static gboolean
write_report (Submission *self)
{
  const char        *path = self->session->options->report;
  MusterReportFormat format;
  g_autoptr (GBytes) report = NULL;
  g_autoptr (GError) error = NULL;

  if (muster_report_find_format (path, &format, &error))
    {
      report = muster_report_build (format, self->info, self->plan);
      if (muster_report_write (path, report, &error))
        return TRUE;
    }
  complain_of_report (self, error);
  return FALSE;
}

/* The journal's own account of the batch, for the report has times. */
static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission      *self = g_task_get_task_data (task);
  MusterBatchInfo *info = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPlan) plan
    = muster_journal_load_finish (MUSTER_JOURNAL (object), result, &info, &error);

  if (plan == NULL)
    muster_cli_terminal_complain (error->message);
  else
    {
      muster_batch_info_unref (self->info);
      self->info = info;
    }
  self->unreported = !write_report (self);
  g_task_return_pointer (task, muster_batch_info_ref (self->info),
                         (GDestroyNotify) muster_batch_info_unref);
}

static void
ran_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->progress, muster_cli_progress_free);
  if (!muster_runner_run_finish (MUSTER_RUNNER (object), result, &error))
    muster_cli_terminal_complain (error->message);
  if (self->session->options->report != NULL)
    muster_journal_load_async (self->journal, self->info->id, NULL, loaded_cb,
                               g_steal_pointer (&task));
  else
    g_task_return_pointer (task, muster_batch_info_ref (self->info),
                           (GDestroyNotify) muster_batch_info_unref);
}

static void
decided_cb (MusterRunner *runner, GParamSpec *spec, Submission *self)
{
  if (self->progress != NULL)
    muster_cli_progress_update (self->progress, muster_runner_get_n_decided (runner),
                                muster_runner_get_n_rows (runner));
}

static void
begun_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Submission       *self = g_task_get_task_data (task);
  MusterCliSession *session = self->session;
  GError           *error = NULL;

  self->info
    = muster_journal_begin_batch_finish (MUSTER_JOURNAL (object), result, &error);
  if (self->info == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->runner
    = muster_runner_new (session->platform, self->journal, self->info, self->plan);
  self->progress = muster_cli_progress_new (_ ("Changing users"));
  g_signal_connect (self->runner, "notify::n-decided", G_CALLBACK (decided_cb), self);
  muster_runner_run_async (self->runner, session->cancellable, ran_cb,
                           g_steal_pointer (&task));
}

/* (transfer full) */
static MusterBatchInfo *
describe_batch (MusterCliSession *session, GPtrArray *operations)
{
  MusterBatchInfo *info = muster_batch_info_new ();
  MusterUser      *account = muster_platform_get_account (session->platform);

  info->address = g_strdup (muster_platform_get_address (session->platform));
  info->account_id = g_strdup (account != NULL ? muster_user_get_id (account) : NULL);
  info->account = g_strdup (account != NULL ? muster_user_get_user_name (account)
                                            : session->options->account);
  info->selection = muster_cli_selection_describe (session->options);
  info->operations = g_ptr_array_ref (operations);
  return info;
}

void
muster_cli_submission_run_async (MusterCliSession   *session,
                                 MusterJournal      *journal,
                                 MusterPlan         *plan,
                                 GPtrArray          *operations,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask      *task = g_task_new (NULL, NULL, callback, user_data);
  Submission *self = g_new0 (Submission, 1);
  g_autoptr (MusterBatchInfo) info = describe_batch (session, operations);

  self->session = session;
  self->journal = g_object_ref (journal);
  self->plan = g_object_ref (plan);
  g_task_set_source_tag (task, muster_cli_submission_run_async);
  g_task_set_task_data (task, self, free_submission);
  muster_journal_begin_batch_async (journal, info, plan, begun_cb, task);
}

MusterBatchInfo *
muster_cli_submission_run_finish (GAsyncResult *result,
                                  gboolean     *reported,
                                  GError      **error)
{
  Submission *self = g_task_get_task_data (G_TASK (result));

  *reported = !self->unreported;
  return g_task_propagate_pointer (G_TASK (result), error);
}
