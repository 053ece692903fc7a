/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-runner.h"

#include <glib/gi18n.h>

#include "muster-flight.h"
#include "muster-transport-choice.h"

#define MAX_FLIGHTS 8
#define MIN_CHUNK 200
#define MAX_FAILURES 10

struct _MusterRunner
{
  GObject parent_instance;

  MusterPlatform  *platform; /* (owned) */
  MusterJournal   *journal;  /* (owned) */
  MusterBatchInfo *info;     /* (owned) */
  MusterPlan      *plan;     /* (owned) */

  GQueue                items;   /* of MusterRunItem (owned): to be written */
  GQueue                guarded; /* of MusterRunItem (owned): last, one at a time */
  MusterTransportChoice choice;
  MusterBackOff        *back_off; /* (owned) */
  guint                 max_chunk;
  guint                 max_flights;
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
free_item (gpointer item)
{
  muster_run_item_free (item);
}

static void
muster_runner_finalize (GObject *object)
{
  MusterRunner *self = MUSTER_RUNNER (object);

  g_queue_clear_full (&self->items, free_item);
  g_queue_clear_full (&self->guarded, free_item);
  g_clear_object (&self->platform);
  g_clear_object (&self->journal);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->info, muster_batch_info_unref);
  g_clear_pointer (&self->back_off, muster_back_off_free);
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
  g_queue_init (&self->items);
  g_queue_init (&self->guarded);
}

/* One's own account comes after all others: nothing may be possible any more then. */
static void
queue_row (MusterRunner *self, MusterPlanRow *row, guint position)
{
  MusterGuards   guards = muster_plan_row_get_guards (row);
  MusterRunItem *item = muster_run_item_new (row, position);

  if (guards == MUSTER_GUARD_NONE)
    g_queue_push_tail (&self->items, item);
  else if ((guards & MUSTER_GUARD_OWN_ACCOUNT) != 0)
    g_queue_push_tail (&self->guarded, item);
  else
    g_queue_push_head (&self->guarded, item);
}

/* Rows that are decided from the start count as such; the others queue up. */
static void
queue_rows (MusterRunner *self)
{
  for (guint i = 0; i < muster_plan_get_n_rows (self->plan); i++)
    {
      MusterPlanRow *row = muster_plan_get_row (self->plan, i);

      if (muster_plan_row_get_outcome (row) == MUSTER_OUTCOME_PENDING)
        queue_row (self, row, i);
      else
        self->n_decided++;
    }
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
  self->back_off = muster_back_off_new (NULL, NULL, NULL);
  self->max_flights = CLAMP (capabilities->parallel, 1u, MAX_FLIGHTS);
  self->max_chunk = G_MAXUINT;
  muster_transport_choice_init (&self->choice, capabilities->transports->len);
  queue_rows (self);
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

/* What is not sent any more: nothing of it, unless an earlier write of the same row took
 * effect. */
static void
leave_unsent (MusterRunner *self, GQueue *items, GArray *positions)
{
  MusterRunItem *item;

  while ((item = g_queue_pop_head (items)) != NULL)
    {
      GPtrArray *all = muster_plan_row_get_operations (item->row);
      gboolean   has_part = item->later == NULL && item->operations->len < all->len;

      muster_plan_row_decide (item->row,
                              has_part ? MUSTER_OUTCOME_PARTLY_CHANGED
                                       : MUSTER_OUTCOME_NOT_SENT,
                              explain_rest (self), NULL);
      g_array_append_val (positions, item->position);
      muster_run_item_free (item);
    }
}

static void
end_run (MusterRunner *self)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  stop_waking_up (self);
  if (self->cancelled_id != 0)
    g_signal_handler_disconnect (g_task_get_cancellable (self->task), self->cancelled_id);
  self->cancelled_id = 0;
  leave_unsent (self, &self->items, positions);
  leave_unsent (self, &self->guarded, positions);
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

/* What was under way together fails together: that is one failure, and the first to land
 * tells of it. Says whether this one does. */
static gboolean
count_failure (MusterRunner *self, Departure *departure, const MusterFlightResult *result)
{
  if (departure->n_failures == muster_back_off_get_n_failures (self->back_off))
    {
      muster_back_off_fail (self->back_off, result->retry_at);
      return TRUE;
    }
  muster_back_off_hold (self->back_off, result->retry_at);
  return FALSE;
}

/* Room grows by one while it goes well, and halves when the platform is asked too much.
 */
static void
adapt (MusterRunner *self, Departure *departure, const MusterFlightResult *result)
{
  switch (result->end)
    {
    case MUSTER_FLIGHT_LANDED:
      self->max_flights = MIN (self->max_flights + 1, MAX_FLIGHTS);
      muster_back_off_succeed (self->back_off);
      break;
    case MUSTER_FLIGHT_THROTTLED:
      if (count_failure (self, departure, result))
        self->max_flights = MAX (self->max_flights / 2, 1u);
      if (result->n_decided > 0)
        muster_back_off_succeed (self->back_off);
      break;
    case MUSTER_FLIGHT_FAILED:
      count_failure (self, departure, result);
      break;
    default:
      break;
    }
}

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
  if (n_items > 1)
    self->max_chunk = MIN (self->max_chunk, n_items / 2);
  else
    stop_with (self, g_steal_pointer (&result->error));
}

