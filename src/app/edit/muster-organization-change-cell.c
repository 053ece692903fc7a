/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization-change-cell.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"
#include "muster-organization-wish.h"

struct _MusterOrganizationChangeCell
{
  GtkWidget parent_instance;

  GtkWidget *stack;     /* (not owned): template child */
  GtkWidget *remove;    /* (not owned): template child */
  GtkWidget *included;  /* (not owned): template child */
  GtkWidget *removed;   /* (not owned): template child */
  GtkWidget *take_back; /* (not owned): template child */

  MusterEdit             *edit; /* (owned) */
  MusterOrganizationNode *node; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MusterOrganizationChangeCell,
                     muster_organization_change_cell,
                     GTK_TYPE_WIDGET)

static void
show_included (MusterOrganizationChangeCell *self, MusterOrganizationNode *above)
{
  g_autofree char *name
    = muster_display_text_isolate (muster_organization_node_get_name (above));
  /* Translators: the name of an organization that is added. */
  g_autofree char *text = g_strdup_printf (_ ("Included with %s"), name);

  gtk_label_set_label (GTK_LABEL (self->included), text);
  gtk_widget_set_tooltip_text (self->included, text);
}

static void
show_removed (MusterOrganizationChangeCell *self)
{
  guint n_users = muster_organization_wish_count_users (self->edit, self->node);
  g_autofree char *text
    = n_users > 0
        /* Translators: how many users will not manage it any more. */
        ? g_strdup_printf (ngettext ("Remove from %'u", "Remove from %'u", n_users),
                           n_users)
        : g_strdup (_ ("Remove"));

  gtk_label_set_label (GTK_LABEL (self->removed), text);
}

static const char *
get_page (MusterOrganizationChangeCell *self, MusterOrganizationNode **above)
{
  switch (muster_organization_wish_get (self->edit, self->node, above))
    {
    case MUSTER_ORGANIZATION_WISH_ADD:
      return "added";
    case MUSTER_ORGANIZATION_WISH_INCLUDED:
      return "included";
    case MUSTER_ORGANIZATION_WISH_REMOVE:
      return "removed";
    case MUSTER_ORGANIZATION_WISH_NONE:
    default:
      return muster_organization_wish_count_users (self->edit, self->node) > 0
               ? "can-remove"
               : "none";
    }
}

static void
update (MusterOrganizationChangeCell *self)
{
  MusterOrganizationNode *above = NULL;
  const char             *page;

  if (self->node == NULL)
    return;
  page = get_page (self, &above);
  if (above != NULL)
    show_included (self, above);
  show_removed (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

static void
name_button (GtkWidget *button, const char *format, const char *name)
{
  g_autofree char *isolated = muster_display_text_isolate (name);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", isolated, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text->str, -1);
}

void
muster_organization_change_cell_set_node (MusterOrganizationChangeCell *self,
                                          MusterOrganizationNode       *node)
{
  if (!g_set_object (&self->node, node) || node == NULL)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "s",
                                    muster_organization_node_get_id (node));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->take_back), "s",
                                    muster_organization_node_get_id (node));
  /* Translators: the name of an organization. */
  name_button (self->remove, _ ("Remove %s"), muster_organization_node_get_name (node));
  name_button (
    /* Translators: the name of an organization that was to be removed. */
    self->take_back, _ ("Do not remove %s"), muster_organization_node_get_name (node));
  update (self);
}

GtkWidget *
muster_organization_change_cell_new (MusterEdit *edit)
{
  MusterOrganizationChangeCell *self
    = g_object_new (MUSTER_TYPE_ORGANIZATION_CHANGE_CELL, NULL);

  self->edit = g_object_ref (edit);
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
muster_organization_change_cell_dispose (GObject *object)
{
  MusterOrganizationChangeCell *self = MUSTER_ORGANIZATION_CHANGE_CELL (object);

  g_clear_object (&self->node);
  g_clear_object (&self->edit);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (muster_organization_change_cell_parent_class)->dispose (object);
}

static void
muster_organization_change_cell_class_init (MusterOrganizationChangeCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_organization_change_cell_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/edit/muster-organization-change-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterOrganizationChangeCell,
                                        stack);
  gtk_widget_class_bind_template_child (widget_class, MusterOrganizationChangeCell,
                                        remove);
  gtk_widget_class_bind_template_child (widget_class, MusterOrganizationChangeCell,
                                        included);
  gtk_widget_class_bind_template_child (widget_class, MusterOrganizationChangeCell,
                                        removed);
  gtk_widget_class_bind_template_child (widget_class, MusterOrganizationChangeCell,
                                        take_back);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_organization_change_cell_init (MusterOrganizationChangeCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
