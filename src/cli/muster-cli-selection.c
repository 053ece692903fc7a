/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-selection.h"

#include <glib/gi18n.h>

#include "muster-cli-progress.h"
#include "muster-user-list.h"
#include "muster-user-picker.h"

char **
muster_cli_selection_read_entries (const MusterCliOptions *options, GError **error)
{
  char **entries;

  if (options->users_from != NULL)
    return muster_user_list_read_file (options->users_from, error);
  if (options->users->len == 0)
    return NULL;
  entries = g_new0 (char *, options->users->len + 1);
  for (guint i = 0; i < options->users->len; i++)
    entries[i] = g_strdup (g_ptr_array_index (options->users, i));
  return entries;
}

static void
progress_cb (guint n_found, gint64 total, gpointer user_data)
{
  muster_cli_progress_update (user_data, n_found, (guint) CLAMP (total, 0, G_MAXUINT));
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError    *error = NULL;
  GPtrArray *users = muster_user_picker_find_finish (result, &error);

  g_task_set_task_data (task, NULL, NULL);
  if (users == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, users, (GDestroyNotify) g_ptr_array_unref);
}

static void
find (GTask *task, MusterCliSession *session, MusterFields fields)
{
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  MusterCliProgress *progress = muster_cli_progress_new (_ ("Finding users"));

  muster_user_query_set_filter (query, session->options->filter);
  muster_user_query_set_fields (query, fields);
  muster_user_query_set_brief (query, TRUE);
  g_task_set_task_data (task, progress, (GDestroyNotify) muster_cli_progress_free);
  muster_user_picker_find_async (session->platform, query, 0, progress_cb, progress,
                                 session->cancellable, found_cb, task);
}

static void
matched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (MusterPick) pick = muster_user_picker_match_finish (result, &error);

  if (pick == NULL || !muster_pick_check (pick, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_ptr_array_ref (pick->users),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
muster_cli_selection_pick_async (MusterCliSession   *session,
                                 const char *const  *entries,
                                 MusterFields        fields,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, muster_cli_selection_pick_async);
  if (entries == NULL)
    find (task, session, fields);
  else
    muster_user_picker_match_async (session->platform, entries, fields,
                                    session->cancellable, matched_cb, task);
}

GPtrArray *
muster_cli_selection_pick_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
muster_cli_selection_describe (const MusterCliOptions *options)
{
  if (options->filter != NULL)
    return g_strdup_printf ("filter: %s", options->filter);
  if (options->users_from != NULL)
    return g_strdup_printf ("list: %s", options->users_from);
  if (options->users->len == 1)
    return g_strdup_printf ("user: %s", (char *) g_ptr_array_index (options->users, 0));
  return g_strdup_printf ("%u users by name", options->users->len);
}
