/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-flag-row.h"

#include <glib/gi18n.h>

#include "muster-labels.h"
#include "muster-now-text.h"

struct _MusterFlagRow
{
  GtkWidget parent_instance;

  MusterProfileField field;

  GtkWidget *content;
  GtkWidget *check;
  GtkWidget *count_label;
};

enum
{
  PROP_0,
  PROP_FIELD_NAME,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterFlagRow, muster_flag_row, GTK_TYPE_WIDGET)

static void
set_field_name (MusterFlagRow *self, const char *name)
{
  if (!muster_profile_field_from_name (name, &self->field))
    g_return_if_reached ();
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->check),
                              muster_label_profile_field (self->field));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->check), "s", name);
}

static void
muster_flag_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_FIELD_NAME:
      set_field_name (MUSTER_FLAG_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_flag_row_dispose (GObject *object)
{
  MusterFlagRow *self = MUSTER_FLAG_ROW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_flag_row_parent_class)->dispose (object);
}

static void
muster_flag_row_class_init (MusterFlagRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = muster_flag_row_set_property;
  object_class->dispose = muster_flag_row_dispose;
  props[PROP_FIELD_NAME] = g_param_spec_string ("field-name", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterapp/Muster/edit/"
                                                             "muster-flag-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterFlagRow, content);
  gtk_widget_class_bind_template_child (widget_class, MusterFlagRow, check);
  gtk_widget_class_bind_template_child (widget_class, MusterFlagRow, count_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_flag_row_init (MusterFlagRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* (transfer full): what stands at the end of the row. A time zone that is set for the
 * users and asked of them too may be what somebody wants, and may be a slip. */
static char *
describe (MusterFlagRow *self, MusterEdit *edit, gboolean is_flagged)
{
  MusterPickedUsers *users = muster_edit_get_users (edit);

  if (is_flagged && self->field == MUSTER_PROFILE_FIELD_TIME_ZONE
      && muster_edit_find_wish (edit, MUSTER_FIELD_TIME_ZONE, NULL) != NULL)
    return g_strdup (_ ("Changed by you, too"));
  if (muster_picked_users_get_n_users (users) == 0)
    return g_strdup ("");
  return muster_now_text_describe_blank (muster_edit_get_summary (edit), self->field);
}

void
muster_flag_row_update (MusterFlagRow *self, MusterEdit *edit)
{
  const char *name = muster_profile_field_get_name (self->field);
  gboolean    is_flagged
    = muster_edit_find_wish (edit, MUSTER_FIELD_FLAGGED_FIELDS, name) != NULL;
  g_autofree char *text = describe (self, edit, is_flagged);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), is_flagged);
  gtk_label_set_label (GTK_LABEL (self->count_label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (is_flagged)
    gtk_widget_add_css_class (GTK_WIDGET (self), "flagged");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "flagged");
}
