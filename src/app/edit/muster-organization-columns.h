/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-edit.h"
#include "muster-organization-node.h"

G_BEGIN_DECLS

/* The columns of the tree: Organization, Managed Now By and Change, which follow what
 * @edit wishes. @view: shows #GtkTreeListRow of #MusterOrganizationNode. What is clicked
 * activates the actions `organizations.toggle`, `.remove` and `.take-back`, each with the
 * identifier. */
void muster_organization_columns_append (GtkColumnView *view, MusterEdit *edit);

/* (transfer none) (nullable): the row of the tree that @widget is in; %NULL outside. */
GtkTreeListRow *muster_organization_columns_find_row (GtkWidget *widget);

/* (transfer none) (nullable): the cell that shows @row, where it can be seen. */
GtkWidget *
muster_organization_columns_find_cell (GtkColumnView *view, GtkTreeListRow *row);

G_END_DECLS
