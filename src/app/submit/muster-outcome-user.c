/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-outcome-user.h"

#include <glib/gi18n.h>

#include "muster-avatar.h"
#include "muster-display-text.h"
#include "muster-labels.h"

struct _MusterOutcomeUser
{
  GtkWidget parent_instance;

  MusterAvatar *avatar; /* (not owned): template child */
  GtkWidget    *texts;  /* (not owned): template child */
  GtkWidget    *name;   /* (not owned): template child */
  GtkWidget    *email;  /* (not owned): template child */

  MusterPlanRow *row; /* (owned) (nullable) */
};

enum
{
  PROP_0,
  PROP_ROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterOutcomeUser, muster_outcome_user, GTK_TYPE_WIDGET)

static void
muster_outcome_user_dispose (GObject *object)
{
  MusterOutcomeUser *self = MUSTER_OUTCOME_USER (object);

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_clear_object (&self->row);
  g_clear_pointer ((GtkWidget **) &self->avatar, gtk_widget_unparent);
  g_clear_pointer (&self->texts, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_outcome_user_parent_class)->dispose (object);
}

static void
muster_outcome_user_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_ROW)
    g_value_set_object (value, MUSTER_OUTCOME_USER (object)->row);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
muster_outcome_user_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_ROW)
    muster_outcome_user_set_row (MUSTER_OUTCOME_USER (object),
                                 g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
muster_outcome_user_class_init (MusterOutcomeUserClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_outcome_user_dispose;
  object_class->get_property = muster_outcome_user_get_property;
  object_class->set_property = muster_outcome_user_set_property;
  props[PROP_ROW] = g_param_spec_object ("row", NULL, NULL, MUSTER_TYPE_PLAN_ROW,
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                           | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/submit/muster-outcome-user.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeUser, avatar);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeUser, texts);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeUser, name);
  gtk_widget_class_bind_template_child (widget_class, MusterOutcomeUser, email);
}

static void
muster_outcome_user_init (MusterOutcomeUser *self)
{
  g_type_ensure (MUSTER_TYPE_AVATAR);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (
                                gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              10);
}

/* The row of the list: the parent of the cell that this stands in. */
static GtkWidget *
find_list_row (MusterOutcomeUser *self)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));

  return cell != NULL ? gtk_widget_get_parent (cell) : NULL;
}

static void
name_list_row (MusterOutcomeUser *self)
{
  GtkWidget       *list_row = find_list_row (self);
  g_autofree char *happened = NULL;
  g_autofree char *text = NULL;

  if (list_row == NULL || self->row == NULL)
    return;
  happened = muster_label_describe_row (self->row);
  /* Translators: a user, the outcome, and what happened: a row as it is read aloud. */
  text = g_strdup_printf (_ ("%s, %s: %s"), gtk_label_get_label (GTK_LABEL (self->name)),
                          muster_label_outcome (muster_plan_row_get_outcome (self->row)),
                          happened);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_user (MusterOutcomeUser *self, MusterUser *user)
{
  g_autofree char *name = muster_display_text_clean (muster_user_get_display_name (user));
  g_autofree char *email = muster_display_text_clean (muster_user_get_email (user));
  const char      *second = *email != '\0' ? email : muster_user_get_user_name (user);
  g_autofree char *second_clean = muster_display_text_clean (second);

  muster_avatar_set_person (self->avatar, muster_user_get_id (user), name);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_widget_set_tooltip_text (self->name, name);
  gtk_label_set_label (GTK_LABEL (self->email), second_clean);
  gtk_widget_set_tooltip_text (self->email, second_clean);
}

void
muster_outcome_user_set_row (MusterOutcomeUser *self, MusterPlanRow *row)
{
  if (self->row == row)
    return;
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    {
      show_user (self, muster_plan_row_get_user (row));
      g_signal_connect_swapped (row, "notify::outcome", G_CALLBACK (name_list_row), self);
      name_list_row (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROW]);
}
