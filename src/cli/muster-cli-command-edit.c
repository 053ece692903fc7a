/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-command.h"

#include <glib/gi18n.h>

#include "muster-cli-batch-view.h"
#include "muster-cli-change-resolver.h"
#include "muster-cli-consent.h"
#include "muster-cli-error.h"
#include "muster-cli-selection.h"
#include "muster-cli-submission.h"
#include "muster-cli-terminal.h"
#include "muster-planner.h"
#include "muster-report.h"

/* An edit on its way: check, sign in, look up, pick, plan, ask, submit. */
typedef struct
{
  MusterCliSession *session;    /* (not owned) */
  char            **entries;    /* (owned) (nullable): of a list of users */
  MusterJournal    *journal;    /* (owned) (nullable): none for a dry run */
  GPtrArray        *operations; /* (owned) (nullable): of MusterOperation */
  GPtrArray        *users;      /* (owned) (nullable): of MusterUser */
  guint             under_way;  /* what is asked at once: names and users */
  GError           *error;      /* (owned) (nullable): the first of these */
  MusterPlan       *plan;       /* (owned) (nullable) */
  gboolean          unreported; /* there is no report, and there should be */
} Edit;

static void
free_edit (gpointer data)
{
  Edit *edit = data;

  g_strfreev (edit->entries);
  g_clear_object (&edit->journal);
  g_clear_pointer (&edit->operations, g_ptr_array_unref);
  g_clear_pointer (&edit->users, g_ptr_array_unref);
  g_clear_error (&edit->error);
  g_clear_object (&edit->plan);
  g_free (edit);
}

static MusterCliExit
find_exit (const MusterOutcomeCounts *counts, gboolean unreported)
{
  if (counts->n[MUSTER_OUTCOME_PENDING] + counts->n[MUSTER_OUTCOME_UNKNOWN]
        + counts->n[MUSTER_OUTCOME_NOT_SENT]
      > 0)
    return MUSTER_CLI_EXIT_UNFINISHED;
  return !unreported
             && counts->n[MUSTER_OUTCOME_CHANGED] + counts->n[MUSTER_OUTCOME_ALREADY_SO]
                  == muster_outcome_counts_get_total (counts)
           ? MUSTER_CLI_EXIT_DONE
           : MUSTER_CLI_EXIT_NOT_ALL;
}

/* What was done is done: that it cannot be printed makes the exit status no other. */
static void
return_result (GTask *task, const char *batch)
{
  Edit               *edit = g_task_get_task_data (task);
  MusterOutcomeCounts counts;
  g_autoptr (GError) error = NULL;
  g_autofree char *text
    = muster_cli_batch_view_print_result (batch, edit->plan,
                                          edit->session->options->format);

  if (!muster_cli_terminal_print (text, &error))
    muster_cli_terminal_complain (error->message);
  muster_plan_count (edit->plan, &counts);
  g_task_return_int (task, find_exit (&counts, edit->unreported));
}

static void
submitted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Edit    *edit = g_task_get_task_data (task);
  gboolean reported;
  GError  *error = NULL;
  g_autoptr (MusterBatchInfo) info
    = muster_cli_submission_run_finish (result, &reported, &error);

  edit->unreported = !reported;

  if (info == NULL)
    g_task_return_error (task, error);
  else
    return_result (task, info->id);
}

static void
agreed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Edit   *edit = g_task_get_task_data (task);
  GError *error = NULL;

  if (!muster_cli_consent_ask_finish (result, &error))
    g_task_return_error (task, error);
  else
    muster_cli_submission_run_async (edit->session, edit->journal, edit->plan,
                                     edit->operations, submitted_cb,
                                     g_steal_pointer (&task));
}

static void
planned_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Edit                   *edit = g_task_get_task_data (task);
  const MusterCliOptions *options = edit->session->options;
  GError                 *error = NULL;

  edit->plan = muster_planner_plan_finish (result, &error);
  if (edit->plan == NULL)
    g_task_return_error (task, error);
  else if (options->dry_run)
    {
      muster_cli_consent_assume (options, edit->plan);
      muster_cli_command_return_text (task,
                                      muster_cli_batch_view_print_plan (edit->plan,
                                                                        options->format));
    }
  else if (muster_plan_get_n_rows (edit->plan) == 0)
    return_result (task, NULL);
  else
    muster_cli_consent_ask_async (edit->session, edit->plan, agreed_cb,
                                  g_steal_pointer (&task));
}

