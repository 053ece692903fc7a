/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "await.h"

#include <glib/gstdio.h>

#define LIMIT_SECONDS 60

void
await_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("An answer did not come within %d seconds.", LIMIT_SECONDS);
  return G_SOURCE_REMOVE;
}

GAsyncResult *
await_result (GAsyncResult **result)
{
  guint limit_id = g_timeout_add_seconds (LIMIT_SECONDS, give_up_cb, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit_id);
  return g_steal_pointer (result);
}

char *
temporary_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("muster-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

static void
remove_all (const char *path)
{
  GDir *folder = g_dir_open (path, 0, NULL);

  for (const char *name; folder != NULL && (name = g_dir_read_name (folder)) != NULL;)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_remove (path);
}

void
temporary_folder_free (char *path)
{
  remove_all (path);
  g_free (path);
}
