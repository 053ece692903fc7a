/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization.h"

#include "muster-resource-private.h"

struct _MusterOrganization
{
  MusterResource parent_instance;

  char *parent_id; /* (owned) (nullable): NULL for a root */
};

G_DEFINE_FINAL_TYPE (MusterOrganization, muster_organization, MUSTER_TYPE_RESOURCE)

static void
muster_organization_finalize (GObject *object)
{
  g_free (MUSTER_ORGANIZATION (object)->parent_id);
  G_OBJECT_CLASS (muster_organization_parent_class)->finalize (object);
}

static void
muster_organization_class_init (MusterOrganizationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_organization_finalize;
}

static void
muster_organization_init (MusterOrganization *self)
{
}

MusterOrganization *
muster_organization_new (const char *id, const char *display_name, const char *parent_id)
{
  MusterOrganization *self
    = muster_resource_construct (MUSTER_TYPE_ORGANIZATION, id, display_name);

  self->parent_id = g_strdup (parent_id);
  return self;
}

const char *
muster_organization_get_parent_id (MusterOrganization *self)
{
  return self->parent_id;
}
