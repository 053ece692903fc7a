/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-resource-private.h"

typedef struct
{
  MusterReference *reference; /* (owned) */
} MusterResourcePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MusterResource, muster_resource, G_TYPE_OBJECT)

static MusterResourcePrivate *
get_private (MusterResource *self)
{
  return muster_resource_get_instance_private (self);
}

static void
muster_resource_finalize (GObject *object)
{
  g_clear_pointer (&get_private (MUSTER_RESOURCE (object))->reference,
                   muster_reference_unref);
  G_OBJECT_CLASS (muster_resource_parent_class)->finalize (object);
}

static void
muster_resource_class_init (MusterResourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_resource_finalize;
}

static void
muster_resource_init (MusterResource *self)
{
}

gpointer
muster_resource_construct (GType type, const char *id, const char *display_name)
{
  g_return_val_if_fail (id != NULL, NULL);

  MusterResource *self = g_object_new (type, NULL);

  get_private (self)->reference = muster_reference_new (id, display_name);
  return self;
}

const char *
muster_resource_get_id (MusterResource *self)
{
  return muster_reference_get_id (get_private (self)->reference);
}

const char *
muster_resource_get_display_name (MusterResource *self)
{
  return muster_reference_get_display (get_private (self)->reference);
}

MusterReference *
muster_resource_get_reference (MusterResource *self)
{
  return get_private (self)->reference;
}