static void
requeue (MusterRunner *self, Departure *departure, GPtrArray *again)
{
  GQueue *queue = departure->guarded ? &self->guarded : &self->items;

  g_ptr_array_set_free_func (again, NULL);
  for (guint i = 0; i < again->len; i++)
    {
      MusterRunItem *item = g_ptr_array_index (again, i);

      if (item->one_by_one || departure->guarded)
        g_queue_push_head (queue, item);
      else
        g_queue_push_tail (queue, item);
    }
}

static void
landed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Departure *departure = user_data;
  g_autoptr (MusterRunner) self = departure->runner;
  g_autoptr (MusterFlightResult) landed = muster_flight_run_finish (result);

  self->n_flights--;
  muster_transport_choice_learn (&self->choice, departure->transport, landed);
  adapt (self, departure, landed);
  requeue (self, departure, landed->again);
  if (landed->end == MUSTER_FLIGHT_TOO_LARGE)
    shrink (self, departure->n_items, landed);
  else if (landed->end == MUSTER_FLIGHT_FATAL
           || muster_back_off_get_n_failures (self->back_off) >= MAX_FAILURES)
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
  guint share = self->items.length / MAX (self->max_flights, 1u) + 1;

  if (muster_transport_choice_is_doubtful (&self->choice))
    return 1;
  return MIN (MIN (most, self->max_chunk), MAX (share, MIN_CHUNK));
}

static void
depart (MusterRunner *self, GQueue *queue, guint transport, guint size)
{
  GPtrArray *items
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_run_item_free);
  Departure *departure = g_new0 (Departure, 1);

  for (guint i = 0; i < size && queue->length > 0; i++)
    g_ptr_array_add (items, g_queue_pop_head (queue));
  departure->runner = g_object_ref (self);
  departure->transport = transport;
  departure->n_items = items->len;
  departure->guarded = queue == &self->guarded;
  departure->n_failures = muster_back_off_get_n_failures (self->back_off);
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
  MusterRunItem *next = g_queue_peek_head (&self->items);
  guint          plainest = muster_transport_choice_get_plainest (&self->choice);
  gboolean       doubtful = muster_transport_choice_is_doubtful (&self->choice);

  if (next == NULL)
    {
      if (self->guarded.length == 0 || self->n_flights > 0)
        return FALSE;
      depart (self, &self->guarded, plainest, 1);
      return TRUE;
    }
  if (self->n_flights >= (doubtful ? 1 : self->max_flights))
    return FALSE;
  if (next->one_by_one)
    depart (self, &self->items, plainest, 1);
  else
    depart (self, &self->items, self->choice.current,
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
  if (ending || (self->items.length == 0 && self->guarded.length == 0))
    {
      if (self->n_flights == 0)
        end_run (self);
      return;
    }
  wait_ms = muster_back_off_get_wait_ms (self->back_off);
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
