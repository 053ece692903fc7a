/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-organization-node.h"
#include "muster-search-text.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ORGANIZATION_TREE (muster_organization_tree_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterOrganizationTree, muster_organization_tree, MUSTER, ORGANIZATION_TREE, GObject)

/**
 * MusterOrganizationTree:
 *
 * All organizations of a platform, each below its parent and among its siblings by name.
 *
 * Whatever the platform says becomes a tree: what lies in a circle, or below something
 * that is not there, is at the top; of two with one identifier the first counts; what
 * lies deeper than anybody can look is shown at the deepest level.
 */

/* Safe in a worker thread. @organizations: of MusterOrganization. */
MusterOrganizationTree *muster_organization_tree_new (GPtrArray *organizations);

guint muster_organization_tree_get_n_nodes (MusterOrganizationTree *self);

/* (transfer none) (nullable) */
MusterOrganizationNode *
muster_organization_tree_find (MusterOrganizationTree *self, const char *id);

/* Expands everything above @node, so that it can be seen. */
void muster_organization_tree_reveal (MusterOrganizationNode *node);

typedef gboolean (*MusterOrganizationFunc) (MusterOrganizationNode *node,
                                            gpointer                user_data);

/* Shows what @search finds and @is_wanted (nullable: all) wants, and everything above it.
 * Returns how many were found. Lists that were made before keep what they have. */
guint muster_organization_tree_filter (MusterOrganizationTree *self,
                                       const MusterSearchText *search,
                                       MusterOrganizationFunc  is_wanted,
                                       gpointer                user_data);

/* (transfer full): what is shown at the top, of #MusterOrganizationNode. */
GListModel *muster_organization_tree_list_top (MusterOrganizationTree *self);

G_END_DECLS
