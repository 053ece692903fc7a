/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-http-authorization.h"

#include "muster-http-request.h"
#include "muster-http-secret.h"

struct _MusterHttpAuthorization
{
  GObject parent_instance;

  char               *header; /* (owned) (nullable) */
  guint               generation;
  MusterHttpRefresher refresher; /* (nullable) */
  gpointer            refresher_data;
  GPtrArray *waiting; /* (owned) (nullable): of GTask; set while one is under way */
};

G_DEFINE_FINAL_TYPE (MusterHttpAuthorization, muster_http_authorization, G_TYPE_OBJECT)

static void
muster_http_authorization_finalize (GObject *object)
{
  MusterHttpAuthorization *self = MUSTER_HTTP_AUTHORIZATION (object);

  muster_http_secret_free (self->header);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  G_OBJECT_CLASS (muster_http_authorization_parent_class)->finalize (object);
}

static void
muster_http_authorization_class_init (MusterHttpAuthorizationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_http_authorization_finalize;
}

static void
muster_http_authorization_init (MusterHttpAuthorization *self)
{
}

MusterHttpAuthorization *
muster_http_authorization_new (void)
{
  return g_object_new (MUSTER_TYPE_HTTP_AUTHORIZATION, NULL);
}

static void
take_header (MusterHttpAuthorization *self, char *header)
{
  muster_http_secret_free (self->header);
  self->header = header;
  self->generation++;
}

void
muster_http_authorization_set_none (MusterHttpAuthorization *self)
{
  take_header (self, NULL);
}

gboolean
muster_http_authorization_set_bearer (MusterHttpAuthorization *self, const char *token)
{
  for (const char *at = token; *at != '\0'; at++)
    if (!g_ascii_isgraph (*at))
      return FALSE;
  take_header (self, g_strconcat ("Bearer ", token, NULL));
  return TRUE;
}

void
muster_http_authorization_set_basic (MusterHttpAuthorization *self,
                                     const char              *account,
                                     const char              *password)
{
  take_header (self, muster_http_basic_new (account, password));
}

const char *
muster_http_authorization_get_header (MusterHttpAuthorization *self)
{
  return self->header;
}

guint
muster_http_authorization_get_generation (MusterHttpAuthorization *self)
{
  return self->generation;
}

void
muster_http_authorization_set_refresher (MusterHttpAuthorization *self,
                                         MusterHttpRefresher      refresher,
                                         gpointer                 user_data)
{
  self->refresher = refresher;
  self->refresher_data = user_data;
}

gboolean
muster_http_authorization_has_refresher (MusterHttpAuthorization *self)
{
  return self->refresher != NULL;
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterHttpAuthorization *self = MUSTER_HTTP_AUTHORIZATION (source);
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  for (guint i = 0; i < waiting->len; i++)
    {
      GTask *task = g_ptr_array_index (waiting, i);

      if (done)
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, g_error_copy (error));
    }
}

void
muster_http_authorization_refresh_async (MusterHttpAuthorization *self,
                                         guint                    generation,
                                         GCancellable            *cancellable,
                                         GAsyncReadyCallback      callback,
                                         gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_http_authorization_refresh_async);
  if (generation != self->generation)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (self->waiting != NULL)
    {
      g_ptr_array_add (self->waiting, g_steal_pointer (&task));
      return;
    }
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  /* Not the caller's cancellable: others may be waiting for the same. */
  self->refresher (self, g_task_new (self, NULL, refreshed_cb, NULL),
                   self->refresher_data);
}

gboolean
muster_http_authorization_refresh_finish (MusterHttpAuthorization *self,
                                          GAsyncResult            *result,
                                          GError                 **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
