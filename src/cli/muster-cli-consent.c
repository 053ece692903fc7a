/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-consent.h"

#include <glib/gi18n.h>

#include "muster-cli-error.h"
#include "muster-cli-plan-view.h"
#include "muster-cli-prompt.h"
#include "muster-cli-terminal.h"
#include "muster-planner.h"

static const struct
{
  MusterGuards guard;
  const char  *question;
} questions[] = {
  { MUSTER_GUARD_OWN_ACCOUNT, N_ ("Your own account is among the users, and this flags "
                                  "or disables it. Change it too?") },
  { MUSTER_GUARD_LAST_ADMINISTRATOR,
    N_ ("This leaves no administrator who could undo it. Change the last one too?") },
};

typedef struct
{
  MusterCliSession *session; /* (not owned) */
  MusterPlan       *plan;    /* (owned) */
  guint             next;    /* position in questions */
  MusterGuards      consent;
  MusterGuards      refused;
} Asking;

static void
free_asking (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->plan);
  g_free (asking);
}

static MusterGuards
find_given (const MusterCliOptions *options)
{
  return options->include_own_account ? MUSTER_GUARD_OWN_ACCOUNT : MUSTER_GUARD_NONE;
}

void
muster_cli_consent_assume (const MusterCliOptions *options, MusterPlan *plan)
{
  muster_planner_apply_consent (plan, find_given (options));
}

static void
agreed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (muster_cli_prompt_ask_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Whether to go on at all; nothing is asked where nothing would be sent. */
static void
ask_to_go_on (GTask *task)
{
  Asking             *asking = g_task_get_task_data (task);
  MusterCliSession   *session = asking->session;
  MusterOutcomeCounts counts;
  g_autofree char    *sum = NULL;
  g_autofree char    *question = NULL;

  muster_plan_count (asking->plan, &counts);
  if (session->options->yes || counts.n[MUSTER_OUTCOME_PENDING] == 0)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  sum = muster_cli_plan_view_describe (&counts, TRUE);
  /* Translators: "3 users: 3 would change." */
  question = g_strdup_printf (_ ("%s Go on?"), sum);
  muster_cli_prompt_ask_async (question, session->cancellable, agreed_cb, task);
}

static void ask_next (GTask *task);

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask  *task = user_data;
  Asking *asking = g_task_get_task_data (task);
  GError *error = NULL;

  if (muster_cli_prompt_ask_finish (result, &error))
    asking->consent |= questions[asking->next].guard;
  else if (!g_error_matches (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_DECLINED))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  else
    asking->refused |= questions[asking->next].guard;
  g_clear_error (&error);
  asking->next++;
  ask_next (task);
}

/* Whether the answer decides about a row that no earlier answer ruled out. */
static gboolean
matters (Asking *asking, MusterGuards guard)
{
  if ((asking->consent & guard) != 0)
    return FALSE;
  for (guint i = 0; i < muster_plan_get_n_rows (asking->plan); i++)
    {
      MusterGuards guards
        = muster_plan_row_get_guards (muster_plan_get_row (asking->plan, i));

      if ((guards & guard) != 0 && (guards & asking->refused) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
ask_next (GTask *task)
{
  Asking *asking = g_task_get_task_data (task);

  while (asking->next < G_N_ELEMENTS (questions)
         && !matters (asking, questions[asking->next].guard))
    asking->next++;
  if (asking->next < G_N_ELEMENTS (questions))
    {
      muster_cli_prompt_ask_async (_ (questions[asking->next].question),
                                   asking->session->cancellable, answered_cb, task);
      return;
    }
  muster_planner_apply_consent (asking->plan, asking->consent);
  ask_to_go_on (task);
}

void
muster_cli_consent_ask_async (MusterCliSession   *session,
                              MusterPlan         *plan,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask  *task = g_task_new (NULL, session->cancellable, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);

  asking->session = session;
  asking->plan = g_object_ref (plan);
  g_task_set_source_tag (task, muster_cli_consent_ask_async);
  g_task_set_task_data (task, asking, free_asking);
  asking->consent = find_given (session->options);
  if (muster_cli_terminal_can_ask ())
    {
      ask_next (task);
      return;
    }
  muster_cli_consent_assume (session->options, plan);
  ask_to_go_on (task);
}

gboolean
muster_cli_consent_ask_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
