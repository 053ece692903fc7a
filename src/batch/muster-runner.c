/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-runner.h"

#include <glib/gi18n.h>

#include "muster-flight.h"
#include "muster-run-pace.h"
#include "muster-run-queue.h"
#include "muster-transport-choice.h"

struct _MusterRunner
{
  GObject parent_instance;

  MusterPlatform  *platform; /* (owned) */
  MusterJournal   *journal;  /* (owned) */
  MusterBatchInfo *info;     /* (owned) */
  MusterPlan      *plan;     /* (owned) */

  MusterRunQueue        queue;
  MusterRunPace         pace;
  MusterTransportChoice choice;
  guint                 n_flights;
  guint                 n_decided;
  GSource              *wake_up; /* (owned) (nullable) */

  GTask   *task;  /* (owned) (nullable): the run, while it is one */
  GError  *error; /* (owned) (nullable): what stopped it */
  gulong   cancelled_id;
  gboolean cancelled;
};

enum
{
  PROP_0,
  PROP_N_DECIDED,
  PROP_N_ROWS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterRunner, muster_runner, G_TYPE_OBJECT)

static void
muster_runner_finalize (GObject *object)
{
  MusterRunner *self = MUSTER_RUNNER (object);

  muster_run_queue_clear (&self->queue);
  muster_run_pace_clear (&self->pace);
  g_clear_object (&self->platform);
  g_clear_object (&self->journal);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->info, muster_batch_info_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (muster_runner_parent_class)->finalize (object);
}

static void
muster_runner_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  MusterRunner *self = MUSTER_RUNNER (object);

  switch (prop_id)
    {
    case PROP_N_DECIDED:
      g_value_set_uint (value, self->n_decided);
      break;
    case PROP_N_ROWS:
      g_value_set_uint (value, muster_runner_get_n_rows (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_runner_class_init (MusterRunnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = muster_runner_finalize;
  object_class->get_property = muster_runner_get_property;
  props[PROP_N_DECIDED]
    = g_param_spec_uint ("n-decided", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
muster_runner_init (MusterRunner *self)
{
  muster_run_queue_init (&self->queue);
}

MusterRunner *
muster_runner_new (MusterPlatform  *platform,
                   MusterJournal   *journal,
                   MusterBatchInfo *info,
                   MusterPlan      *plan)
{
  MusterCapabilities *capabilities = muster_platform_get_capabilities (platform);
  MusterRunner       *self = g_object_new (MUSTER_TYPE_RUNNER, NULL);

  self->platform = g_object_ref (platform);
  self->journal = g_object_ref (journal);
  self->info = muster_batch_info_ref (info);
  self->plan = g_object_ref (plan);
  muster_run_pace_init (&self->pace, capabilities->parallel);
  muster_transport_choice_init (&self->choice, capabilities->transports->len);
  self->n_decided = muster_run_queue_fill (&self->queue, plan);
  return self;
}

guint
muster_runner_get_n_decided (MusterRunner *self)
{
  return self->n_decided;
}

guint
muster_runner_get_n_rows (MusterRunner *self)
{
  return muster_plan_get_n_rows (self->plan);
}

static void
set_n_decided (MusterRunner *self, guint n_decided)
{
  if (self->n_decided == n_decided)
    return;
  self->n_decided = n_decided;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_DECIDED]);
}

static void
stop_waking_up (MusterRunner *self)
{
  if (self->wake_up != NULL)
    g_source_destroy (self->wake_up);
  g_clear_pointer (&self->wake_up, g_source_unref);
}

/* Takes over @self->task. */
static void
return_result (MusterRunner *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
ended_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRunner) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!muster_journal_end_batch_finish (MUSTER_JOURNAL (object), result, &error)
      && self->error == NULL)
    self->error = g_steal_pointer (&error);
  return_result (self);
}

static void
end_batch (MusterRunner *self, MusterBatchState state)
{
  muster_journal_end_batch_async (self->journal, self->info->id, state, ended_cb,
                                  g_object_ref (self));
}

static void
rest_noted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterRunner) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!muster_journal_note_outcomes_finish (MUSTER_JOURNAL (object), result, &error)
      && self->error == NULL)
    self->error = g_steal_pointer (&error);
  end_batch (self, MUSTER_BATCH_STOPPED);
}

static const char *
explain_rest (MusterRunner *self)
{
  if (self->error != NULL)
    return self->error->message;
  return _ ("It was cancelled before this user's turn.");
}

static void
end_run (MusterRunner *self)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  stop_waking_up (self);
  if (self->cancelled_id != 0)
    g_signal_handler_disconnect (g_task_get_cancellable (self->task), self->cancelled_id);
  self->cancelled_id = 0;
  muster_run_queue_leave_unsent (&self->queue, explain_rest (self), positions);
  if (positions->len == 0)
    {
      end_batch (self,
                 self->error == NULL ? MUSTER_BATCH_FINISHED : MUSTER_BATCH_STOPPED);
      return;
    }
  set_n_decided (self, self->n_decided + positions->len);
  muster_journal_note_outcomes_async (self->journal, self->info->id, self->plan,
                                      positions, rest_noted_cb, g_object_ref (self));
}

static void pump (MusterRunner *self);

static gboolean
wake_up_cb (gpointer user_data)
{
  MusterRunner *self = user_data;

  stop_waking_up (self);
  pump (self);
  return G_SOURCE_REMOVE;
}

