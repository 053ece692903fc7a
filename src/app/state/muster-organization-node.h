/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-organization.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ORGANIZATION_NODE (muster_organization_node_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterOrganizationNode, muster_organization_node, MUSTER, ORGANIZATION_NODE, GObject)

/**
 * MusterOrganizationNode:
 *
 * An organization in its place in a #MusterOrganizationTree, which owns it.
 */

MusterReference *muster_organization_node_get_reference (MusterOrganizationNode *self);
const char      *muster_organization_node_get_id (MusterOrganizationNode *self);

/* For a label: clean already. */
const char *muster_organization_node_get_name (MusterOrganizationNode *self);

/* In small letters, as muster_search_text_fold() makes it. */
const char *muster_organization_node_get_folded (MusterOrganizationNode *self);

/* (nullable): what it lies below. */
MusterOrganizationNode *
muster_organization_node_get_parent (MusterOrganizationNode *self);

/* Whether somebody wants to see what is below it. */
gboolean muster_organization_node_is_expanded (MusterOrganizationNode *self);
void     muster_organization_node_set_expanded (MusterOrganizationNode *self,
                                                gboolean                is_expanded);

/* Whether anything below it is shown. */
gboolean muster_organization_node_has_children (MusterOrganizationNode *self);

/* (transfer full) (nullable): what is shown right below it, of #MusterOrganizationNode;
 * %NULL where there is nothing. */
GListModel *muster_organization_node_list_children (MusterOrganizationNode *self);

G_END_DECLS
