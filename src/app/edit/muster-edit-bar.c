/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-edit-bar.h"

#include "muster-labels.h"

struct _MusterEditBar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *stack;
  GtkWidget *summary_label;
  GtkWidget *detail_label;
  GtkWidget *obstacle_label;
  GtkWidget *start_over_button;
  GtkWidget *submit_button;
};

G_DEFINE_FINAL_TYPE (MusterEditBar, muster_edit_bar, GTK_TYPE_WIDGET)

static void
muster_edit_bar_dispose (GObject *object)
{
  MusterEditBar *self = MUSTER_EDIT_BAR (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_edit_bar_parent_class)->dispose (object);
}

static void
muster_edit_bar_class_init (MusterEditBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_edit_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterapp/Muster/edit/"
                                                             "muster-edit-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterEditBar, content);
  gtk_widget_class_bind_template_child (widget_class, MusterEditBar, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterEditBar, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MusterEditBar, detail_label);
  gtk_widget_class_bind_template_child (widget_class, MusterEditBar, obstacle_label);
  gtk_widget_class_bind_template_child (widget_class, MusterEditBar, start_over_button);
  gtk_widget_class_bind_template_child (widget_class, MusterEditBar, submit_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_edit_bar_init (MusterEditBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_edit_bar_new (void)
{
  return g_object_new (MUSTER_TYPE_EDIT_BAR, NULL);
}

static void
show_text (GtkWidget *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static void
show_summary (MusterEditBar *self, MusterEdit *edit)
{
  g_autoptr (GPtrArray) operations
    = muster_change_set_get_operations (muster_edit_get_change_set (edit));
  g_autofree char *summary = muster_edit_describe (edit);
  g_autofree char *detail = muster_label_describe_operations (operations);

  show_text (self->summary_label, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->summary_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
  show_text (self->detail_label, detail);
}

void
muster_edit_bar_update (MusterEditBar *self, MusterEdit *edit)
{
  MusterPickedUsers *users = muster_edit_get_users (edit);
  MusterChangeSet   *changes = muster_edit_get_change_set (edit);
  g_autofree char   *obstacle = muster_edit_dup_obstacle (edit);

  show_summary (self, edit);
  show_text (self->obstacle_label, obstacle != NULL ? obstacle : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    obstacle != NULL ? "obstacle" : "summary");
  gtk_widget_set_visible (self->start_over_button,
                          muster_picked_users_get_n_users (users) > 0
                            || !muster_change_set_is_empty (changes));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->submit_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  obstacle != NULL ? obstacle : "", -1);
}