static void
wake_up_later (MusterRunner *self, guint wait_ms)
{
  if (self->wake_up != NULL)
    return;
  self->wake_up = g_timeout_source_new (wait_ms);
  g_source_set_callback (self->wake_up, wake_up_cb, self, NULL);
  g_source_attach (self->wake_up, g_main_context_get_thread_default ());
}

/* A flight with what the run must know of it when it lands. */
typedef struct
{
  MusterRunner *runner; /* (owned) */
  guint         transport;
  guint         n_items;
  gboolean      guarded;
  guint         n_failures; /* of the run, when it left */
} Departure;

static void
stop_with (MusterRunner *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

/* A chunk that is too large for one user alone cannot be made smaller. */
static void
shrink (MusterRunner *self, guint n_items, MusterFlightResult *result)
{
  if (!muster_run_pace_shrink (&self->pace, n_items))
    stop_with (self, g_steal_pointer (&result->error));
}

static void
landed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Departure *departure = user_data;
  g_autoptr (MusterRunner) self = departure->runner;
  g_autoptr (MusterFlightResult) landed = muster_flight_run_finish (result);

  self->n_flights--;
  muster_transport_choice_learn (&self->choice, departure->transport, landed);
  muster_run_pace_adapt (&self->pace, landed, departure->n_failures);
  muster_run_queue_return (&self->queue, landed->again, departure->guarded);
  if (landed->end == MUSTER_FLIGHT_TOO_LARGE)
    shrink (self, departure->n_items, landed);
  else if (landed->end == MUSTER_FLIGHT_FATAL
           || muster_run_pace_is_hopeless (&self->pace))
    {
      if (landed->error != NULL)
        stop_with (self, g_steal_pointer (&landed->error));
      else
        stop_with (self, g_error_new_literal (MUSTER_PLATFORM_ERROR,
                                              MUSTER_PLATFORM_ERROR_THROTTLED,
                                              _ ("The platform took no more: it said "
                                                 "again and again to try later.")));
    }
  set_n_decided (self, self->n_decided + landed->n_decided);
  g_free (departure);
  pump (self);
}

static guint
find_chunk_size (MusterRunner *self, guint transport)
{
  MusterCapabilities *capabilities = muster_platform_get_capabilities (self->platform);
  guint               most
    = g_array_index (capabilities->transports, MusterTransport, transport).max_writes;

  if (muster_transport_choice_is_doubtful (&self->choice))
    return 1;
  return muster_run_pace_get_chunk (&self->pace, self->queue.items.length, most);
}

static void
depart (MusterRunner *self, GQueue *queue, guint transport, guint size)
{
  GPtrArray *items = muster_run_queue_take (queue, size);
  Departure *departure = g_new0 (Departure, 1);

  departure->runner = g_object_ref (self);
  departure->transport = transport;
  departure->n_items = items->len;
  departure->guarded = queue == &self->queue.guarded;
  departure->n_failures = muster_back_off_get_n_failures (self->pace.back_off);
  self->n_flights++;
  muster_flight_run_async (self->platform, self->journal, self->info->id, self->plan,
                           items, transport,
                           muster_transport_choice_is_doubtful (&self->choice)
                             && transport
                                  != muster_transport_choice_get_plainest (&self->choice),
                           landed_cb, departure);
  g_ptr_array_unref (items);
}

/* Who is doubted goes one by one, alone. */
static gboolean
depart_next (MusterRunner *self)
{
  MusterRunItem *next = g_queue_peek_head (&self->queue.items);
  guint          plainest = muster_transport_choice_get_plainest (&self->choice);
  gboolean       doubtful = muster_transport_choice_is_doubtful (&self->choice);

  if (next == NULL)
    {
      if (self->queue.guarded.length == 0 || self->n_flights > 0)
        return FALSE;
      depart (self, &self->queue.guarded, plainest, 1);
      return TRUE;
    }
  if (self->n_flights >= (doubtful ? 1 : self->pace.max_flights))
    return FALSE;
  if (next->one_by_one)
    depart (self, &self->queue.items, plainest, 1);
  else
    depart (self, &self->queue.items, self->choice.current,
            find_chunk_size (self, self->choice.current));
  return TRUE;
}

static void
pump (MusterRunner *self)
{
  gboolean ending = self->error != NULL || self->cancelled;
  guint    wait_ms;

  if (self->task == NULL)
    return;
  if (ending || muster_run_queue_is_empty (&self->queue))
    {
      if (self->n_flights == 0)
        end_run (self);
      return;
    }
  wait_ms = muster_back_off_get_wait_ms (self->pace.back_off);
  if (wait_ms > 0)
    {
      wake_up_later (self, wait_ms);
      return;
    }
  while (depart_next (self))
    continue;
}

static void
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  MusterRunner *self = user_data;

  self->cancelled = TRUE;
  stop_waking_up (self);
  wake_up_later (self, 0);
}

void
muster_runner_run_async (MusterRunner       *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (MUSTER_IS_RUNNER (self));
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, muster_runner_run_async);
  g_task_set_check_cancellable (self->task, FALSE);
  if (cancellable != NULL)
    {
      self->cancelled = g_cancellable_is_cancelled (cancellable);
      self->cancelled_id
        = g_signal_connect (cancellable, "cancelled", G_CALLBACK (cancelled_cb), self);
    }
  pump (self);
}

gboolean
muster_runner_run_finish (MusterRunner *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_runner_run_async),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
