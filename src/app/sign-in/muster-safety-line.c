/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-safety-line.h"

#include <glib/gi18n.h>

#include "muster-connection-address.h"

struct _MusterSafetyLine
{
  GtkWidget parent_instance;

  GtkWidget *icon; /* template children, (not owned) */
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (MusterSafetyLine, muster_safety_line, GTK_TYPE_WIDGET)

static void
muster_safety_line_dispose (GObject *object)
{
  MusterSafetyLine *self = MUSTER_SAFETY_LINE (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_safety_line_parent_class)->dispose (object);
}

static void
muster_safety_line_class_init (MusterSafetyLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_safety_line_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/sign-in/muster-safety-line.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSafetyLine, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterSafetyLine, text);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
muster_safety_line_init (MusterSafetyLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
describe (MusterConnectionSafety safety, gboolean remembers)
{
  switch (safety)
    {
    case MUSTER_CONNECTION_ENCRYPTED:
      return remembers ? _ ("Encrypted. The password goes to this server only, and is "
                            "kept in your keyring.")
                       : _ ("Encrypted. The password goes to this server only, and is "
                            "not kept.");
    case MUSTER_CONNECTION_LOCAL:
      return remembers ? _ ("The server is on this computer: the password does not leave "
                            "it, and is kept in your keyring.")
                       : _ ("The server is on this computer: the password does not leave "
                            "it, and is not kept.");
    case MUSTER_CONNECTION_REFUSED:
      return _ ("Anybody on the way could read the password: use https://. Muster sends "
                "nothing to this address.");
    case MUSTER_CONNECTION_UNKNOWN:
    default:
      return NULL;
    }
}

void
muster_safety_line_judge (MusterSafetyLine *self, const char *address, gboolean remembers)
{
  MusterConnectionSafety safety = muster_connection_address_judge (address);
  const char            *text = describe (safety, remembers);
  gboolean               is_safe = safety != MUSTER_CONNECTION_REFUSED;

  g_return_if_fail (MUSTER_IS_SAFETY_LINE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_label_set_label (GTK_LABEL (self->text), text != NULL ? text : "");
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), is_safe
                                                          ? "channel-secure-symbolic"
                                                          : "channel-insecure-symbolic");
  gtk_widget_remove_css_class (self->icon, is_safe ? "error" : "success");
  gtk_widget_add_css_class (self->icon, is_safe ? "success" : "error");
}
