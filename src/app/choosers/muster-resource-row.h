/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-organization-loader.h"
#include "muster-resource.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_RESOURCE_ROW (muster_resource_row_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterResourceRow, muster_resource_row, MUSTER, RESOURCE_ROW, GtkWidget)

/**
 * MusterResourceRow:
 *
 * A role, an organization or a company in a chooser: its tick, its name, that it is
 * administrative, and what it lies in.
 */

/* @organizations: (nullable): what organizations lie in, once it is known. */
GtkWidget *muster_resource_row_new (MusterOrganizationLoader *organizations);

/* (nullable) */
void muster_resource_row_set_resource (MusterResourceRow *self, MusterResource *resource);

/* (transfer full): what a screen reader says of it. */
char *muster_resource_row_dup_description (MusterResourceRow *self);

G_END_DECLS
