/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-connection.h"

#include "muster-connection-address.h"

struct _MusterConnection
{
  GObject parent_instance;

  char    *id;        /* (owned) */
  char    *name;      /* (owned) */
  char    *kind;      /* (owned) */
  char    *address;   /* (owned) */
  char    *user_name; /* (owned) */
  gboolean remembers_password;
  gint64   last_used; /* seconds since 1970, 0: never */
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_KIND,
  PROP_ADDRESS,
  PROP_USER_NAME,
  PROP_REMEMBERS_PASSWORD,
  PROP_LAST_USED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterConnection, muster_connection, G_TYPE_OBJECT)

static void
muster_connection_finalize (GObject *object)
{
  MusterConnection *self = MUSTER_CONNECTION (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->kind);
  g_free (self->address);
  g_free (self->user_name);
  G_OBJECT_CLASS (muster_connection_parent_class)->finalize (object);
}

static void
muster_connection_constructed (GObject *object)
{
  MusterConnection *self = MUSTER_CONNECTION (object);

  G_OBJECT_CLASS (muster_connection_parent_class)->constructed (object);
  if (self->id == NULL)
    self->id = g_uuid_string_random ();
  if (self->kind == NULL)
    self->kind = g_strdup (MUSTER_CONNECTION_KIND_SCIM);
  if (self->address == NULL)
    self->address = g_strdup ("");
  if (self->user_name == NULL)
    self->user_name = g_strdup ("");
  if (self->name == NULL || *self->name == '\0')
    {
      g_free (self->name);
      self->name = muster_connection_address_describe (self->address);
    }
}

static char **
find_text (MusterConnection *self, guint prop_id)
{
  switch (prop_id)
    {
    case PROP_ID:
      return &self->id;
    case PROP_NAME:
      return &self->name;
    case PROP_KIND:
      return &self->kind;
    case PROP_ADDRESS:
      return &self->address;
    case PROP_USER_NAME:
      return &self->user_name;
    default:
      return NULL;
    }
}

static void
muster_connection_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  MusterConnection *self = MUSTER_CONNECTION (object);
  char            **text = find_text (self, prop_id);

  if (text != NULL)
    g_value_set_string (value, *text);
  else if (prop_id == PROP_REMEMBERS_PASSWORD)
    g_value_set_boolean (value, self->remembers_password);
  else if (prop_id == PROP_LAST_USED)
    g_value_set_int64 (value, self->last_used);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
muster_connection_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  MusterConnection *self = MUSTER_CONNECTION (object);
  char            **text = find_text (self, prop_id);

  if (text != NULL)
    *text = g_value_dup_string (value);
  else if (prop_id == PROP_REMEMBERS_PASSWORD)
    self->remembers_password = g_value_get_boolean (value);
  else if (prop_id == PROP_LAST_USED)
    self->last_used = g_value_get_int64 (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
muster_connection_class_init (MusterConnectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = muster_connection_constructed;
  object_class->finalize = muster_connection_finalize;
  object_class->get_property = muster_connection_get_property;
  object_class->set_property = muster_connection_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, flags);
  properties[PROP_USER_NAME] = g_param_spec_string ("user-name", NULL, NULL, NULL, flags);
  properties[PROP_REMEMBERS_PASSWORD]
    = g_param_spec_boolean ("remembers-password", NULL, NULL, FALSE, flags);
  properties[PROP_LAST_USED]
    = g_param_spec_int64 ("last-used", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
muster_connection_init (MusterConnection *self)
{
}

const char *
muster_connection_get_id (MusterConnection *self)
{
  g_return_val_if_fail (MUSTER_IS_CONNECTION (self), NULL);

  return self->id;
}

const char *
muster_connection_get_name (MusterConnection *self)
{
  g_return_val_if_fail (MUSTER_IS_CONNECTION (self), NULL);

  return self->name;
}

const char *
muster_connection_get_kind (MusterConnection *self)
{
  g_return_val_if_fail (MUSTER_IS_CONNECTION (self), NULL);

  return self->kind;
}

const char *
muster_connection_get_address (MusterConnection *self)
{
  g_return_val_if_fail (MUSTER_IS_CONNECTION (self), NULL);

  return self->address;
}

const char *
muster_connection_get_user_name (MusterConnection *self)
{
  g_return_val_if_fail (MUSTER_IS_CONNECTION (self), NULL);

  return self->user_name;
}

gboolean
muster_connection_remembers_password (MusterConnection *self)
{
  g_return_val_if_fail (MUSTER_IS_CONNECTION (self), FALSE);

  return self->remembers_password;
}

gint64
muster_connection_get_last_used (MusterConnection *self)
{
  g_return_val_if_fail (MUSTER_IS_CONNECTION (self), 0);

  return self->last_used;
}
