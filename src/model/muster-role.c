/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-role.h"

#include "muster-resource-private.h"

struct _MusterRole
{
  MusterResource parent_instance;

  gboolean administrative;
  char   **permissions; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MusterRole, muster_role, MUSTER_TYPE_RESOURCE)

static void
muster_role_finalize (GObject *object)
{
  g_strfreev (MUSTER_ROLE (object)->permissions);
  G_OBJECT_CLASS (muster_role_parent_class)->finalize (object);
}

static void
muster_role_class_init (MusterRoleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_role_finalize;
}

static void
muster_role_init (MusterRole *self)
{
}

MusterRole *
muster_role_new (const char        *id,
                 const char        *display_name,
                 gboolean           administrative,
                 const char *const *permissions)
{
  static const char *const none[] = { NULL };
  MusterRole *self = muster_resource_construct (MUSTER_TYPE_ROLE, id, display_name);

  self->administrative = administrative;
  self->permissions = g_strdupv ((char **) (permissions != NULL ? permissions : none));
  return self;
}

gboolean
muster_role_is_administrative (MusterRole *self)
{
  return self->administrative;
}

const char *const *
muster_role_get_permissions (MusterRole *self)
{
  return (const char *const *) self->permissions;
}
