/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-decided-rows.h"

struct _MusterDecidedRows
{
  GObject parent_instance;

  MusterPlan *plan;    /* (owned) */
  GArray     *waiting; /* (owned): of guint, positions in the plan */
  GPtrArray  *rows;    /* (owned): of MusterPlanRow (not owned, the plan's) */
};

static void muster_decided_rows_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
  MusterDecidedRows,
  muster_decided_rows,
  G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, muster_decided_rows_list_model_init))

static void
muster_decided_rows_finalize (GObject *object)
{
  MusterDecidedRows *self = MUSTER_DECIDED_ROWS (object);

  g_array_unref (self->waiting);
  g_ptr_array_unref (self->rows);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (muster_decided_rows_parent_class)->finalize (object);
}

static void
muster_decided_rows_class_init (MusterDecidedRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_decided_rows_finalize;
}

static void
muster_decided_rows_init (MusterDecidedRows *self)
{
  self->waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_ptr_array_new ();
}

static GType
get_item_type (GListModel *model)
{
  return MUSTER_TYPE_PLAN_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return MUSTER_DECIDED_ROWS (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MusterDecidedRows *self = MUSTER_DECIDED_ROWS (model);

  return position < self->rows->len
           ? g_object_ref (g_ptr_array_index (self->rows, position))
           : NULL;
}

static void
muster_decided_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

MusterDecidedRows *
muster_decided_rows_new (MusterPlan *plan)
{
  MusterDecidedRows *self = g_object_new (MUSTER_TYPE_DECIDED_ROWS, NULL);

  self->plan = g_object_ref (plan);
  for (guint i = 0; i < muster_plan_get_n_rows (plan); i++)
    g_array_append_val (self->waiting, i);
  return self;
}

void
muster_decided_rows_look (MusterDecidedRows *self)
{
  guint n_before = self->rows->len;
  guint n_waiting = 0;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      guint          position = g_array_index (self->waiting, guint, i);
      MusterPlanRow *row = muster_plan_get_row (self->plan, position);

      if (muster_plan_row_get_outcome (row) == MUSTER_OUTCOME_PENDING)
        g_array_index (self->waiting, guint, n_waiting++) = position;
      else
        g_ptr_array_add (self->rows, row);
    }
  g_array_set_size (self->waiting, n_waiting);
  if (self->rows->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0,
                                self->rows->len - n_before);
}
