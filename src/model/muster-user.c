/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user.h"

struct _MusterUser
{
  GObject parent_instance;

  char           *id;           /* (owned) */
  char           *user_name;    /* (owned) */
  char           *version;      /* (owned) (nullable) */
  char           *display_name; /* (owned) (nullable) */
  char          **emails;       /* (owned): the one to show first */
  char           *created;      /* (owned) (nullable) */
  char           *profile_texts[MUSTER_N_PROFILE_FIELDS]; /* (owned) (nullable) */
  MusterValueSet *values[MUSTER_N_FIELDS];                /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MusterUser, muster_user, G_TYPE_OBJECT)

static void
muster_user_finalize (GObject *object)
{
  MusterUser *self = MUSTER_USER (object);

  g_free (self->id);
  g_free (self->user_name);
  g_free (self->version);
  g_free (self->display_name);
  g_strfreev (self->emails);
  g_free (self->created);
  for (guint i = 0; i < MUSTER_N_PROFILE_FIELDS; i++)
    g_free (self->profile_texts[i]);
  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    g_clear_pointer (&self->values[i], muster_value_set_unref);
  G_OBJECT_CLASS (muster_user_parent_class)->finalize (object);
}

static void
muster_user_class_init (MusterUserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_user_finalize;
}

static void
muster_user_init (MusterUser *self)
{
  self->emails = g_new0 (char *, 1);
}

MusterUser *
muster_user_new (const char *id, const char *user_name)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (user_name != NULL, NULL);

  MusterUser *self = g_object_new (MUSTER_TYPE_USER, NULL);

  self->id = g_strdup (id);
  self->user_name = g_strdup (user_name);
  return self;
}

const char *
muster_user_get_id (MusterUser *self)
{
  return self->id;
}

const char *
muster_user_get_user_name (MusterUser *self)
{
  return self->user_name;
}

static void
replace_text (char **text, const char *replacement)
{
  char *old = *text;

  *text = g_strdup (replacement);
  g_free (old);
}

const char *
muster_user_get_version (MusterUser *self)
{
  return self->version;
}

void
muster_user_set_version (MusterUser *self, const char *version)
{
  replace_text (&self->version, version);
}

/* A platform need not give a name to show: the user name stands in. */
const char *
muster_user_get_display_name (MusterUser *self)
{
  return self->display_name != NULL && *self->display_name != '\0' ? self->display_name
                                                                   : self->user_name;
}

void
muster_user_set_display_name (MusterUser *self, const char *display_name)
{
  replace_text (&self->display_name, display_name);
}

const char *
muster_user_get_email (MusterUser *self)
{
  return self->emails[0];
}

void
muster_user_set_email (MusterUser *self, const char *email)
{
  const char *const emails[] = { email, NULL };

  muster_user_set_emails (self, emails);
}

const char *const *
muster_user_get_emails (MusterUser *self)
{
  return (const char *const *) self->emails;
}

void
muster_user_set_emails (MusterUser *self, const char *const *emails)
{
  char **copy = g_strdupv ((char **) emails);

  g_strfreev (self->emails);
  self->emails = copy;
}

const char *
muster_user_get_created (MusterUser *self)
{
  return self->created;
}

void
muster_user_set_created (MusterUser *self, const char *created)
{
  replace_text (&self->created, created);
}

const char *
muster_user_get_profile_text (MusterUser *self, MusterProfileField field)
{
  g_return_val_if_fail (field < MUSTER_N_PROFILE_FIELDS, NULL);

  return self->profile_texts[field];
}

void
muster_user_set_profile_text (MusterUser        *self,
                              MusterProfileField field,
                              const char        *text)
{
  g_return_if_fail (field < MUSTER_N_PROFILE_FIELDS);

  replace_text (&self->profile_texts[field], text);
}

MusterValueSet *
muster_user_get_values (MusterUser *self, MusterField field)
{
  g_return_val_if_fail (field < MUSTER_N_FIELDS, NULL);

  return self->values[field];
}

void
muster_user_set_values (MusterUser *self, MusterField field, MusterValueSet *values)
{
  g_return_if_fail (field < MUSTER_N_FIELDS);

  if (values != NULL)
    muster_value_set_ref (values);
  g_clear_pointer (&self->values[field], muster_value_set_unref);
  self->values[field] = values;
}

gboolean
muster_user_is_active (MusterUser *self)
{
  MusterValueSet *active = self->values[MUSTER_FIELD_ACTIVE];

  return active == NULL || !muster_value_set_contains (active, MUSTER_ACTIVE_FALSE);
}
