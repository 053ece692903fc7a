/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-connection-row.h"

#include <glib/gi18n.h>

#include "muster-connection-address.h"
#include "muster-display-text.h"
#include "muster-sign-in-attempt.h"

struct _MusterConnectionRow
{
  GtkWidget parent_instance;

  GtkWidget *glyph; /* template children, (not owned) */
  GtkWidget *texts;
  GtkWidget *name;
  GtkWidget *place;
};

G_DEFINE_FINAL_TYPE (MusterConnectionRow, muster_connection_row, GTK_TYPE_WIDGET)

static void
muster_connection_row_dispose (GObject *object)
{
  MusterConnectionRow *self = MUSTER_CONNECTION_ROW (object);

  g_clear_pointer (&self->glyph, gtk_widget_unparent);
  g_clear_pointer (&self->texts, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_connection_row_parent_class)->dispose (object);
}

static void
muster_connection_row_class_init (MusterConnectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_connection_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/sign-in/muster-connection-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterConnectionRow, glyph);
  gtk_widget_class_bind_template_child (widget_class, MusterConnectionRow, texts);
  gtk_widget_class_bind_template_child (widget_class, MusterConnectionRow, name);
  gtk_widget_class_bind_template_child (widget_class, MusterConnectionRow, place);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
muster_connection_row_init (MusterConnectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_connection_row_new (void)
{
  return g_object_new (MUSTER_TYPE_CONNECTION_ROW, NULL);
}

/* (transfer full) */
static char *
describe_place (MusterConnection *connection)
{
  g_autofree char *host = NULL;
  g_autofree char *clean_host = NULL;
  g_autofree char *clean_user = NULL;

  if (muster_sign_in_is_sample (connection))
    return g_strdup (_ ("Sample data on this computer"));
  host = muster_connection_address_describe (muster_connection_get_address (connection));
  if (*muster_connection_get_user_name (connection) == '\0')
    return muster_display_text_clean (host);
  clean_host = muster_display_text_isolate (host);
  clean_user = muster_display_text_isolate (muster_connection_get_user_name (connection));
  /* Translators: the first %s is a user name, the second a server. */
  return g_strdup_printf (_ ("%s at %s"), clean_user, clean_host);
}

static void
name_row (MusterConnectionRow *self, const char *name, const char *place)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), place);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
}

void
muster_connection_row_set_connection (MusterConnectionRow *self,
                                      MusterConnection    *connection)
{
  g_autofree char *name
    = muster_display_text_clean (muster_connection_get_name (connection));
  g_autofree char *place = describe_place (connection);

  g_return_if_fail (MUSTER_IS_CONNECTION_ROW (self));

  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->place), place);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->glyph),
                                muster_sign_in_is_sample (connection)
                                  ? "computer-symbolic"
                                  : "network-server-symbolic");
  name_row (self, name, place);
}
