/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-flight.h"

#include <glib/gi18n.h>

#include "muster-read-back.h"

/* The items of a flight stand in `items` until they are decided, or wait in the result's
 * `again`. */
typedef struct
{
  MusterPlatform     *platform; /* (owned) */
  MusterJournal      *journal;  /* (owned) */
  char               *batch;    /* (owned) */
  MusterPlan         *plan;     /* (owned) */
  GPtrArray          *items;    /* (owned): of MusterRunItem */
  GArray             *decided;  /* (owned): of guint, positions */
  guint               transport;
  gboolean            doubtful;
  MusterFlightResult *result; /* (owned) */
} Flight;

void
muster_flight_result_free (MusterFlightResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->again);
  g_clear_error (&self->error);
  g_free (self);
}

static void
free_flight (gpointer data)
{
  Flight *flight = data;

  g_object_unref (flight->platform);
  g_object_unref (flight->journal);
  g_object_unref (flight->plan);
  g_free (flight->batch);
  g_ptr_array_unref (flight->items);
  g_array_unref (flight->decided);
  g_clear_pointer (&flight->result, muster_flight_result_free);
  g_free (flight);
}

static GPtrArray *
create_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_run_item_free);
}

/* Takes over @task. */
static void
finish (GTask *task)
{
  Flight *flight = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&flight->result),
                         (GDestroyNotify) muster_flight_result_free);
  g_object_unref (task);
}

static void
noted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask  *task = user_data;
  Flight *flight = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!muster_journal_note_outcomes_finish (MUSTER_JOURNAL (object), result, &error))
    {
      flight->result->end = MUSTER_FLIGHT_FATAL;
      g_clear_error (&flight->result->error);
      flight->result->error = g_steal_pointer (&error);
    }
  finish (task);
}

/* Takes over @task. The outcomes are in the journal before the next chunk leaves. */
static void
note_outcomes (GTask *task)
{
  Flight *flight = g_task_get_task_data (task);

  flight->result->n_decided = flight->decided->len;
  if (flight->decided->len == 0)
    finish (task);
  else
    muster_journal_note_outcomes_async (flight->journal, flight->batch, flight->plan,
                                        flight->decided, noted_cb, task);
}

static void
sort_item (Flight *flight, MusterRunItem *item, MusterRunItemNext next)
{
  if (next == MUSTER_RUN_ITEM_AGAIN)
    {
      g_ptr_array_add (flight->result->again, item);
      return;
    }
  g_array_append_val (flight->decided, item->position);
  muster_run_item_free (item);
}

/* (transfer full): the items, which belong to the caller from now on. */
static GPtrArray *
steal_items (Flight *flight)
{
  GPtrArray *items = flight->items;

  flight->items = create_items ();
  g_ptr_array_set_free_func (items, NULL);
  return items;
}

/* All of them go back as they are. */
static void
return_items (Flight *flight)
{
  g_autoptr (GPtrArray) items = steal_items (flight);

  g_ptr_array_extend_and_steal (flight->result->again, g_steal_pointer (&items));
}

static gboolean
may_be_read (MusterRunItem *item)
{
  return (muster_plan_row_get_guards (item->row) & MUSTER_GUARD_OWN_ACCOUNT) == 0;
}

static MusterRunItemNext
judge_item (Flight *flight, MusterRunItem *item, MusterUser *now)
{
  if (now != NULL && muster_run_item_took_effect (item, now))
    flight->result->n_effects++;
  else if (now != NULL && flight->doubtful
           && (item->answer == MUSTER_WRITE_TAKEN
               || item->answer == MUSTER_WRITE_REJECTED))
    {
      item->one_by_one = TRUE;
      return muster_run_item_compare (item, now);
    }
  return muster_run_item_judge (item, now);
}

static void
judge_items (Flight *flight, GHashTable *users)
{
  g_autoptr (GPtrArray) items = steal_items (flight);

  for (guint i = 0; i < items->len; i++)
    {
      MusterRunItem    *item = g_ptr_array_index (items, i);
      const char       *id = muster_user_get_id (muster_plan_row_get_user (item->row));
      MusterUser       *now = g_hash_table_lookup (users, id);
      MusterRunItemNext next;

      if (!may_be_read (item))
        next = muster_run_item_judge_unread (item);
      else
        next = judge_item (flight, item, now);
      sort_item (flight, item, next);
    }
}

