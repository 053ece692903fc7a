/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-flight-private.h"

#include "muster-read-back.h"

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
  MusterFlight *flight = data;

  g_object_unref (flight->platform);
  g_object_unref (flight->journal);
  g_object_unref (flight->plan);
  g_free (flight->batch);
  g_ptr_array_unref (flight->items);
  g_array_unref (flight->decided);
  g_clear_pointer (&flight->result, muster_flight_result_free);
  g_free (flight);
}

/* Takes over @task. */
static void
finish (GTask *task)
{
  MusterFlight *flight = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&flight->result),
                         (GDestroyNotify) muster_flight_result_free);
  g_object_unref (task);
}

static void
noted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask        *task = user_data;
  MusterFlight *flight = g_task_get_task_data (task);
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
  MusterFlight *flight = g_task_get_task_data (task);

  flight->result->n_decided = flight->decided->len;
  if (flight->decided->len == 0)
    finish (task);
  else
    muster_journal_note_outcomes_async (flight->journal, flight->batch, flight->plan,
                                        flight->decided, noted_cb, task);
}

static void
read_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask        *task = user_data;
  MusterFlight *flight = g_task_get_task_data (task);
  GError       *error = NULL;
  g_autoptr (GHashTable) users = muster_read_back_finish (result, &error);

  if (users != NULL)
    muster_flight_judge (flight, users);
  else
    {
      muster_flight_leave_unknown (flight, error);
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

      if (muster_flight_may_read (item))
        g_ptr_array_add (ids, g_strdup (muster_user_get_id (
                                muster_plan_row_get_user (item->row))));
    }
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

static void
read_users (GTask *task, GAsyncReadyCallback callback)
{
  MusterFlight *flight = g_task_get_task_data (task);
  g_auto (GStrv) ids = collect_ids (flight->items);

  muster_read_back_async (flight->platform, ids, collect_fields (flight->items), callback,
                          task);
}

/* Takes over @task. */
static void
read_back (GTask *task)
{
  MusterFlight *flight = g_task_get_task_data (task);

  if (flight->items->len == 0)
    note_outcomes (task);
  else
    read_users (task, read_back_cb);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask        *task = user_data;
  MusterFlight *flight = g_task_get_task_data (task);
  GError       *error = NULL;
  g_autoptr (GPtrArray) results
    = muster_platform_write_finish (MUSTER_PLATFORM (object), result, &error);

  if (results != NULL)
    muster_flight_hear (flight, results);
  else
    {
      flight->result->retry_at = muster_platform_error_get_retry_at (error);
      flight->result->error = error;
      if (muster_platform_error_is_unsure (error))
        muster_flight_hear_loss (flight, error);
      else
        {
          flight->result->end = muster_flight_find_end (flight, error);
          muster_flight_return_items (flight);
        }
    }
  read_back (task);
}

static void
sending_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask        *task = user_data;
  MusterFlight *flight = g_task_get_task_data (task);
  GError       *error = NULL;
  g_autoptr (GPtrArray) writes = NULL;

  if (!muster_journal_note_sending_finish (MUSTER_JOURNAL (object), result, &error))
    {
      flight->result->end = MUSTER_FLIGHT_FATAL;
      flight->result->error = error;
      muster_flight_return_items (flight);
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
  MusterFlight *flight = g_task_get_task_data (task);
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
compared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask        *task = user_data;
  MusterFlight *flight = g_task_get_task_data (task);
  GError       *error = NULL;
  g_autoptr (GHashTable) users = muster_read_back_finish (result, &error);

  if (users != NULL)
    {
      muster_flight_compare (flight, users);
      note_sending (task);
      return;
    }
  flight->result->end = MUSTER_FLIGHT_FATAL;
  flight->result->error = error;
  muster_flight_return_items (flight);
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
  GTask        *task = g_task_new (NULL, NULL, callback, user_data);
  MusterFlight *flight = g_new0 (MusterFlight, 1);

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
  flight->result->again = muster_flight_create_items ();
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
