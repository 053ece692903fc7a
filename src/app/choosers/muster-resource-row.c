/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-resource-row.h"

#include <glib/gi18n.h>

#include "muster-cell.h"
#include "muster-display-text.h"
#include "muster-role.h"

struct _MusterResourceRow
{
  GtkWidget parent_instance;

  MusterOrganizationLoader *organizations; /* (owned) (nullable) */
  MusterResource           *resource;      /* (owned) (nullable) */

  GtkWidget *name;
  GtkWidget *path;
  GtkWidget *administrative;
};

G_DEFINE_FINAL_TYPE (MusterResourceRow, muster_resource_row, GTK_TYPE_WIDGET)

static void
muster_resource_row_dispose (GObject *object)
{
  MusterResourceRow *self = MUSTER_RESOURCE_ROW (object);
  GtkWidget         *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->resource);
  g_clear_object (&self->organizations);
  G_OBJECT_CLASS (muster_resource_row_parent_class)->dispose (object);
}

static void
muster_resource_row_class_init (MusterResourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_resource_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "resource");
}

/* The name with its pill, over what it lies in. */
static GtkWidget *
create_lines (MusterResourceRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->name = muster_cell_new_text (0);
  gtk_widget_add_css_class (self->name, "heading");
  self->administrative = gtk_label_new (_ ("Administrative"));
  gtk_widget_add_css_class (self->administrative, "pill");
  gtk_widget_add_css_class (self->administrative, "outline");
  gtk_widget_set_valign (self->administrative, GTK_ALIGN_CENTER);
  self->path = muster_cell_new_text (0);
  gtk_widget_add_css_class (self->path, "caption");
  gtk_widget_add_css_class (self->path, "dim");
  gtk_box_append (GTK_BOX (first), self->name);
  gtk_box_append (GTK_BOX (first), self->administrative);
  gtk_box_append (GTK_BOX (lines), first);
  gtk_box_append (GTK_BOX (lines), self->path);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  return lines;
}

static void
muster_resource_row_init (MusterResourceRow *self)
{
  gtk_widget_set_parent (muster_cell_new_tick (), GTK_WIDGET (self));
  gtk_widget_set_parent (create_lines (self), GTK_WIDGET (self));
}

/* The outermost comes first. */
static void
prepend_name (GString *path, MusterOrganizationNode *node)
{
  g_autofree char *name
    = muster_display_text_isolate (muster_organization_node_get_name (node));

  if (path->len > 0)
    g_string_prepend (path, " / ");
  g_string_prepend (path, name);
}

/* (transfer full) (nullable): what the organization lies in, since names repeat. */
static char *
build_path (MusterResourceRow *self)
{
  MusterOrganizationTree *tree
    = muster_organization_loader_get_tree (self->organizations);
  MusterOrganizationNode *node;
  GString                *path;

  if (tree == NULL || self->resource == NULL)
    return NULL;
  node = muster_organization_tree_find (tree, muster_resource_get_id (self->resource));
  if (node == NULL || muster_organization_node_get_parent (node) == NULL)
    return NULL;
  path = g_string_new (NULL);
  while ((node = muster_organization_node_get_parent (node)) != NULL)
    prepend_name (path, node);
  return g_string_free (path, FALSE);
}

static void
show_path (MusterResourceRow *self)
{
  g_autofree char *path = self->organizations != NULL ? build_path (self) : NULL;

  gtk_widget_set_visible (self->path, path != NULL);
  gtk_label_set_label (GTK_LABEL (self->path), path);
}

GtkWidget *
muster_resource_row_new (MusterOrganizationLoader *organizations)
{
  MusterResourceRow *self = g_object_new (MUSTER_TYPE_RESOURCE_ROW, NULL);

  g_set_object (&self->organizations, organizations);
  if (organizations != NULL)
    g_signal_connect_object (organizations, "changed", G_CALLBACK (show_path), self,
                             G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static gboolean
is_administrative (MusterResource *resource)
{
  return MUSTER_IS_ROLE (resource)
         && muster_role_is_administrative (MUSTER_ROLE (resource));
}

void
muster_resource_row_set_resource (MusterResourceRow *self, MusterResource *resource)
{
  g_set_object (&self->resource, resource);
  if (resource == NULL)
    return;
  muster_cell_set_text (self->name, muster_resource_get_display_name (resource));
  gtk_widget_set_visible (self->administrative, is_administrative (resource));
  show_path (self);
}

char *
muster_resource_row_dup_description (MusterResourceRow *self)
{
  g_autofree char *name
    = muster_display_text_clean (muster_resource_get_display_name (self->resource));

  if (is_administrative (self->resource))
    /* Translators: %s is a role's name */
    return g_strdup_printf (_ ("%s, administrative"), name);
  return g_steal_pointer (&name);
}