/* What the platform refused is known all the same. */
static void
decide_unread (MusterRunItem *item, const GError *error)
{
  g_autofree char *message = NULL;

  if (item->answer == MUSTER_WRITE_REJECTED)
    {
      muster_plan_row_decide (item->row, MUSTER_OUTCOME_REJECTED, item->message,
                              item->field);
      return;
    }
  message = g_strdup_printf (
    /* Translators: a whole sentence that says why. */
    _ ("It was sent, and what came of it could not be read back: %s"), error->message);
  muster_plan_row_decide (item->row, MUSTER_OUTCOME_UNKNOWN, message, NULL);
}

static void
leave_unknown (Flight *flight, const GError *error)
{
  g_autoptr (GPtrArray) items = steal_items (flight);

  for (guint i = 0; i < items->len; i++)
    {
      MusterRunItem *item = g_ptr_array_index (items, i);

      decide_unread (item, error);
      sort_item (flight, item, MUSTER_RUN_ITEM_DECIDED);
    }
}

static void
read_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask  *task = user_data;
  Flight *flight = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GHashTable) users = muster_read_back_finish (result, &error);

  if (users != NULL)
    judge_items (flight, users);
  else
    {
      leave_unknown (flight, error);
      flight->result->end = MUSTER_FLIGHT_FATAL;
      g_clear_error (&flight->result->error);
      flight->result->error = error;
    }
  note_outcomes (task);
}

static MusterFields
collect_fields (GPtrArray *items)
{
  MusterFields fields = 0;

  for (guint i = 0; i < items->len; i++)
    fields |= muster_plan_row_get_fields (
      ((MusterRunItem *) g_ptr_array_index (items, i))->row);
  return fields;
}

static char **
collect_ids (GPtrArray *items)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      MusterRunItem *item = g_ptr_array_index (items, i);

      if (may_be_read (item))
        g_ptr_array_add (ids, g_strdup (muster_user_get_id (
                                muster_plan_row_get_user (item->row))));
    }
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

static void
read_users (GTask *task, GAsyncReadyCallback callback)
{
  Flight *flight = g_task_get_task_data (task);
  g_auto (GStrv) ids = collect_ids (flight->items);

  muster_read_back_async (flight->platform, ids, collect_fields (flight->items), callback,
                          task);
}

/* Takes over @task. */
static void
read_back (GTask *task)
{
  Flight *flight = g_task_get_task_data (task);

  if (flight->items->len == 0)
    note_outcomes (task);
  else
    read_users (task, read_back_cb);
}

/* What was certainly not looked at goes back as it is, without being read. */
static void
hear_results (Flight *flight, GPtrArray *results)
{
  g_autoptr (GPtrArray) items = steal_items (flight);

  for (guint i = 0; i < items->len; i++)
    {
      MusterRunItem     *item = g_ptr_array_index (items, i);
      MusterWriteResult *answer = g_ptr_array_index (results, i);

      muster_run_item_hear (item, answer->state, answer->message, answer->field);
      if (answer->state == MUSTER_WRITE_NOT_READ)
        {
          flight->result->end = MUSTER_FLIGHT_THROTTLED;
          g_ptr_array_add (flight->result->again, item);
        }
      else
        g_ptr_array_add (flight->items, item);
    }
}

static MusterFlightEnd
find_end (Flight *flight, const GError *error)
{
  guint n_transports
    = muster_platform_get_capabilities (flight->platform)->transports->len;

  if (error->domain != MUSTER_PLATFORM_ERROR)
    return MUSTER_FLIGHT_FATAL;
  switch (error->code)
    {
    case MUSTER_PLATFORM_ERROR_THROTTLED:
      return MUSTER_FLIGHT_THROTTLED;
    case MUSTER_PLATFORM_ERROR_UNREACHABLE:
      return MUSTER_FLIGHT_FAILED;
    case MUSTER_PLATFORM_ERROR_TOO_LARGE:
      return MUSTER_FLIGHT_TOO_LARGE;
    case MUSTER_PLATFORM_ERROR_PERMISSION:
    case MUSTER_PLATFORM_ERROR_NOT_FOUND:
    case MUSTER_PLATFORM_ERROR_BAD_REQUEST:
    case MUSTER_PLATFORM_ERROR_NOT_OFFERED:
      return flight->transport + 1 < n_transports ? MUSTER_FLIGHT_NO_WAY
                                                  : MUSTER_FLIGHT_FATAL;
    default:
      return MUSTER_FLIGHT_FATAL;
    }
}

