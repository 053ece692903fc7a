/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-submission.h"

#include <glib/gi18n.h>

#include "muster-decided-rows.h"
#include "muster-pace.h"
#include "muster-planner.h"
#include "muster-runner.h"
#include "muster-user-refresher.h"

#define TICK_MS 250

struct _MusterSubmission
{
  GObject parent_instance;

  MusterSession     *session;    /* (owned) */
  GPtrArray         *operations; /* (owned): of MusterOperation */
  MusterPlan        *plan;       /* (owned) */
  MusterDecidedRows *decided;    /* (owned) */

  MusterSubmissionState state;
  MusterBatchInfo      *info;        /* (owned) (nullable): once it is in the journal */
  MusterRunner         *runner;      /* (owned) (nullable): while it runs */
  GCancellable         *cancellable; /* (owned) */
  gboolean              starting;
  GError               *error; /* (owned) (nullable) */
  guint                 n_decided;
  MusterPace           *pace; /* (owned) */
  guint                 tick; /* source */
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_N_DECIDED,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterSubmission, muster_submission, G_TYPE_OBJECT)

static void
muster_submission_dispose (GObject *object)
{
  MusterSubmission *self = MUSTER_SUBMISSION (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->runner);
  g_clear_object (&self->decided);
  g_clear_object (&self->plan);
  g_clear_object (&self->session);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (muster_submission_parent_class)->dispose (object);
}

static void
muster_submission_finalize (GObject *object)
{
  MusterSubmission *self = MUSTER_SUBMISSION (object);

  g_clear_pointer (&self->operations, g_ptr_array_unref);
  g_clear_pointer (&self->info, muster_batch_info_unref);
  g_clear_pointer (&self->pace, muster_pace_free);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (muster_submission_parent_class)->finalize (object);
}

static void
muster_submission_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  MusterSubmission *self = MUSTER_SUBMISSION (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_N_DECIDED:
      g_value_set_uint (value, self->n_decided);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_submission_class_init (MusterSubmissionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = muster_submission_dispose;
  object_class->finalize = muster_submission_finalize;
  object_class->get_property = muster_submission_get_property;
  props[PROP_STATE]
    = g_param_spec_uint ("state", NULL, NULL, 0, MUSTER_SUBMISSION_ENDED, 0, flags);
  props[PROP_N_DECIDED]
    = g_param_spec_uint ("n-decided", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
muster_submission_init (MusterSubmission *self)
{
  self->cancellable = g_cancellable_new ();
  self->pace = muster_pace_new ();
}

static void
set_state (MusterSubmission *self, MusterSubmissionState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

/* @error: (transfer full) (nullable) */
static void
set_error (MusterSubmission *self, GError *error)
{
  if (self->error == NULL && error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static guint
count_decided (MusterSubmission *self)
{
  MusterOutcomeCounts counts;

  muster_plan_count (self->plan, &counts);
  return muster_plan_get_n_rows (self->plan) - counts.n[MUSTER_OUTCOME_PENDING];
}

static void
look (MusterSubmission *self)
{
  guint n_decided = count_decided (self);

  muster_pace_note (self->pace, g_get_monotonic_time (), n_decided);
  muster_decided_rows_look (self->decided);
  if (self->n_decided == n_decided)
    return;
  self->n_decided = n_decided;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_DECIDED]);
}

static gboolean
tick_cb (gpointer user_data)
{
  look (user_data);
  return G_SOURCE_CONTINUE;
}

typedef struct
{
  MusterEdit *edit;       /* (owned) */
  GPtrArray  *operations; /* (owned): of MusterOperation */
} Preparation;

static void
free_preparation (gpointer data)
{
  Preparation *preparation = data;

  g_object_unref (preparation->edit);
  g_ptr_array_unref (preparation->operations);
  g_free (preparation);
}

static MusterSubmission *
create_submission (Preparation *preparation, MusterPlan *plan)
{
  MusterSubmission *self = g_object_new (MUSTER_TYPE_SUBMISSION, NULL);

  self->session = g_object_ref (muster_edit_get_session (preparation->edit));
  self->operations = g_ptr_array_ref (preparation->operations);
  self->plan = g_object_ref (plan);
  self->decided = muster_decided_rows_new (plan);
  return self;
}

static void
planned_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (MusterPlan) plan = muster_planner_plan_finish (result, &error);

  if (plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, create_submission (g_task_get_task_data (task), plan),
                           g_object_unref);
}

static void
refreshed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Preparation  *preparation = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;
  g_autoptr (GPtrArray) users = muster_user_refresher_refresh_finish (result, &error);

  if (users == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  muster_picked_users_update (muster_edit_get_users (preparation->edit), users);
  muster_planner_plan_async (MUSTER_PLATFORM (object), users, preparation->operations,
                             cancellable, planned_cb, g_steal_pointer (&task));
}

void
muster_submission_prepare_async (MusterEdit         *edit,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask       *task = g_task_new (edit, cancellable, callback, user_data);
  Preparation *preparation = g_new0 (Preparation, 1);
  g_autoptr (GPtrArray) users = muster_picked_users_list (muster_edit_get_users (edit));

  g_task_set_source_tag (task, muster_submission_prepare_async);
  preparation->edit = g_object_ref (edit);
  preparation->operations
    = muster_change_set_get_operations (muster_edit_get_change_set (edit));
  g_task_set_task_data (task, preparation, free_preparation);
  muster_user_refresher_refresh_async (muster_session_get_platform (
                                         muster_edit_get_session (edit)),
                                       users, cancellable, refreshed_cb, task);
}

MusterSubmission *
muster_submission_prepare_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  muster_submission_prepare_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

MusterSession *
muster_submission_get_session (MusterSubmission *self)
{
  return self->session;
}

MusterPlan *
muster_submission_get_plan (MusterSubmission *self)
{
  return self->plan;
}

MusterSubmissionState
muster_submission_get_state (MusterSubmission *self)
{
  return self->state;
}

const GError *
muster_submission_get_error (MusterSubmission *self)
{
  return self->error;
}

const char *
muster_submission_get_batch (MusterSubmission *self)
{
  return self->info != NULL ? self->info->id : NULL;
}

GPtrArray *
muster_submission_get_operations (MusterSubmission *self)
{
  return self->operations;
}

guint
muster_submission_count_guarded (MusterSubmission *self, MusterGuards guards)
{
  return muster_planner_count_guarded (self->plan, guards);
}

/* (transfer full) */
static MusterBatchInfo *
describe_batch (MusterSubmission *self)
{
  MusterBatchInfo *info = muster_batch_info_new ();
  guint            n_users = muster_plan_get_n_rows (self->plan);

  info->address = g_strdup (
    muster_platform_get_address (muster_session_get_platform (self->session)));
  info->account_id = g_strdup (muster_session_get_account_id (self->session));
  info->account = g_strdup (muster_session_get_user_name (self->session));
  info->selection
    = g_strdup_printf (ngettext ("%u picked user", "%u picked users", n_users), n_users);
  info->operations = g_ptr_array_ref (self->operations);
  return info;
}

static void
ran_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSubmission) self = user_data;
  GError *error = NULL;

  muster_runner_run_finish (MUSTER_RUNNER (object), result, &error);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->runner);
  look (self);
  set_error (self, error);
  set_state (self, MUSTER_SUBMISSION_ENDED);
}

