/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-organization-node.h"

G_BEGIN_DECLS

/* What a tree does with its nodes; for nobody else. */

struct _MusterOrganizationNode
{
  GObject parent_instance;

  MusterOrganization *organization; /* (owned) */
  char               *name;         /* (owned): clean */
  char               *folded;       /* (owned) */
  char               *sort_key;     /* (owned) (nullable): while the tree is built */

  MusterOrganizationNode *parent; /* (not owned) (nullable) */
  MusterOrganizationNode *above;  /* (not owned) (nullable): where it is shown */
  GPtrArray              *below; /* (owned) (nullable): of nodes (not owned) shown here */
  guint                   depth; /* 0: at the top */
  guint                   state; /* while the tree is built */
  guint                   n_shown_below;
  gboolean                is_shown;
  gboolean                is_expanded;
};

MusterOrganizationNode *muster_organization_node_new (MusterOrganization *organization);
void                    muster_organization_node_append (MusterOrganizationNode *self,
                                                         MusterOrganizationNode *node);

/* (transfer full): those of @nodes that are shown. */
GListModel *muster_organization_node_list_shown (GPtrArray *nodes);

G_END_DECLS
