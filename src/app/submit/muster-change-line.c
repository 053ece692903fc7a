/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-change-line.h"

#include <glib/gi18n.h>

struct _MusterChangeLine
{
  GObject parent_instance;

  MusterField field;
  MusterVerb  verb;
  char       *text;      /* (owned) */
  char       *full_text; /* (owned) */
  char       *users;     /* (owned) */
};

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_TEXT,
  PROP_FULL_TEXT,
  PROP_USERS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterChangeLine, muster_change_line, G_TYPE_OBJECT)

static const char *const icon_names[MUSTER_N_FIELDS] = {
  [MUSTER_FIELD_COMPANY] = "muster-company-symbolic",
  [MUSTER_FIELD_ACCOUNT_EXECUTIVE] = "avatar-default-symbolic",
  [MUSTER_FIELD_ORGANIZATION] = "muster-organization-symbolic",
  [MUSTER_FIELD_TIME_ZONE] = "preferences-system-time-symbolic",
  [MUSTER_FIELD_ROLES] = "muster-role-symbolic",
  [MUSTER_FIELD_MANAGED_ORGANIZATIONS] = "muster-organization-symbolic",
  [MUSTER_FIELD_FLAGGED_FIELDS] = "muster-flag-symbolic",
  [MUSTER_FIELD_ACTIVE] = "system-lock-screen-symbolic",
};

static void
muster_change_line_finalize (GObject *object)
{
  MusterChangeLine *self = MUSTER_CHANGE_LINE (object);

  g_free (self->text);
  g_free (self->full_text);
  g_free (self->users);
  G_OBJECT_CLASS (muster_change_line_parent_class)->finalize (object);
}

static void
muster_change_line_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  MusterChangeLine *self = MUSTER_CHANGE_LINE (object);

  switch (prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_static_string (value, icon_names[self->field]);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_FULL_TEXT:
      g_value_set_string (value, self->full_text);
      break;
    case PROP_USERS:
      g_value_set_string (value, self->users);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_change_line_class_init (MusterChangeLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = muster_change_line_finalize;
  object_class->get_property = muster_change_line_get_property;
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_FULL_TEXT] = g_param_spec_string ("full-text", NULL, NULL, NULL, flags);
  props[PROP_USERS] = g_param_spec_string ("users", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
muster_change_line_init (MusterChangeLine *self)
{
}

MusterChangeLine *
muster_change_line_new (const MusterChangeText *text)
{
  MusterChangeLine *self = g_object_new (MUSTER_TYPE_CHANGE_LINE, NULL);

  self->field = text->field;
  self->verb = text->verb;
  self->text = g_strdup (text->text);
  self->full_text = g_strdup (text->full_text);
  return self;
}

MusterField
muster_change_line_get_field (MusterChangeLine *self)
{
  return self->field;
}

MusterVerb
muster_change_line_get_verb (MusterChangeLine *self)
{
  return self->verb;
}

/* @users: (transfer full) */
static void
set_users (MusterChangeLine *self, char *users)
{
  g_free (self->users);
  self->users = users;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_USERS]);
}

void
muster_change_line_set_n_users (MusterChangeLine *self, guint n_users)
{
  set_users (self,
             g_strdup_printf (ngettext ("%'u user", "%'u users", n_users), n_users));
}

void
muster_change_line_set_unknown (MusterChangeLine *self)
{
  set_users (self, NULL);
}
