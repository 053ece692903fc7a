/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization-tree.h"

#include <string.h>

#include "muster-organization-node-private.h"

/* Levels that a list can indent, and GTK can hold inside each other. */
#define MAX_DEPTH 40

/* States of a node while parents are looked up. */
enum
{
  NEW,
  BEGUN,
  DONE,
};

struct _MusterOrganizationTree
{
  GObject parent_instance;

  GPtrArray  *nodes; /* (owned): of nodes (owned), each after what it lies below */
  GPtrArray  *top;   /* (owned): of nodes (not owned) */
  GHashTable *by_id; /* (owned): identifier (not owned) to node (not owned) */
};

G_DEFINE_FINAL_TYPE (MusterOrganizationTree, muster_organization_tree, G_TYPE_OBJECT)

/* A list that is still shown may hold nodes a moment longer than the tree. */
static void
cut_nodes_loose (MusterOrganizationTree *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      MusterOrganizationNode *node = g_ptr_array_index (self->nodes, i);

      node->parent = NULL;
      node->above = NULL;
      node->n_shown_below = 0;
      g_clear_pointer (&node->below, g_ptr_array_unref);
    }
}

static void
muster_organization_tree_finalize (GObject *object)
{
  MusterOrganizationTree *self = MUSTER_ORGANIZATION_TREE (object);

  cut_nodes_loose (self);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->top);
  g_ptr_array_unref (self->nodes);

  G_OBJECT_CLASS (muster_organization_tree_parent_class)->finalize (object);
}

static void
muster_organization_tree_class_init (MusterOrganizationTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_organization_tree_finalize;
}

static void
muster_organization_tree_init (MusterOrganizationTree *self)
{
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);
  self->top = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const MusterOrganizationNode *one = *(MusterOrganizationNode *const *) a;
  const MusterOrganizationNode *other = *(MusterOrganizationNode *const *) b;

  return strcmp (one->sort_key, other->sort_key);
}

/* (transfer container): the nodes by their names. */
static GPtrArray *
make_nodes (MusterOrganizationTree *self, GPtrArray *organizations)
{
  GPtrArray *nodes = g_ptr_array_sized_new (organizations->len);

  for (guint i = 0; i < organizations->len; i++)
    {
      MusterOrganization *organization = g_ptr_array_index (organizations, i);
      const char         *id = muster_resource_get_id (MUSTER_RESOURCE (organization));
      MusterOrganizationNode *node;

      if (g_hash_table_contains (self->by_id, id))
        continue;
      node = muster_organization_node_new (organization);
      g_hash_table_insert (self->by_id, (char *) id, node);
      g_ptr_array_add (nodes, node);
    }
  g_ptr_array_sort (nodes, compare_names);
  return nodes;
}

static MusterOrganizationNode *
look_up_parent (MusterOrganizationTree *self, MusterOrganizationNode *node)
{
  const char *id = muster_organization_get_parent_id (node->organization);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/* Where it is shown: below its parent, or beside it where that is too deep already. */
static void
place_node (MusterOrganizationTree *self, MusterOrganizationNode *node)
{
  MusterOrganizationNode *parent = node->parent;

  node->state = DONE;
  g_ptr_array_add (self->nodes, node);
  if (parent == NULL)
    return;
  node->depth = MIN (parent->depth + 1, MAX_DEPTH);
  node->above = parent->depth < MAX_DEPTH ? parent : parent->above;
}

/* Places everything above @node, and @node. No recursion: a chain may be as long as the
 * list. The way up ends at the top, at something that is placed, or where it would meet
 * itself: there the circle is cut. */
static void
place_chain (MusterOrganizationTree *self, MusterOrganizationNode *node, GPtrArray *chain)
{
  g_ptr_array_set_size (chain, 0);
  while (node != NULL && node->state == NEW)
    {
      MusterOrganizationNode *parent = look_up_parent (self, node);

      node->state = BEGUN;
      g_ptr_array_add (chain, node);
      if (parent != NULL && parent->state != BEGUN)
        node->parent = parent;
      node = node->parent;
    }
  for (guint i = chain->len; i > 0; i--)
    place_node (self, g_ptr_array_index (chain, i - 1));
}

static void
append_to_list (MusterOrganizationTree *self, MusterOrganizationNode *node)
{
  if (node->above != NULL)
    muster_organization_node_append (node->above, node);
  else
    g_ptr_array_add (self->top, node);
  g_clear_pointer (&node->sort_key, g_free);
}

MusterOrganizationTree *
muster_organization_tree_new (GPtrArray *organizations)
{
  MusterOrganizationTree *self = g_object_new (MUSTER_TYPE_ORGANIZATION_TREE, NULL);
  g_autoptr (GPtrArray) sorted = make_nodes (self, organizations);
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  g_autoptr (MusterSearchText) nothing = muster_search_text_new (NULL);

  for (guint i = 0; i < sorted->len; i++)
    place_chain (self, g_ptr_array_index (sorted, i), chain);
  for (guint i = 0; i < sorted->len; i++)
    append_to_list (self, g_ptr_array_index (sorted, i));
  muster_organization_tree_filter (self, nothing, NULL, NULL);
  return self;
}

guint
muster_organization_tree_get_n_nodes (MusterOrganizationTree *self)
{
  return self->nodes->len;
}

MusterOrganizationNode *
muster_organization_tree_find (MusterOrganizationTree *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

void
muster_organization_tree_reveal (MusterOrganizationNode *node)
{
  for (node = node->above; node != NULL; node = node->above)
    node->is_expanded = TRUE;
}

guint
muster_organization_tree_filter (MusterOrganizationTree *self,
                                 const MusterSearchText *search,
                                 MusterOrganizationFunc  is_wanted,
                                 gpointer                user_data)
{
  guint n_found = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      MusterOrganizationNode *node = g_ptr_array_index (self->nodes, i);

      node->n_shown_below = 0;
      node->is_shown = muster_search_text_matches (search, node->folded)
                       && (is_wanted == NULL || is_wanted (node, user_data));
      n_found += node->is_shown;
    }
  for (guint i = self->nodes->len; i > 0; i--)
    {
      MusterOrganizationNode *node = g_ptr_array_index (self->nodes, i - 1);

      if (!node->is_shown || node->above == NULL)
        continue;
      node->above->is_shown = TRUE;
      node->above->n_shown_below++;
    }
  return n_found;
}

GListModel *
muster_organization_tree_list_top (MusterOrganizationTree *self)
{
  return muster_organization_node_list_shown (self->top);
}