/* The answer was lost, or was none: each of them may have been written or not. */
static void
hear_loss (Flight *flight, const GError *error)
{
  flight->result->end = MUSTER_FLIGHT_FAILED;
  for (guint i = 0; i < flight->items->len; i++)
    muster_run_item_hear (g_ptr_array_index (flight->items, i), MUSTER_WRITE_UNSURE,
                          error->message, NULL);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask  *task = user_data;
  Flight *flight = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) results
    = muster_platform_write_finish (MUSTER_PLATFORM (object), result, &error);

  if (results != NULL)
    hear_results (flight, results);
  else
    {
      flight->result->retry_at = muster_platform_error_get_retry_at (error);
      flight->result->error = error;
      if (muster_platform_error_is_unsure (error))
        hear_loss (flight, error);
      else
        {
          flight->result->end = find_end (flight, error);
          return_items (flight);
        }
    }
  read_back (task);
}

static void
sending_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask  *task = user_data;
  Flight *flight = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) writes = NULL;

  if (!muster_journal_note_sending_finish (MUSTER_JOURNAL (object), result, &error))
    {
      flight->result->end = MUSTER_FLIGHT_FATAL;
      flight->result->error = error;
      return_items (flight);
      note_outcomes (task);
      return;
    }
  writes = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_write_free);
  for (guint i = 0; i < flight->items->len; i++)
    {
      MusterRunItem *item = g_ptr_array_index (flight->items, i);

      g_ptr_array_add (writes, muster_write_new (muster_user_get_id (
                                                   muster_plan_row_get_user (item->row)),
                                                 item->version, item->operations));
    }
  muster_platform_write_async (flight->platform, writes, flight->transport, NULL,
                               written_cb, task);
}

/* Takes over @task. */
static void
note_sending (GTask *task)
{
  Flight *flight = g_task_get_task_data (task);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  if (flight->items->len == 0)
    {
      note_outcomes (task);
      return;
    }
  for (guint i = 0; i < flight->items->len; i++)
    {
      MusterRunItem *item = g_ptr_array_index (flight->items, i);

      g_array_append_val (positions, item->position);
    }
  muster_journal_note_sending_async (flight->journal, flight->batch, positions,
                                     sending_cb, task);
}

static void
compare_items (Flight *flight, GHashTable *users)
{
  g_autoptr (GPtrArray) items = steal_items (flight);

  for (guint i = 0; i < items->len; i++)
    {
      MusterRunItem *item = g_ptr_array_index (items, i);
      const char    *id = muster_user_get_id (muster_plan_row_get_user (item->row));
      MusterUser    *now = g_hash_table_lookup (users, id);

      if (!may_be_read (item)
          || muster_run_item_compare (item, now) == MUSTER_RUN_ITEM_AGAIN)
        g_ptr_array_add (flight->items, item);
      else
        sort_item (flight, item, MUSTER_RUN_ITEM_DECIDED);
    }
}

static void
compared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask  *task = user_data;
  Flight *flight = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GHashTable) users = muster_read_back_finish (result, &error);

  if (users != NULL)
    {
      compare_items (flight, users);
      note_sending (task);
      return;
    }
  flight->result->end = MUSTER_FLIGHT_FATAL;
  flight->result->error = error;
  return_items (flight);
  note_outcomes (task);
}

void
muster_flight_run_async (MusterPlatform     *platform,
                         MusterJournal      *journal,
                         const char         *batch,
                         MusterPlan         *plan,
                         GPtrArray          *items,
                         guint               transport,
                         gboolean            doubtful,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask  *task = g_task_new (NULL, NULL, callback, user_data);
  Flight *flight = g_new0 (Flight, 1);

  g_task_set_source_tag (task, muster_flight_run_async);
  flight->platform = g_object_ref (platform);
  flight->journal = g_object_ref (journal);
  flight->batch = g_strdup (batch);
  flight->plan = g_object_ref (plan);
  flight->items = g_ptr_array_ref (items);
  flight->decided = g_array_new (FALSE, FALSE, sizeof (guint));
  flight->transport = transport;
  flight->doubtful = doubtful;
  flight->result = g_new0 (MusterFlightResult, 1);
  flight->result->again = create_items ();
  g_task_set_task_data (task, flight, free_flight);
  if (muster_platform_get_capabilities (platform)->has_versions)
    note_sending (task);
  else
    read_users (task, compared_cb);
}

MusterFlightResult *
muster_flight_run_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_flight_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
