/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-administrator-guard.h"

#include <string.h>

#include "muster-role.h"
#include "muster-user-picker.h"

/* No platform has so many pages of roles: it would go round in circles. */
#define MAX_PAGES 100

/* The highest roles, one after the other. */
typedef struct
{
  MusterPlan *plan;   /* (owned) */
  GPtrArray  *all;    /* (owned): of MusterRole; those that the platform has */
  GPtrArray  *roles;  /* (owned): of MusterRole; those that are still to be looked at */
  GHashTable *losing; /* (owned): identifiers (not owned) of who loses the role */
  guint       n_pages;
} Guard;

static void
free_guard (gpointer data)
{
  Guard *guard = data;

  g_object_unref (guard->plan);
  g_ptr_array_unref (guard->all);
  g_ptr_array_unref (guard->roles);
  g_hash_table_unref (guard->losing);
  g_free (guard);
}

static gboolean
disables (MusterOperation *operation)
{
  return muster_operation_get_field (operation) == MUSTER_FIELD_ACTIVE
         && strcmp (muster_reference_get_id (muster_operation_get_value (operation)),
                    MUSTER_ACTIVE_FALSE)
              == 0;
}

static gboolean
removes_role (MusterOperation *operation, const char *role_id)
{
  return muster_operation_get_field (operation) == MUSTER_FIELD_ROLES
         && muster_operation_get_verb (operation) == MUSTER_VERB_REMOVE
         && (role_id == NULL
             || strcmp (muster_reference_get_id (muster_operation_get_value (operation)),
                        role_id)
                  == 0);
}

/* Whether the row takes the role's power away; any role where @role_id is NULL. */
static gboolean
loses (MusterPlanRow *row, const char *role_id)
{
  GPtrArray *operations = muster_plan_row_get_operations (row);

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);

      if (disables (operation) || removes_role (operation, role_id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
takes_power_away (MusterPlan *plan)
{
  for (guint i = 0; i < muster_plan_get_n_rows (plan); i++)
    if (loses (muster_plan_get_row (plan, i), NULL))
      return TRUE;
  return FALSE;
}

static gboolean
has_all_permissions (MusterRole *role, MusterRole *other)
{
  const char *const *permissions = muster_role_get_permissions (other);

  for (; *permissions != NULL; permissions++)
    if (!g_strv_contains (muster_role_get_permissions (role), *permissions))
      return FALSE;
  return TRUE;
}

static gboolean
exceeds (MusterRole *role, MusterRole *other)
{
  return has_all_permissions (role, other) && !has_all_permissions (other, role);
}

static gboolean
is_highest (MusterRole *role, GPtrArray *roles)
{
  if (!muster_role_is_administrative (role))
    return FALSE;
  for (guint i = 0; i < roles->len; i++)
    {
      MusterRole *other = g_ptr_array_index (roles, i);

      if (muster_role_is_administrative (other) && exceeds (other, role))
        return FALSE;
    }
  return TRUE;
}

static void look_at_next_role (GTask *task);

static void
mark_rows (Guard *guard)
{
  for (guint i = 0; i < muster_plan_get_n_rows (guard->plan); i++)
    {
      MusterPlanRow *row = muster_plan_get_row (guard->plan, i);
      const char    *id = muster_user_get_id (muster_plan_row_get_user (row));

      if (g_hash_table_contains (guard->losing, id))
        muster_plan_row_set_guards (row, muster_plan_row_get_guards (row)
                                           | MUSTER_GUARD_LAST_ADMINISTRATOR);
    }
}

static void
collect_losing (Guard *guard, MusterRole *role)
{
  const char *role_id = muster_resource_get_id (MUSTER_RESOURCE (role));

  g_hash_table_remove_all (guard->losing);
  for (guint i = 0; i < muster_plan_get_n_rows (guard->plan); i++)
    {
      MusterPlanRow *row = muster_plan_get_row (guard->plan, i);

      if (loses (row, role_id))
        g_hash_table_add (guard->losing,
                          (gpointer) muster_user_get_id (muster_plan_row_get_user (row)));
    }
}

/* Leaves in guard->losing who holds the role now; says whether anybody else does. */
static gboolean
is_held_by_others (Guard *guard, GPtrArray *holders)
{
  g_autoptr (GHashTable) held = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < holders->len; i++)
    {
      const char *id = muster_user_get_id (g_ptr_array_index (holders, i));

      if (!g_hash_table_contains (guard->losing, id))
        return TRUE;
      g_hash_table_add (held, (gpointer) id);
    }
  /* The keys of `losing` belong to the plan's users, those of `held` to @holders. */
  for (guint i = 0; i < muster_plan_get_n_rows (guard->plan); i++)
    {
      MusterUser *user = muster_plan_row_get_user (muster_plan_get_row (guard->plan, i));

      if (!g_hash_table_contains (held, muster_user_get_id (user)))
        g_hash_table_remove (guard->losing, muster_user_get_id (user));
    }
  return FALSE;
}

static void
holders_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Guard  *guard = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) holders = muster_user_picker_find_finish (result, &error);

  if (holders == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!is_held_by_others (guard, holders))
    mark_rows (guard);
  look_at_next_role (g_steal_pointer (&task));
}