/* Takes @task: one of the two questions is answered. */
static void
plan_when_known (GTask *task, GError *error)
{
  Edit *edit = g_task_get_task_data (task);

  if (edit->error == NULL)
    edit->error = g_steal_pointer (&error);
  g_clear_error (&error);
  if (--edit->under_way == 0)
    {
      if (edit->error != NULL)
        g_task_return_error (task, g_steal_pointer (&edit->error));
      else
        muster_planner_plan_async (edit->session->platform, edit->users, edit->operations,
                                   edit->session->cancellable, planned_cb,
                                   g_object_ref (task));
    }
  g_object_unref (task);
}

static void
picked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Edit   *edit = g_task_get_task_data (user_data);
  GError *error = NULL;

  edit->users = muster_cli_selection_pick_finish (result, &error);
  plan_when_known (user_data, error);
}

static void
resolved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Edit   *edit = g_task_get_task_data (user_data);
  GError *error = NULL;

  edit->operations = muster_cli_change_resolver_resolve_finish (result, &error);
  plan_when_known (user_data, error);
}

static MusterFields
collect_fields (GPtrArray *changes)
{
  MusterFields fields = 0;

  for (guint i = 0; i < changes->len; i++)
    fields
      |= MUSTER_FIELDS_OF (((MusterCliChange *) g_ptr_array_index (changes, i))->field);
  return fields;
}

/* What the names mean and who is meant are two questions, asked at once. */
static void
ask (GTask *task)
{
  Edit *edit = g_task_get_task_data (task);

  edit->under_way = 2;
  muster_cli_change_resolver_resolve_async (edit->session, resolved_cb,
                                            g_object_ref (task));
  muster_cli_selection_pick_async (edit->session, (const char *const *) edit->entries,
                                   collect_fields (edit->session->options->changes),
                                   picked_cb, g_object_ref (task));
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Edit   *edit = g_task_get_task_data (task);
  GError *error = NULL;

  if (muster_cli_session_open_finish (edit->session, result, &error))
    ask (task);
  else
    g_task_return_error (task, error);
}

static void
journal_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Edit   *edit = g_task_get_task_data (task);
  GError *error = NULL;

  if (muster_journal_open_finish (MUSTER_JOURNAL (object), result, &error))
    muster_cli_session_open_async (edit->session, opened_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static gboolean
check_report (const char *path, GError **error)
{
  MusterReportFormat format;

  return path == NULL
         || (muster_report_find_format (path, &format, error)
             && muster_report_check_path (path, error));
}

/* All that can be found wrong before anybody signs in. */
static gboolean
check_locally (Edit *edit, GError **error)
{
  const MusterCliOptions *options = edit->session->options;
  GError                 *local = NULL;

  if (!options->dry_run && !options->yes && !muster_cli_terminal_can_ask ())
    {
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_NO_TERMINAL,
                   _ ("There is no terminal to ask on before users are changed: say "
                      "--yes, or look with --dry-run first. Nothing was sent."));
      return FALSE;
    }
  if (!check_report (options->report, error)
      || !muster_cli_change_resolver_check_local (options->changes, error))
    return FALSE;
  edit->entries = muster_cli_selection_read_entries (options, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static void
open_journal (GTask *task, Edit *edit)
{
  g_autofree char *path = muster_journal_build_default_path ();

  edit->journal = muster_journal_new (path);
  muster_journal_open_async (edit->journal, edit->session->cancellable, journal_opened_cb,
                             task);
}

void
muster_cli_command_edit_async (MusterCliSession   *session,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Edit   *edit = g_new0 (Edit, 1);
  GError *error = NULL;

  edit->session = session;
  g_task_set_source_tag (task, muster_cli_command_edit_async);
  g_task_set_task_data (task, edit, free_edit);
  if (!check_locally (edit, &error))
    g_task_return_error (task, error);
  else if (session->options->dry_run)
    muster_cli_session_open_async (session, opened_cb, g_steal_pointer (&task));
  else
    open_journal (g_steal_pointer (&task), edit);
}
