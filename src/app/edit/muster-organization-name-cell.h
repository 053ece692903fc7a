/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-edit.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ORGANIZATION_NAME_CELL (muster_organization_name_cell_get_type ())

G_DECLARE_FINAL_TYPE (MusterOrganizationNameCell,
                      muster_organization_name_cell,
                      MUSTER,
                      ORGANIZATION_NAME_CELL,
                      GtkWidget)

/* An organization in its tree: the arrow, the check box of whether it is added, its name.
 * The check box activates `organizations.toggle`. */
GtkWidget *muster_organization_name_cell_new (MusterEdit *edit);

/* @row: (nullable): of #MusterOrganizationNode. */
void            muster_organization_name_cell_set_row (MusterOrganizationNameCell *self,
                                                       GtkTreeListRow             *row);
GtkTreeListRow *muster_organization_name_cell_get_row (MusterOrganizationNameCell *self);

G_END_DECLS
