/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-remove-connection-dialog.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"

struct _MusterRemoveConnectionDialog
{
  GtkDialog parent_instance;

  GtkWidget *question; /* template children, (not owned) */
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (MusterRemoveConnectionDialog,
                     muster_remove_connection_dialog,
                     GTK_TYPE_DIALOG)

static void
remove_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_dialog_response (GTK_DIALOG (widget), GTK_RESPONSE_OK);
}

static void
cancel_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_dialog_response (GTK_DIALOG (widget), GTK_RESPONSE_CANCEL);
}

static void
muster_remove_connection_dialog_class_init (MusterRemoveConnectionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/sign-in/muster-remove-connection-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRemoveConnectionDialog,
                                        question);
  gtk_widget_class_bind_template_child (widget_class, MusterRemoveConnectionDialog, text);
  gtk_widget_class_install_action (widget_class, "dialog.remove", NULL, remove_action_cb);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action_cb);
}

static void
muster_remove_connection_dialog_init (MusterRemoveConnectionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "muster");
}

GtkWidget *
muster_remove_connection_dialog_new (GtkWindow *parent, MusterConnection *connection)
{
  MusterRemoveConnectionDialog *self
    = g_object_new (MUSTER_TYPE_REMOVE_CONNECTION_DIALOG, "transient-for", parent,
                    "use-header-bar", TRUE, NULL);
  g_autofree char *name
    = muster_display_text_isolate (muster_connection_get_name (connection));
  /* Translators: %s is the name of a connection. */
  g_autofree char *question = g_strdup_printf (_ ("Remove %s?"), name);

  gtk_label_set_label (GTK_LABEL (self->question), question);
  gtk_label_set_label (
    GTK_LABEL (self->text),
    muster_connection_remembers_password (connection)
      ? _ ("Its address, its user name and the password in your keyring are forgotten. "
           "Nothing changes at the server.")
      : _ ("Its address and its user name are forgotten. Nothing changes at the "
           "server."));
  return GTK_WIDGET (self);
}