/* Whoever was left out for want of a consent may be asked about again. */
static void
forget_consent (MusterSubmission *self)
{
  for (guint i = 0; i < muster_plan_get_n_rows (self->plan); i++)
    {
      MusterPlanRow *row = muster_plan_get_row (self->plan, i);

      if (muster_plan_row_get_guards (row) != MUSTER_GUARD_NONE
          && muster_plan_row_get_outcome (row) == MUSTER_OUTCOME_REJECTED)
        muster_plan_row_decide (row, MUSTER_OUTCOME_PENDING, NULL, NULL);
    }
}

static void
begun_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSubmission) self = user_data;
  GError *error = NULL;

  self->starting = FALSE;
  self->info
    = muster_journal_begin_batch_finish (MUSTER_JOURNAL (object), result, &error);
  if (self->info == NULL)
    {
      forget_consent (self);
      set_error (self, error);
      return;
    }
  self->runner = muster_runner_new (muster_session_get_platform (self->session),
                                    MUSTER_JOURNAL (object), self->info, self->plan);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  look (self);
  set_state (self, MUSTER_SUBMISSION_RUNNING);
  muster_runner_run_async (self->runner, self->cancellable, ran_cb, g_object_ref (self));
}

void
muster_submission_start (MusterSubmission *self, MusterGuards consent)
{
  g_autoptr (MusterBatchInfo) info = NULL;

  g_return_if_fail (self->state == MUSTER_SUBMISSION_PREPARED);

  if (self->starting)
    return;
  self->starting = TRUE;
  set_error (self, NULL);
  muster_planner_apply_consent (self->plan, consent);
  info = describe_batch (self);
  muster_journal_begin_batch_async (muster_session_get_journal (self->session), info,
                                    self->plan, begun_cb, g_object_ref (self));
}

void
muster_submission_cancel (MusterSubmission *self)
{
  if (self->state == MUSTER_SUBMISSION_RUNNING)
    set_state (self, MUSTER_SUBMISSION_CANCELLING);
  if (self->starting || self->state == MUSTER_SUBMISSION_CANCELLING)
    g_cancellable_cancel (self->cancellable);
}

guint
muster_submission_get_n_decided (MusterSubmission *self)
{
  return self->n_decided;
}

guint
muster_submission_get_n_rows (MusterSubmission *self)
{
  return muster_plan_get_n_rows (self->plan);
}

void
muster_submission_count (MusterSubmission *self, MusterOutcomeCounts *counts)
{
  muster_plan_count (self->plan, counts);
}

double
muster_submission_get_rate (MusterSubmission *self)
{
  return muster_pace_get_rate (self->pace);
}

double
muster_submission_get_seconds_left (MusterSubmission *self)
{
  double rate = muster_submission_get_rate (self);

  if (rate <= 0)
    return -1;
  return (muster_submission_get_n_rows (self) - self->n_decided) / rate;
}

GListModel *
muster_submission_get_decided (MusterSubmission *self)
{
  return G_LIST_MODEL (self->decided);
}
