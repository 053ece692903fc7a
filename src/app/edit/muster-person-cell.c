/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-person-cell.h"

#include "muster-avatar.h"
#include "muster-display-text.h"

struct _MusterPersonCell
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *avatar;
  GtkWidget *name_label;
  GtkWidget *email_label;
};

G_DEFINE_FINAL_TYPE (MusterPersonCell, muster_person_cell, GTK_TYPE_WIDGET)

static void
muster_person_cell_dispose (GObject *object)
{
  MusterPersonCell *self = MUSTER_PERSON_CELL (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_person_cell_parent_class)->dispose (object);
}

static void
muster_person_cell_class_init (MusterPersonCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_person_cell_dispose;
  g_type_ensure (MUSTER_TYPE_AVATAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterapp/Muster/edit/"
                                                             "muster-person-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterPersonCell, content);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonCell, avatar);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonCell, name_label);
  gtk_widget_class_bind_template_child (widget_class, MusterPersonCell, email_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_person_cell_init (MusterPersonCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_person_cell_new (void)
{
  return g_object_new (MUSTER_TYPE_PERSON_CELL, NULL);
}

static void
show_text (GtkWidget *label, const char *text)
{
  g_autofree char *clean = muster_display_text_clean (text);

  gtk_label_set_label (GTK_LABEL (label), clean);
  gtk_widget_set_tooltip_text (label, clean);
}

/* Where a platform has no address, the name to sign in by. */
void
muster_person_cell_set_user (MusterPersonCell *self, MusterUser *user)
{
  const char *name = user != NULL ? muster_user_get_display_name (user) : NULL;
  const char *email = user != NULL ? muster_user_get_email (user) : NULL;

  if (user != NULL && email == NULL)
    email = muster_user_get_user_name (user);
  muster_avatar_set_person (MUSTER_AVATAR (self->avatar),
                            user != NULL ? muster_user_get_id (user) : NULL, name);
  show_text (self->name_label, name);
  show_text (self->email_label, email);
}
