/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-edit.h"
#include "muster-organization-node.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ORGANIZATION_CHANGE_CELL (muster_organization_change_cell_get_type ())

G_DECLARE_FINAL_TYPE (MusterOrganizationChangeCell,
                      muster_organization_change_cell,
                      MUSTER,
                      ORGANIZATION_CHANGE_CELL,
                      GtkWidget)

/* What will become of an organization, with the link or button that makes it otherwise:
 * they activate `organizations.remove` and `organizations.take-back`. */
GtkWidget *muster_organization_change_cell_new (MusterEdit *edit);

/* @node: (nullable) */
void muster_organization_change_cell_set_node (MusterOrganizationChangeCell *self,
                                               MusterOrganizationNode       *node);

G_END_DECLS
