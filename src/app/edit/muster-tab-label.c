/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-tab-label.h"

#include <glib/gi18n.h>

#define SPACING 8

struct _MusterTabLabel
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *badge;
};

G_DEFINE_FINAL_TYPE (MusterTabLabel, muster_tab_label, GTK_TYPE_WIDGET)

static void
muster_tab_label_dispose (GObject *object)
{
  MusterTabLabel *self = MUSTER_TAB_LABEL (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->badge, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_tab_label_parent_class)->dispose (object);
}

static void
muster_tab_label_class_init (MusterTabLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_tab_label_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterapp/Muster/edit/"
                                                             "muster-tab-label.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterTabLabel, title);
  gtk_widget_class_bind_template_child (widget_class, MusterTabLabel, badge);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
muster_tab_label_init (MusterTabLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", SPACING,
                NULL);
}

GtkWidget *
muster_tab_label_new (const char *title)
{
  MusterTabLabel *self = g_object_new (MUSTER_TYPE_TAB_LABEL, NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  return GTK_WIDGET (self);
}

/* (transfer full) */
static char *
make_name (const char *title, guint n_changes)
{
  if (n_changes == 0)
    return g_strdup (title);
  /* Translators: a tab as a screen reader says it: "Roles", and changes on its page. */
  return g_strdup_printf (ngettext ("%s, %'u change", "%s, %'u changes", n_changes),
                          title, n_changes);
}

void
muster_tab_label_set_n_changes (MusterTabLabel *self, guint n_changes)
{
  GtkWidget       *tab = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *number = g_strdup_printf ("%'u", n_changes);
  g_autofree char *name
    = make_name (gtk_label_get_label (GTK_LABEL (self->title)), n_changes);

  gtk_label_set_label (GTK_LABEL (self->badge), number);
  gtk_widget_set_visible (self->badge, n_changes > 0);
  if (tab != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
}
