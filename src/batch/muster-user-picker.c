/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-picker.h"

#include <glib/gi18n.h>

/* So many pages in a row with nobody new say that the platform goes round in circles. */
#define MAX_BARREN_PAGES 100

/* One search on its way through the pages. */
typedef struct
{
  MusterPlatform    *platform; /* (owned) */
  MusterUserQuery   *query;    /* (owned) */
  guint              limit;    /* 0: none */
  MusterPickProgress progress; /* (nullable) */
  gpointer           progress_data;
  GPtrArray         *users; /* (owned): of MusterUser */
  GHashTable        *seen;  /* (owned): identifiers (not owned) */
  guint              n_barren;
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  g_object_unref (search->platform);
  muster_user_query_unref (search->query);
  g_hash_table_unref (search->seen);
  g_clear_pointer (&search->users, g_ptr_array_unref);
  g_free (search);
}

static guint
count_wanted (const Search *search)
{
  return search->limit == 0 ? G_MAXUINT : search->limit - search->users->len;
}

/* A user who comes twice, because somebody was removed between two pages, counts once. */
static guint
take_page (Search *search, MusterPage *page)
{
  guint n_before = search->users->len;

  for (guint i = 0; i < page->items->len && count_wanted (search) > 0; i++)
    {
      MusterUser *user = g_ptr_array_index (page->items, i);
      const char *id = muster_user_get_id (user);

      /* To add it again would put the key of a user in its place who is not kept. */
      if (g_hash_table_contains (search->seen, id))
        continue;
      g_hash_table_add (search->seen, (gpointer) id);
      g_ptr_array_add (search->users, g_object_ref (user));
    }
  return search->users->len - n_before;
}

static void ask_for_page (GTask *task, const char *cursor);

static void
return_endless (GTask *task)
{
  g_task_return_error (task, muster_platform_error_new (
                               MUSTER_PLATFORM_ERROR_BAD_REPLY, 0, NULL, NULL,
                               _ ("The platform's list of users does not come to an end: "
                                  "nothing can be picked from it. Narrow the search, or "
                                  "tell those who run the platform.")));
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (MusterPage) page
    = muster_platform_find_users_finish (MUSTER_PLATFORM (object), result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  search->n_barren = take_page (search, page) > 0 ? 0 : search->n_barren + 1;
  if (search->progress != NULL)
    search->progress (search->users->len, page->total, search->progress_data);
  if (page->next_cursor == NULL || count_wanted (search) == 0)
    g_task_return_pointer (task, g_steal_pointer (&search->users),
                           (GDestroyNotify) g_ptr_array_unref);
  else if (search->n_barren >= MAX_BARREN_PAGES)
    return_endless (task);
  else
    ask_for_page (g_steal_pointer (&task), page->next_cursor);
}

static void
ask_for_page (GTask *task, const char *cursor)
{
  Search             *search = g_task_get_task_data (task);
  MusterCapabilities *capabilities = muster_platform_get_capabilities (search->platform);

  muster_platform_find_users_async (search->platform, search->query, cursor,
                                    MIN (count_wanted (search), capabilities->page_size),
                                    g_task_get_cancellable (task), found_cb, task);
}

void
muster_user_picker_find_async (MusterPlatform     *platform,
                               MusterUserQuery    *query,
                               guint               limit,
                               MusterPickProgress  progress,
                               gpointer            progress_data,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask  *task = g_task_new (platform, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  g_task_set_source_tag (task, muster_user_picker_find_async);
  search->platform = g_object_ref (platform);
  search->query = muster_user_query_ref (query);
  search->limit = limit;
  search->progress = progress;
  search->progress_data = progress_data;
  search->users = g_ptr_array_new_with_free_func (g_object_unref);
  search->seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_task_set_task_data (task, search, free_search);
  ask_for_page (task, NULL);
}

GPtrArray *
muster_user_picker_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_user_picker_find_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
