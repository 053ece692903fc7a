/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-flight-private.h"

#include <glib/gi18n.h>

GPtrArray *
muster_flight_create_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_run_item_free);
}

static void
sort_item (MusterFlight *flight, MusterRunItem *item, MusterRunItemNext next)
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
steal_items (MusterFlight *flight)
{
  GPtrArray *items = flight->items;

  flight->items = muster_flight_create_items ();
  g_ptr_array_set_free_func (items, NULL);
  return items;
}

/* All of them go back as they are. */
void
muster_flight_return_items (MusterFlight *flight)
{
  g_autoptr (GPtrArray) items = steal_items (flight);

  g_ptr_array_extend_and_steal (flight->result->again, g_steal_pointer (&items));
}

gboolean
muster_flight_may_read (MusterRunItem *item)
{
  return (muster_plan_row_get_guards (item->row) & MUSTER_GUARD_OWN_ACCOUNT) == 0;
}

static MusterRunItemNext
judge_item (MusterFlight *flight, MusterRunItem *item, MusterUser *now)
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
  /* Lost once, it may be chance; lost twice, this way may be what breaks. */
  else if (flight->doubtful && item->answer == MUSTER_WRITE_UNSURE)
    item->one_by_one = item->n_attempts > 0;
  return muster_run_item_judge (item, now);
}

void
muster_flight_judge (MusterFlight *flight, GHashTable *users)
{
  g_autoptr (GPtrArray) items = steal_items (flight);

  for (guint i = 0; i < items->len; i++)
    {
      MusterRunItem    *item = g_ptr_array_index (items, i);
      const char       *id = muster_user_get_id (muster_plan_row_get_user (item->row));
      MusterUser       *now = g_hash_table_lookup (users, id);
      MusterRunItemNext next;

      if (!muster_flight_may_read (item))
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

void
muster_flight_leave_unknown (MusterFlight *flight, const GError *error)
{
  g_autoptr (GPtrArray) items = steal_items (flight);

  for (guint i = 0; i < items->len; i++)
    {
      MusterRunItem *item = g_ptr_array_index (items, i);

      decide_unread (item, error);
      sort_item (flight, item, MUSTER_RUN_ITEM_DECIDED);
    }
}

/* What was certainly not looked at goes back as it is, without being read. */
void
muster_flight_hear (MusterFlight *flight, GPtrArray *results)
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

MusterFlightEnd
muster_flight_find_end (MusterFlight *flight, const GError *error)
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
void
muster_flight_hear_loss (MusterFlight *flight, const GError *error)
{
  flight->result->end = MUSTER_FLIGHT_FAILED;
  for (guint i = 0; i < flight->items->len; i++)
    muster_run_item_hear (g_ptr_array_index (flight->items, i), MUSTER_WRITE_UNSURE,
                          error->message, NULL);
}

void
muster_flight_compare (MusterFlight *flight, GHashTable *users)
{
  g_autoptr (GPtrArray) items = steal_items (flight);

  for (guint i = 0; i < items->len; i++)
    {
      MusterRunItem *item = g_ptr_array_index (items, i);
      const char    *id = muster_user_get_id (muster_plan_row_get_user (item->row));
      MusterUser    *now = g_hash_table_lookup (users, id);

      if (!muster_flight_may_read (item)
          || muster_run_item_compare (item, now) == MUSTER_RUN_ITEM_AGAIN)
        g_ptr_array_add (flight->items, item);
      else
        sort_item (flight, item, MUSTER_RUN_ITEM_DECIDED);
    }
}
