/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-submit-forecast.h"

#include <string.h>

#include "muster-planner.h"

static gboolean
disables (MusterPlanRow *row)
{
  GPtrArray *operations = muster_plan_row_get_operations (row);

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);

      if (muster_operation_get_field (operation) == MUSTER_FIELD_ACTIVE
          && strcmp (muster_reference_get_id (muster_operation_get_value (operation)),
                     MUSTER_ACTIVE_FALSE)
               == 0)
        return TRUE;
    }
  return FALSE;
}

static void
count_guards (MusterSubmitForecast *self, MusterPlanRow *row)
{
  MusterGuards guards = muster_plan_row_get_guards (row);

  if ((guards & MUSTER_GUARD_OWN_ACCOUNT) != 0)
    {
      self->n_own++;
      self->own_disabled |= disables (row);
      self->own_is_last |= (guards & MUSTER_GUARD_LAST_ADMINISTRATOR) != 0;
    }
  else if ((guards & MUSTER_GUARD_LAST_ADMINISTRATOR) != 0)
    self->n_last++;
}

/* Once for each field and verb, however many operations a row has of them. */
static void
count_changes (MusterSubmitForecast *self, MusterPlanRow *row)
{
  GPtrArray *operations = muster_plan_row_get_operations (row);
  guint      seen[MUSTER_N_FIELDS] = { 0 };

  self->n_changing++;
  self->n_disabled += disables (row) ? 1 : 0;
  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);
      MusterField      field = muster_operation_get_field (operation);
      MusterVerb       verb = muster_operation_get_verb (operation);

      if ((seen[field] & (1u << verb)) == 0)
        self->n_by_change[field][verb]++;
      seen[field] |= 1u << verb;
    }
}

void
muster_submit_forecast_make (MusterSubmitForecast *self,
                             MusterPlan           *plan,
                             MusterGuards          consent)
{
  memset (self, 0, sizeof *self);
  self->n_rows = muster_plan_get_n_rows (plan);
  for (guint i = 0; i < self->n_rows; i++)
    {
      MusterPlanRow *row = muster_plan_get_row (plan, i);

      count_guards (self, row);
      if (muster_plan_row_get_operations (row)->len == 0)
        self->n_same++;
      else if (muster_planner_leaves_out (row, consent))
        self->n_left_out++;
      else
        count_changes (self, row);
    }
}
