/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-session.h"

#include <glib/gi18n.h>

#include "muster-cli-password.h"
#include "muster-cli-terminal.h"
#include "muster-scim-platform.h"

#define CLOSE_SECONDS 5

MusterCliSession *
muster_cli_session_new (const MusterCliOptions *options)
{
  MusterCliSession *self = g_new0 (MusterCliSession, 1);

  self->options = options;
  self->cancellable = g_cancellable_new ();
  return self;
}

void
muster_cli_session_free (MusterCliSession *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->platform);
  g_object_unref (self->cancellable);
  g_free (self);
}

static MusterPlatform *
create_platform (const MusterCliOptions *options, GError **error)
{
  gboolean        open_to_others = FALSE;
  MusterPlatform *platform;
  char           *password;

  password = muster_cli_password_read (options->password_file, &open_to_others, error);
  if (password == NULL)
    return NULL;
  if (open_to_others)
    {
      g_autofree char *warning
        = g_strdup_printf (_ ("Others on this machine can read the password file %s; "
                              "chmod 600 makes it yours."),
                           options->password_file);

      muster_cli_terminal_complain (warning);
    }
  platform = muster_scim_platform_new (options->url, options->account, password, error);
  muster_cli_password_free (password);
  return platform;
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterCliSession *self = g_task_get_task_data (task);
  GError           *error = NULL;

  if (!muster_platform_open_finish (MUSTER_PLATFORM (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->platform = g_object_ref (MUSTER_PLATFORM (object));
  g_task_return_boolean (task, TRUE);
}

void
muster_cli_session_open_async (MusterCliSession   *self,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, callback, user_data);
  g_autoptr (MusterPlatform) platform = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, muster_cli_session_open_async);
  g_task_set_task_data (task, self, NULL);
  platform = create_platform (self->options, &error);
  if (platform == NULL)
    g_task_return_error (task, error);
  else
    muster_platform_open_async (platform, self->cancellable, opened_cb,
                                g_steal_pointer (&task));
}

gboolean
muster_cli_session_open_finish (MusterCliSession *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct
{
  GCancellable *cancellable; /* (owned) */
  guint         timeout;     /* source */
} Closing;

static void
free_closing (gpointer data)
{
  Closing *closing = data;

  g_clear_handle_id (&closing->timeout, g_source_remove);
  g_object_unref (closing->cancellable);
  g_free (closing);
}

static gboolean
give_up_cb (gpointer user_data)
{
  Closing *closing = user_data;

  closing->timeout = 0;
  g_cancellable_cancel (closing->cancellable);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  muster_platform_close_finish (MUSTER_PLATFORM (object), result, NULL);
  g_task_return_boolean (task, TRUE);
}

void
muster_cli_session_close_async (MusterCliSession   *self,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Closing *closing;

  g_task_set_source_tag (task, muster_cli_session_close_async);
  if (self->platform == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  closing = g_new0 (Closing, 1);
  closing->cancellable = g_cancellable_new ();
  closing->timeout = g_timeout_add_seconds (CLOSE_SECONDS, give_up_cb, closing);
  g_task_set_task_data (task, closing, free_closing);
  muster_platform_close_async (self->platform, closing->cancellable, closed_cb,
                               g_steal_pointer (&task));
}

void
muster_cli_session_close_finish (MusterCliSession *self, GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}