/* Takes over @task. One holder more than lose the role shows that somebody is left. */
static void
look_at_next_role (GTask *task)
{
  Guard *guard = g_task_get_task_data (task);
  g_autoptr (MusterRole) role = NULL;
  g_autoptr (MusterUserQuery) query = NULL;

  if (guard->roles->len == 0)
    {
      g_task_return_pointer (task, g_object_ref (guard->plan), g_object_unref);
      g_object_unref (task);
      return;
    }
  role = g_ptr_array_steal_index (guard->roles, guard->roles->len - 1);
  collect_losing (guard, role);
  if (g_hash_table_size (guard->losing) == 0)
    {
      look_at_next_role (task);
      return;
    }
  query = muster_user_query_new ();
  muster_user_query_set_role (query, muster_resource_get_id (MUSTER_RESOURCE (role)));
  muster_user_query_set_fields (query, 0);
  muster_user_query_set_brief (query, TRUE);
  muster_user_picker_find_async (g_task_get_source_object (task), query,
                                 g_hash_table_size (guard->losing) + 1, NULL, NULL,
                                 g_task_get_cancellable (task), holders_cb, task);
}

static void
choose_highest (Guard *guard)
{
  for (guint i = 0; i < guard->all->len; i++)
    {
      MusterRole *role = g_ptr_array_index (guard->all, i);

      if (is_highest (role, guard->all))
        g_ptr_array_add (guard->roles, g_object_ref (role));
    }
}

static void ask_for_roles (GTask *task, const char *cursor);

static void
roles_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Guard  *guard = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (MusterPage) page
    = muster_platform_find_resources_finish (MUSTER_PLATFORM (object), result, &error);

  /* Where a platform lists no roles it has no administrators that we could tell. */
  if (page == NULL
      && !g_error_matches (error, MUSTER_PLATFORM_ERROR,
                           MUSTER_PLATFORM_ERROR_NOT_OFFERED))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
  for (guint i = 0; page != NULL && i < page->items->len; i++)
    g_ptr_array_add (guard->all, g_object_ref (g_ptr_array_index (page->items, i)));
  if (page != NULL && page->next_cursor != NULL && ++guard->n_pages < MAX_PAGES)
    {
      ask_for_roles (g_steal_pointer (&task), page->next_cursor);
      return;
    }
  choose_highest (guard);
  look_at_next_role (g_steal_pointer (&task));
}

/* Takes over @task. */
static void
ask_for_roles (GTask *task, const char *cursor)
{
  muster_platform_find_resources_async (g_task_get_source_object (task),
                                        MUSTER_RESOURCE_KIND_ROLE, NULL, cursor, 0,
                                        g_task_get_cancellable (task), roles_cb, task);
}

void
muster_administrator_guard_async (MusterPlatform     *platform,
                                  MusterPlan         *plan,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (platform, cancellable, callback, user_data);
  Guard *guard = g_new0 (Guard, 1);

  g_task_set_source_tag (task, muster_administrator_guard_async);
  guard->plan = g_object_ref (plan);
  guard->all = g_ptr_array_new_with_free_func (g_object_unref);
  guard->roles = g_ptr_array_new_with_free_func (g_object_unref);
  guard->losing = g_hash_table_new (g_str_hash, g_str_equal);
  g_task_set_task_data (task, guard, free_guard);
  if (!takes_power_away (plan))
    g_task_return_pointer (task, g_object_ref (plan), g_object_unref);
  else
    ask_for_roles (g_steal_pointer (&task), NULL);
}

MusterPlan *
muster_administrator_guard_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  muster_administrator_guard_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
