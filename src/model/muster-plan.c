/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-plan.h"

struct _MusterPlan
{
  GObject parent_instance;

  GPtrArray *rows; /* (owned): of MusterPlanRow */
};

static GType
muster_plan_get_item_type (GListModel *model)
{
  return MUSTER_TYPE_PLAN_ROW;
}

static guint
muster_plan_get_n_items (GListModel *model)
{
  return MUSTER_PLAN (model)->rows->len;
}

static gpointer
muster_plan_get_item (GListModel *model, guint position)
{
  GPtrArray *rows = MUSTER_PLAN (model)->rows;

  return position < rows->len ? g_object_ref (g_ptr_array_index (rows, position)) : NULL;
}

static void
muster_plan_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = muster_plan_get_item_type;
  iface->get_n_items = muster_plan_get_n_items;
  iface->get_item = muster_plan_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterPlan,
                               muster_plan,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      muster_plan_list_model_init))

static void
muster_plan_finalize (GObject *object)
{
  g_ptr_array_unref (MUSTER_PLAN (object)->rows);
  G_OBJECT_CLASS (muster_plan_parent_class)->finalize (object);
}

static void
muster_plan_class_init (MusterPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_plan_finalize;
}

static void
muster_plan_init (MusterPlan *self)
{
}

/* Only what @user still lacks of @operations. */
static GPtrArray *
find_missing (MusterUser *user, GPtrArray *operations)
{
  GPtrArray *missing
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);
      MusterValueSet  *values
        = muster_user_get_values (user, muster_operation_get_field (operation));

      if (values == NULL || !muster_operation_holds (operation, values))
        g_ptr_array_add (missing, muster_operation_ref (operation));
    }
  return missing;
}

MusterPlan *
muster_plan_new (GPtrArray *users, GPtrArray *operations)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (users->len, g_object_unref);

  for (guint i = 0; i < users->len; i++)
    {
      MusterUser *user = g_ptr_array_index (users, i);
      g_autoptr (GPtrArray) missing = find_missing (user, operations);

      g_ptr_array_add (rows, muster_plan_row_new (user, missing));
    }
  return muster_plan_new_from_rows (rows);
}

MusterPlan *
muster_plan_new_from_rows (GPtrArray *rows)
{
  MusterPlan *self = g_object_new (MUSTER_TYPE_PLAN, NULL);

  self->rows = g_ptr_array_ref (rows);
  return self;
}

guint
muster_plan_get_n_rows (MusterPlan *self)
{
  return self->rows->len;
}

MusterPlanRow *
muster_plan_get_row (MusterPlan *self, guint position)
{
  g_return_val_if_fail (position < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, position);
}

void
muster_plan_count (MusterPlan *self, MusterOutcomeCounts *counts)
{
  *counts = (MusterOutcomeCounts){ 0 };
  for (guint i = 0; i < self->rows->len; i++)
    counts->n[muster_plan_row_get_outcome (g_ptr_array_index (self->rows, i))]++;
}
