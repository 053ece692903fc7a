/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-session.h"

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
