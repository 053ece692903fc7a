/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization-name-cell.h"

#include <glib/gi18n.h>

#include "muster-organization-wish.h"

struct _MusterOrganizationNameCell
{
  GtkWidget parent_instance;

  GtkWidget *expander; /* (not owned): template child */
  GtkWidget *check;    /* (not owned): template child */
  GtkWidget *name;     /* (not owned): template child */

  MusterEdit             *edit; /* (owned) */
  GtkTreeListRow         *row;  /* (owned) (nullable) */
  MusterOrganizationNode *node; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MusterOrganizationNameCell,
                     muster_organization_name_cell,
                     GTK_TYPE_WIDGET)

static MusterOrganizationWish
get_wish (MusterOrganizationNameCell *self)
{
  return muster_organization_wish_get (self->edit, self->node, NULL);
}

static gboolean
is_checked (MusterOrganizationWish wish)
{
  return wish == MUSTER_ORGANIZATION_WISH_ADD
         || wish == MUSTER_ORGANIZATION_WISH_INCLUDED;
}

/* The row is what a screen reader stops at: it says everything that the columns show. */
static void
update_row_name (MusterOrganizationNameCell *self)
{
  GtkWidget       *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget       *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *text = muster_organization_wish_describe (self->edit, self->node);

  if (row == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  muster_organization_node_get_name (self->node),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
update (MusterOrganizationNameCell *self)
{
  MusterOrganizationWish wish;

  if (self->node == NULL)
    return;
  wish = get_wish (self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), is_checked (wish));
  gtk_widget_set_sensitive (self->check, wish != MUSTER_ORGANIZATION_WISH_INCLUDED);
  if (wish == MUSTER_ORGANIZATION_WISH_ADD || wish == MUSTER_ORGANIZATION_WISH_REMOVE)
    gtk_widget_add_css_class (self->name, "heading");
  else
    gtk_widget_remove_css_class (self->name, "heading");
  update_row_name (self);
}

/* Also called where update() has set it; then there is nothing to do. */
static void
toggled_cb (MusterOrganizationNameCell *self)
{
  gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));

  if (self->node != NULL && active != is_checked (get_wish (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "organizations.toggle", "s",
                                muster_organization_node_get_id (self->node));
}

/* What somebody opened is open again after a search. */
static void
expanded_cb (MusterOrganizationNameCell *self)
{
  muster_organization_node_set_expanded (self->node,
                                         gtk_tree_list_row_get_expanded (self->row));
}

static void
follow_row (MusterOrganizationNameCell *self, GtkTreeListRow *row)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, expanded_cb, self);
  g_clear_object (&self->node);
  g_set_object (&self->row, row);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (self->expander), row);
  if (row == NULL)
    return;
  self->node = gtk_tree_list_row_get_item (row);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkTreeListRow *
muster_organization_name_cell_get_row (MusterOrganizationNameCell *self)
{
  return self->row;
}

void
muster_organization_name_cell_set_row (MusterOrganizationNameCell *self,
                                       GtkTreeListRow             *row)
{
  const char *name = "";

  follow_row (self, row);
  if (self->node != NULL)
    name = muster_organization_node_get_name (self->node);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_widget_set_tooltip_text (self->name, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update (self);
}

GtkWidget *
muster_organization_name_cell_new (MusterEdit *edit)
{
  MusterOrganizationNameCell *self
    = g_object_new (MUSTER_TYPE_ORGANIZATION_NAME_CELL, NULL);

  self->edit = g_object_ref (edit);
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
muster_organization_name_cell_dispose (GObject *object)
{
  MusterOrganizationNameCell *self = MUSTER_ORGANIZATION_NAME_CELL (object);

  g_clear_object (&self->node);
  g_clear_object (&self->row);
  g_clear_object (&self->edit);
  g_clear_pointer (&self->expander, gtk_widget_unparent);

  G_OBJECT_CLASS (muster_organization_name_cell_parent_class)->dispose (object);
}

static void
muster_organization_name_cell_class_init (MusterOrganizationNameCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_organization_name_cell_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/edit/muster-organization-name-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterOrganizationNameCell,
                                        expander);
  gtk_widget_class_bind_template_child (widget_class, MusterOrganizationNameCell, check);
  gtk_widget_class_bind_template_child (widget_class, MusterOrganizationNameCell, name);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_organization_name_cell_init (MusterOrganizationNameCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
