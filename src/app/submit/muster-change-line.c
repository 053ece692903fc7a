/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-change-line.h"

#include <glib/gi18n.h>

struct _MusterChangeLine
{
  GtkListBoxRow parent_instance;

  GtkWidget *icon;  /* (not owned): template child */
  GtkWidget *text;  /* (not owned): template child */
  GtkWidget *users; /* (not owned): template child */

  MusterField field;
  MusterVerb  verb;
};

G_DEFINE_FINAL_TYPE (MusterChangeLine, muster_change_line, GTK_TYPE_LIST_BOX_ROW)

static const char *const icon_names[MUSTER_N_FIELDS] = {
  [MUSTER_FIELD_COMPANY] = "muster-company-symbolic",
  [MUSTER_FIELD_ACCOUNT_EXECUTIVE] = "avatar-default-symbolic",
  [MUSTER_FIELD_ORGANIZATION] = "muster-organization-symbolic",
  [MUSTER_FIELD_TIME_ZONE] = "preferences-system-time-symbolic",
  [MUSTER_FIELD_ROLES] = "muster-role-symbolic",
  [MUSTER_FIELD_MANAGED_ORGANIZATIONS] = "muster-organization-symbolic",
  [MUSTER_FIELD_FLAGGED_FIELDS] = "muster-flag-symbolic",
  [MUSTER_FIELD_ACTIVE] = "system-lock-screen-symbolic",
};

static void
muster_change_line_class_init (MusterChangeLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/submit/muster-change-line.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterChangeLine, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeLine, text);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeLine, users);
}

static void
muster_change_line_init (MusterChangeLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_change_line_new (const MusterChangeText *text)
{
  MusterChangeLine *self = g_object_new (MUSTER_TYPE_CHANGE_LINE, NULL);

  self->field = text->field;
  self->verb = text->verb;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_names[text->field]);
  gtk_label_set_label (GTK_LABEL (self->text), text->text);
  gtk_widget_set_tooltip_text (self->text, text->full_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text->full_text, -1);
  return GTK_WIDGET (self);
}

MusterField
muster_change_line_get_field (MusterChangeLine *self)
{
  return self->field;
}

MusterVerb
muster_change_line_get_verb (MusterChangeLine *self)
{
  return self->verb;
}

void
muster_change_line_set_n_users (MusterChangeLine *self, guint n_users)
{
  g_autofree char *users
    = g_strdup_printf (ngettext ("%'u user", "%'u users", n_users), n_users);

  gtk_label_set_label (GTK_LABEL (self->users), users);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, users, -1);
}
