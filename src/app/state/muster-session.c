/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-session.h"

#define CLOSE_SECONDS 4

struct _MusterSession
{
  GObject parent_instance;

  MusterPlatform *platform;  /* (owned) */
  MusterJournal  *journal;   /* (owned) */
  char           *name;      /* (owned) */
  char           *user_name; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MusterSession, muster_session, G_TYPE_OBJECT)

static void
muster_session_finalize (GObject *object)
{
  MusterSession *self = MUSTER_SESSION (object);

  g_clear_object (&self->platform);
  g_clear_object (&self->journal);
  g_free (self->name);
  g_free (self->user_name);
  G_OBJECT_CLASS (muster_session_parent_class)->finalize (object);
}

static void
muster_session_class_init (MusterSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_session_finalize;
}

static void
muster_session_init (MusterSession *self)
{
}

MusterSession *
muster_session_new (MusterPlatform *platform,
                    MusterJournal  *journal,
                    const char     *name,
                    const char     *user_name)
{
  MusterSession *self = g_object_new (MUSTER_TYPE_SESSION, NULL);
  MusterUser    *account = muster_platform_get_account (platform);

  self->platform = g_object_ref (platform);
  self->journal = g_object_ref (journal);
  self->name = g_strdup (name);
  self->user_name
    = g_strdup (account != NULL ? muster_user_get_user_name (account) : user_name);
  return self;
}

MusterPlatform *
muster_session_get_platform (MusterSession *self)
{
  return self->platform;
}

MusterJournal *
muster_session_get_journal (MusterSession *self)
{
  return self->journal;
}

const char *
muster_session_get_name (MusterSession *self)
{
  return self->name;
}

const char *
muster_session_get_account_name (MusterSession *self)
{
  MusterUser *account = muster_platform_get_account (self->platform);

  return account != NULL ? muster_user_get_display_name (account) : self->user_name;
}

const char *
muster_session_get_user_name (MusterSession *self)
{
  return self->user_name;
}

const char *
muster_session_get_account_id (MusterSession *self)
{
  MusterUser *account = muster_platform_get_account (self->platform);

  return account != NULL ? muster_user_get_id (account) : NULL;
}

gboolean
muster_session_offers (MusterSession *self, MusterField field)
{
  MusterCapabilities *capabilities = muster_platform_get_capabilities (self->platform);

  return capabilities != NULL && (capabilities->fields & MUSTER_FIELDS_OF (field)) != 0;
}

typedef struct
{
  GCancellable *cancellable; /* (owned) */
  guint         limit_id;    /* source */
} Closing;

static void
free_closing (gpointer data)
{
  Closing *closing = data;

  g_clear_handle_id (&closing->limit_id, g_source_remove);
  g_object_unref (closing->cancellable);
  g_free (closing);
}

static gboolean
give_up_cb (gpointer user_data)
{
  Closing *closing = user_data;

  closing->limit_id = 0;
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
muster_session_close_async (MusterSession      *self,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask   *task = g_task_new (self, NULL, callback, user_data);
  Closing *closing = g_new0 (Closing, 1);

  g_task_set_source_tag (task, muster_session_close_async);
  g_task_set_task_data (task, closing, free_closing);
  closing->cancellable = g_cancellable_new ();
  closing->limit_id = g_timeout_add_seconds (CLOSE_SECONDS, give_up_cb, closing);
  muster_platform_close_async (self->platform, closing->cancellable, closed_cb, task);
}

void
muster_session_close_finish (MusterSession *self, GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}
