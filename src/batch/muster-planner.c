/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-planner.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-administrator-guard.h"

typedef struct
{
  GPtrArray *users;      /* (owned): of MusterUser */
  GPtrArray *operations; /* (owned): of MusterOperation */
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->users);
  g_ptr_array_unref (work->operations);
  g_free (work);
}

static gboolean
check_fields (MusterPlatform *platform, GPtrArray *operations, GError **error)
{
  MusterFields offered = muster_platform_get_capabilities (platform)->fields;

  for (guint i = 0; i < operations->len; i++)
    {
      MusterField field = muster_operation_get_field (g_ptr_array_index (operations, i));

      if ((offered & MUSTER_FIELDS_OF (field)) != 0)
        continue;
      g_set_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NOT_OFFERED,
                   /* Translators: the name of a field, as the command line has it. */
                   _ ("This platform has no field %s that can be changed: leave it out."),
                   muster_field_get_name (field));
      return FALSE;
    }
  return TRUE;
}

static gboolean
touches_own_account (MusterPlanRow *row)
{
  GPtrArray *operations = muster_plan_row_get_operations (row);

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);
      MusterField      field = muster_operation_get_field (operation);

      if (field == MUSTER_FIELD_ACTIVE
          && strcmp (muster_reference_get_id (muster_operation_get_value (operation)),
                     MUSTER_ACTIVE_FALSE)
               == 0)
        return TRUE;
      if (field == MUSTER_FIELD_FLAGGED_FIELDS
          && muster_operation_get_verb (operation) == MUSTER_VERB_ADD)
        return TRUE;
    }
  return FALSE;
}

static void
guard_own_account (MusterPlatform *platform, MusterPlan *plan)
{
  MusterUser *account = muster_platform_get_account (platform);

  for (guint i = 0; account != NULL && i < muster_plan_get_n_rows (plan); i++)
    {
      MusterPlanRow *row = muster_plan_get_row (plan, i);

      if (strcmp (muster_user_get_id (muster_plan_row_get_user (row)),
                  muster_user_get_id (account))
            == 0
          && touches_own_account (row))
        muster_plan_row_set_guards (row, muster_plan_row_get_guards (row)
                                           | MUSTER_GUARD_OWN_ACCOUNT);
    }
}

static void
guarded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (MusterPlan) plan = muster_administrator_guard_finish (result, &error);

  if (plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&plan), g_object_unref);
}

static void
planned_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GTask          *task = user_data;
  MusterPlatform *platform = MUSTER_PLATFORM (object);
  g_autoptr (MusterPlan) plan = g_task_propagate_pointer (G_TASK (result), NULL);

  guard_own_account (platform, plan);
  muster_administrator_guard_async (platform, plan, g_task_get_cancellable (task),
                                    guarded_cb, task);
}

static void
plan_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;

  g_task_return_pointer (task, muster_plan_new (work->users, work->operations),
                         g_object_unref);
}

static void
start_thread (GTask *task, GPtrArray *users, GPtrArray *operations)
{
  g_autoptr (GTask) work_task
    = g_task_new (g_task_get_source_object (task), NULL, planned_cb, task);
  Work *work = g_new0 (Work, 1);

  work->users = g_ptr_array_ref (users);
  work->operations = g_ptr_array_ref (operations);
  g_task_set_task_data (work_task, work, free_work);
  g_task_run_in_thread (work_task, plan_in_thread);
}

void
muster_planner_plan_async (MusterPlatform     *platform,
                           GPtrArray          *users,
                           GPtrArray          *operations,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (platform, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, muster_planner_plan_async);
  if (!check_fields (platform, operations, &error))
    g_task_return_error (task, error);
  else
    start_thread (g_steal_pointer (&task), users, operations);
}

MusterPlan *
muster_planner_plan_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_planner_plan_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
muster_planner_count_guarded (MusterPlan *plan, MusterGuards guards)
{
  guint n = 0;

  for (guint i = 0; i < muster_plan_get_n_rows (plan); i++)
    if ((muster_plan_row_get_guards (muster_plan_get_row (plan, i)) & guards) != 0)
      n++;
  return n;
}

/* Who agrees to disable the account that they are signed in with knows what they do, even
 * where it is the last of its kind. */
static MusterGuards
find_missing_consent (MusterPlanRow *row, MusterGuards consent)
{
  MusterGuards guards = muster_plan_row_get_guards (row);

  if ((guards & consent & MUSTER_GUARD_OWN_ACCOUNT) != 0)
    return MUSTER_GUARD_NONE;
  return guards & ~consent;
}

gboolean
muster_planner_leaves_out (MusterPlanRow *row, MusterGuards consent)
{
  return muster_plan_row_get_outcome (row) == MUSTER_OUTCOME_PENDING
         && find_missing_consent (row, consent) != MUSTER_GUARD_NONE;
}

void
muster_planner_apply_consent (MusterPlan *plan, MusterGuards consent)
{
  for (guint i = 0; i < muster_plan_get_n_rows (plan); i++)
    {
      MusterPlanRow *row = muster_plan_get_row (plan, i);
      MusterGuards   missing = find_missing_consent (row, consent);

      if (muster_plan_row_get_outcome (row) != MUSTER_OUTCOME_PENDING)
        continue;
      if ((missing & MUSTER_GUARD_OWN_ACCOUNT) != 0)
        muster_plan_row_decide (row, MUSTER_OUTCOME_REJECTED,
                                _ ("This is your own account: nothing was sent without a "
                                   "consent for it."),
                                NULL);
      else if ((missing & MUSTER_GUARD_LAST_ADMINISTRATOR) != 0)
        muster_plan_row_decide (row, MUSTER_OUTCOME_REJECTED,
                                _ ("This is the last administrator: nobody would be left "
                                   "to undo it, so nothing was sent without a consent."),
                                NULL);
    }
}
