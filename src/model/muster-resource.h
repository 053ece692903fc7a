/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib-object.h>

#include "muster-reference.h"

G_BEGIN_DECLS

/**
 * MusterResourceKind:
 *
 * The kinds of thing, other than users, that a platform lists and a user refers to.
 */
typedef enum
{
  MUSTER_RESOURCE_KIND_ROLE,
  MUSTER_RESOURCE_KIND_ORGANIZATION,
  MUSTER_RESOURCE_KIND_COMPANY,
} MusterResourceKind;

#define MUSTER_N_RESOURCE_KINDS (MUSTER_RESOURCE_KIND_COMPANY + 1)

#define MUSTER_TYPE_RESOURCE (muster_resource_get_type ())

G_DECLARE_DERIVABLE_TYPE (MusterResource, muster_resource, MUSTER, RESOURCE, GObject)

struct _MusterResourceClass
{
  GObjectClass parent_class;
};

const char      *muster_resource_get_id (MusterResource *self);
const char      *muster_resource_get_display_name (MusterResource *self);
MusterReference *muster_resource_get_reference (MusterResource *self);

G_END_DECLS
