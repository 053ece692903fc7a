/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-window-header.h"

#include <glib/gi18n.h>

#include "muster-avatar.h"
#include "muster-display-text.h"

struct _MusterWindowHeader
{
  GtkWidget parent_instance;

  GtkWidget  *back_button;
  GtkLabel   *title_label;
  GtkWidget  *account_button;
  GtkWidget  *account_avatar;
  GtkLabel   *account_label;
  GtkWidget  *progress_button;
  GtkSpinner *progress_spinner;
  GtkLabel   *progress_label;
};

G_DEFINE_FINAL_TYPE (MusterWindowHeader, muster_window_header, GTK_TYPE_WIDGET)

static void
muster_window_header_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (muster_window_header_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MusterWindowHeader, back_button);
  gtk_widget_class_bind_template_child (widget_class, MusterWindowHeader, title_label);
  gtk_widget_class_bind_template_child (widget_class, MusterWindowHeader, account_button);
  gtk_widget_class_bind_template_child (widget_class, MusterWindowHeader, account_avatar);
  gtk_widget_class_bind_template_child (widget_class, MusterWindowHeader, account_label);
  gtk_widget_class_bind_template_child (widget_class, MusterWindowHeader,
                                        progress_button);
  gtk_widget_class_bind_template_child (widget_class, MusterWindowHeader,
                                        progress_spinner);
  gtk_widget_class_bind_template_child (widget_class, MusterWindowHeader, progress_label);
}

static void
muster_window_header_class_init (MusterWindowHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_window_header_dispose;
  g_type_ensure (MUSTER_TYPE_AVATAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterapp/Muster/"
                                                             "muster-window-header.ui");
  bind_children (widget_class);
}

static void
muster_window_header_init (MusterWindowHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
muster_window_header_set_title (MusterWindowHeader *self, const char *title)
{
  gtk_label_set_label (self->title_label, title);
}

void
muster_window_header_set_can_go_back (MusterWindowHeader *self, gboolean can_go)
{
  gtk_widget_set_visible (self->back_button, can_go);
}

void
muster_window_header_set_session (MusterWindowHeader *self, MusterSession *session)
{
  g_autofree char *name = NULL;
  g_autofree char *platform = NULL;

  gtk_widget_set_visible (self->account_button, session != NULL);
  if (session == NULL)
    return;
  name = muster_display_text_clean (muster_session_get_account_name (session));
  platform = muster_display_text_clean (muster_session_get_name (session));
  gtk_label_set_label (self->account_label, name);
  gtk_widget_set_tooltip_text (self->account_button, platform);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->account_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  muster_avatar_set_person (MUSTER_AVATAR (self->account_avatar),
                            muster_session_get_account_id (session),
                            muster_session_get_account_name (session));
}

void
muster_window_header_show_progress (MusterWindowHeader *self,
                                    MusterSubmission   *submission)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->progress_button, submission != NULL);
  gtk_spinner_set_spinning (self->progress_spinner, submission != NULL);
  if (submission == NULL)
    return;
  /* Translators: how many users of all users have their outcome, "612 of 1,204". */
  text = g_strdup_printf (_ ("%'u of %'u"), muster_submission_get_n_decided (submission),
                          muster_submission_get_n_rows (submission));
  gtk_label_set_label (self->progress_label, text);
}
