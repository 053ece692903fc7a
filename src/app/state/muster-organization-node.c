/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization-node-private.h"

#include "muster-display-text.h"
#include "muster-search-text.h"

G_DEFINE_FINAL_TYPE (MusterOrganizationNode, muster_organization_node, G_TYPE_OBJECT)

static void
muster_organization_node_finalize (GObject *object)
{
  MusterOrganizationNode *self = MUSTER_ORGANIZATION_NODE (object);

  g_clear_object (&self->organization);
  g_clear_pointer (&self->below, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->folded);
  g_free (self->sort_key);

  G_OBJECT_CLASS (muster_organization_node_parent_class)->finalize (object);
}

static void
muster_organization_node_class_init (MusterOrganizationNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_organization_node_finalize;
}

static void
muster_organization_node_init (MusterOrganizationNode *self)
{
  self->is_shown = TRUE;
}

MusterOrganizationNode *
muster_organization_node_new (MusterOrganization *organization)
{
  MusterOrganizationNode *self = g_object_new (MUSTER_TYPE_ORGANIZATION_NODE, NULL);
  const char *name = muster_resource_get_display_name (MUSTER_RESOURCE (organization));

  self->organization = g_object_ref (organization);
  self->name = muster_display_text_clean (name);
  self->folded = muster_search_text_fold (self->name);
  self->sort_key = g_utf8_collate_key (self->name, -1);
  return self;
}

void
muster_organization_node_append (MusterOrganizationNode *self,
                                 MusterOrganizationNode *node)
{
  if (self->below == NULL)
    self->below = g_ptr_array_new ();
  g_ptr_array_add (self->below, node);
}

MusterReference *
muster_organization_node_get_reference (MusterOrganizationNode *self)
{
  return muster_resource_get_reference (MUSTER_RESOURCE (self->organization));
}

const char *
muster_organization_node_get_id (MusterOrganizationNode *self)
{
  return muster_resource_get_id (MUSTER_RESOURCE (self->organization));
}

const char *
muster_organization_node_get_name (MusterOrganizationNode *self)
{
  return self->name;
}

const char *
muster_organization_node_get_folded (MusterOrganizationNode *self)
{
  return self->folded;
}

MusterOrganizationNode *
muster_organization_node_get_parent (MusterOrganizationNode *self)
{
  return self->parent;
}

gboolean
muster_organization_node_is_expanded (MusterOrganizationNode *self)
{
  return self->is_expanded;
}

void
muster_organization_node_set_expanded (MusterOrganizationNode *self, gboolean is_expanded)
{
  self->is_expanded = is_expanded;
}

gboolean
muster_organization_node_has_children (MusterOrganizationNode *self)
{
  return self->n_shown_below > 0;
}

GListModel *
muster_organization_node_list_shown (GPtrArray *nodes)
{
  GListStore *store = g_list_store_new (MUSTER_TYPE_ORGANIZATION_NODE);
  g_autoptr (GPtrArray) shown = g_ptr_array_sized_new (nodes->len);

  for (guint i = 0; i < nodes->len; i++)
    {
      MusterOrganizationNode *node = g_ptr_array_index (nodes, i);

      if (node->is_shown)
        g_ptr_array_add (shown, node);
    }
  g_list_store_splice (store, 0, 0, shown->pdata, shown->len);
  return G_LIST_MODEL (store);
}

GListModel *
muster_organization_node_list_children (MusterOrganizationNode *self)
{
  if (self->n_shown_below == 0)
    return NULL;
  return muster_organization_node_list_shown (self->below);
}
