/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-run-queue.h"

void
muster_run_queue_init (MusterRunQueue *self)
{
  g_queue_init (&self->items);
  g_queue_init (&self->guarded);
}

static void
free_item (gpointer item)
{
  muster_run_item_free (item);
}

void
muster_run_queue_clear (MusterRunQueue *self)
{
  g_queue_clear_full (&self->items, free_item);
  g_queue_clear_full (&self->guarded, free_item);
}

gboolean
muster_run_queue_is_empty (const MusterRunQueue *self)
{
  return self->items.length == 0 && self->guarded.length == 0;
}

/* One's own account comes after all others: nothing may be possible any more then. */
static void
queue_row (MusterRunQueue *self, MusterPlanRow *row, guint position)
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

guint
muster_run_queue_fill (MusterRunQueue *self, MusterPlan *plan)
{
  guint n_decided = 0;

  for (guint i = 0; i < muster_plan_get_n_rows (plan); i++)
    {
      MusterPlanRow *row = muster_plan_get_row (plan, i);

      if (muster_plan_row_get_outcome (row) == MUSTER_OUTCOME_PENDING)
        queue_row (self, row, i);
      else
        n_decided++;
    }
  return n_decided;
}

GPtrArray *
muster_run_queue_take (GQueue *queue, guint size)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);

  for (guint i = 0; i < size && queue->length > 0; i++)
    g_ptr_array_add (items, g_queue_pop_head (queue));
  return items;
}

void
muster_run_queue_return (MusterRunQueue *self, GPtrArray *again, gboolean guarded)
{
  GQueue *queue = guarded ? &self->guarded : &self->items;

  g_ptr_array_set_free_func (again, NULL);
  for (guint i = 0; i < again->len; i++)
    {
      MusterRunItem *item = g_ptr_array_index (again, i);

      /* What may have been touched is settled before others are. */
      if (item->one_by_one || item->answer == MUSTER_WRITE_UNSURE || guarded)
        g_queue_push_head (queue, item);
      else
        g_queue_push_tail (queue, item);
    }
  g_ptr_array_set_size (again, 0);
}

/* Nothing of the row, unless an earlier write of it took effect. */
static void
decide_unsent (MusterRunItem *item, const char *why)
{
  GPtrArray *all = muster_plan_row_get_operations (item->row);
  guint n_left = item->operations->len + (item->later != NULL ? item->later->len : 0);

  if (n_left < all->len)
    muster_plan_row_decide (item->row, MUSTER_OUTCOME_PARTLY_CHANGED, why, NULL);
  else if (item->was_sent)
    muster_run_item_decide_unsettled (item);
  else
    muster_plan_row_decide (item->row, MUSTER_OUTCOME_NOT_SENT, why, NULL);
}

static void
leave_unsent (GQueue *items, const char *why, GArray *positions)
{
  MusterRunItem *item;

  while ((item = g_queue_pop_head (items)) != NULL)
    {
      decide_unsent (item, why);
      g_array_append_val (positions, item->position);
      muster_run_item_free (item);
    }
}

void
muster_run_queue_leave_unsent (MusterRunQueue *self, const char *why, GArray *positions)
{
  leave_unsent (&self->items, why, positions);
  leave_unsent (&self->guarded, why, positions);
}
