/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-refresher.h"

#define MAX_CALLS 4

typedef struct
{
  MusterPlatform *platform;  /* (owned) */
  GPtrArray      *users;     /* (owned): of MusterUser, replaced as they come */
  GHashTable     *positions; /* (owned): identifier (not owned) → position + 1 */
  GPtrArray      *asked;     /* (owned): of MusterUser, who hold the identifiers */
  guint           next;
  guint           n_calls;
  GError         *error; /* (owned) (nullable): the first */
} Refresh;

static void
free_refresh (gpointer data)
{
  Refresh *refresh = data;

  g_object_unref (refresh->platform);
  g_hash_table_unref (refresh->positions);
  g_clear_pointer (&refresh->users, g_ptr_array_unref);
  g_ptr_array_unref (refresh->asked);
  g_clear_error (&refresh->error);
  g_free (refresh);
}

/* A part of the users, asked for page by page. */
typedef struct
{
  GTask           *task;  /* (owned) */
  MusterUserQuery *query; /* (owned) */
  guint            n_left;
} Part;

static void
free_part (Part *part)
{
  g_object_unref (part->task);
  muster_user_query_unref (part->query);
  g_free (part);
}

static void
take_user (Refresh *refresh, MusterUser *user)
{
  guint position = GPOINTER_TO_UINT (
    g_hash_table_lookup (refresh->positions, muster_user_get_id (user)));

  if (position == 0)
    return;
  g_object_unref (refresh->users->pdata[position - 1]);
  refresh->users->pdata[position - 1] = g_object_ref (user);
}

static void ask_for_parts (GTask *task);

static void
end_part (Part *part)
{
  g_autoptr (GTask) task = g_object_ref (part->task);
  Refresh *refresh = g_task_get_task_data (task);

  free_part (part);
  refresh->n_calls--;
  ask_for_parts (task);
}

static void ask_for_page (Part *part, const char *cursor);

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Part    *part = user_data;
  Refresh *refresh = g_task_get_task_data (part->task);
  GError  *error = NULL;
  g_autoptr (MusterPage) page
    = muster_platform_find_users_finish (MUSTER_PLATFORM (object), result, &error);

  if (page == NULL)
    {
      if (refresh->error == NULL)
        refresh->error = g_steal_pointer (&error);
      g_clear_error (&error);
      end_part (part);
      return;
    }
  for (guint i = 0; i < page->items->len; i++)
    take_user (refresh, g_ptr_array_index (page->items, i));
  if (page->next_cursor == NULL || page->items->len == 0
      || page->items->len >= part->n_left)
    {
      end_part (part);
      return;
    }
  part->n_left -= page->items->len;
  ask_for_page (part, page->next_cursor);
}

static void
ask_for_page (Part *part, const char *cursor)
{
  Refresh *refresh = g_task_get_task_data (part->task);

  muster_platform_find_users_async (refresh->platform, part->query, cursor, 0,
                                    g_task_get_cancellable (part->task), found_cb, part);
}

static void
ask_for_part (GTask *task, guint n_users)
{
  Refresh                *refresh = g_task_get_task_data (task);
  g_autofree const char **ids = g_new0 (const char *, n_users + 1);
  Part                   *part = g_new0 (Part, 1);

  for (guint i = 0; i < n_users; i++)
    ids[i] = muster_user_get_id (g_ptr_array_index (refresh->asked, refresh->next++));
  part->task = g_object_ref (task);
  part->query = muster_user_query_new ();
  muster_user_query_set_profile (part->query, TRUE);
  part->n_left = n_users;
  muster_user_query_set_match (part->query, MUSTER_MATCH_KEY_ID, ids);
  refresh->n_calls++;
  ask_for_page (part, NULL);
}

static void
return_users (GTask *task)
{
  Refresh *refresh = g_task_get_task_data (task);

  if (refresh->error != NULL)
    g_task_return_error (task, g_steal_pointer (&refresh->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&refresh->users),
                           (GDestroyNotify) g_ptr_array_unref);
}

static void
ask_for_parts (GTask *task)
{
  Refresh            *refresh = g_task_get_task_data (task);
  MusterCapabilities *capabilities = muster_platform_get_capabilities (refresh->platform);
  guint               most_calls = CLAMP (capabilities->parallel, 1u, MAX_CALLS);

  while (refresh->error == NULL && refresh->n_calls < most_calls
         && refresh->next < refresh->asked->len)
    ask_for_part (task,
                  MIN (capabilities->match_size, refresh->asked->len - refresh->next));
  if (refresh->n_calls == 0)
    return_users (task);
}

static GPtrArray *
copy_users (GPtrArray *users)
{
  GPtrArray *copy = g_ptr_array_new_full (users->len, g_object_unref);

  for (guint i = 0; i < users->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (users, i)));
  return copy;
}

void
muster_user_refresher_refresh_async (MusterPlatform     *platform,
                                     GPtrArray          *users,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (platform, cancellable, callback, user_data);
  Refresh *refresh = g_new0 (Refresh, 1);

  g_task_set_source_tag (task, muster_user_refresher_refresh_async);
  refresh->platform = g_object_ref (platform);
  refresh->users = copy_users (users);
  refresh->asked = copy_users (users);
  refresh->positions = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < users->len; i++)
    g_hash_table_insert (refresh->positions,
                         (gpointer) muster_user_get_id (
                           g_ptr_array_index (refresh->asked, i)),
                         GUINT_TO_POINTER (i + 1));
  g_task_set_task_data (task, refresh, free_refresh);
  ask_for_parts (task);
}

GPtrArray *
muster_user_refresher_refresh_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  muster_user_refresher_refresh_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
