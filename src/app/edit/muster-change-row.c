/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-change-row.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"
#include "muster-labels.h"
#include "muster-now-text.h"

struct _MusterChangeRow
{
  GtkWidget parent_instance;

  MusterField field;
  gboolean    can_clear;

  GtkWidget *content;
  GtkWidget *start;
  GtkWidget *name_label;
  GtkWidget *now_label;
  GtkWidget *wish_stack;
  GtkWidget *value_label;
  GtkWidget *control_box;
  GtkWidget *choose_button;
  GtkWidget *slot;
  GtkWidget *clear_button;
  GtkWidget *take_back_button;
};

enum
{
  PROP_0,
  PROP_FIELD_NAME,
  PROP_CHOOSE_ACTION,
  PROP_CAN_CLEAR,
  PROP_CONTROL,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterChangeRow, muster_change_row, GTK_TYPE_WIDGET)

/* A link in the row is "Choose" for the eye, "Choose Company" for the ear. */
static void
name_link (MusterChangeRow *self, GtkWidget *button)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_button_get_child (GTK_BUTTON (button)),
                                  self->name_label, NULL, -1);
}

static void
name_take_back (MusterChangeRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_back_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Take Back"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->take_back_button),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->name_label,
                                  NULL, -1);
}

static void
set_field_name (MusterChangeRow *self, const char *name)
{
  if (!muster_field_from_name (name, &self->field))
    g_return_if_reached ();
  gtk_label_set_label (GTK_LABEL (self->name_label), muster_label_field (self->field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  muster_label_field (self->field), -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->clear_button), "s", name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->take_back_button), "s", name);
}

static void
set_choose_action (MusterChangeRow *self, const char *name)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->choose_button), name);
  gtk_widget_set_visible (self->choose_button, name != NULL);
}

static void
set_control (MusterChangeRow *self, GtkWidget *control)
{
  if (control != NULL)
    gtk_box_append (GTK_BOX (self->control_box), control);
}

static void
muster_change_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  MusterChangeRow *self = MUSTER_CHANGE_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD_NAME:
      set_field_name (self, g_value_get_string (value));
      break;
    case PROP_CHOOSE_ACTION:
      set_choose_action (self, g_value_get_string (value));
      break;
    case PROP_CAN_CLEAR:
      self->can_clear = g_value_get_boolean (value);
      break;
    case PROP_CONTROL:
      set_control (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_change_row_dispose (GObject *object)
{
  MusterChangeRow *self = MUSTER_CHANGE_ROW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_change_row_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_FIELD_NAME] = g_param_spec_string ("field-name", NULL, NULL, NULL,
                                                flags | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_CHOOSE_ACTION] = g_param_spec_string ("choose-action", NULL, NULL, NULL,
                                                   flags | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_CAN_CLEAR] = g_param_spec_boolean ("can-clear", NULL, NULL, FALSE, flags);
  props[PROP_CONTROL]
    = g_param_spec_object ("control", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterapp/Muster/edit/"
                                                             "muster-change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterChangeRow, content);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeRow, start);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeRow, now_label);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeRow, wish_stack);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeRow, value_label);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeRow, control_box);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeRow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeRow, slot);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeRow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, MusterChangeRow, take_back_button);
}

static void
muster_change_row_class_init (MusterChangeRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = muster_change_row_set_property;
  object_class->dispose = muster_change_row_dispose;
  install_properties (object_class);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_change_row_init (MusterChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_link (self, self->choose_button);
  name_link (self, self->clear_button);
  name_take_back (self);
}

GtkWidget *
muster_change_row_get_start (MusterChangeRow *self)
{
  return self->start;
}

static gboolean
is_set_to (MusterOperation *wish, const char *id)
{
  MusterReference *value = wish != NULL ? muster_operation_get_value (wish) : NULL;

  return value != NULL && g_str_equal (muster_reference_get_id (value), id);
}

/* (transfer full) */
static char *
describe_now (MusterChangeRow *self, MusterEdit *edit, MusterOperation *wish)
{
  MusterUserSummary *summary = muster_edit_get_summary (edit);
  MusterPickedUsers *users = muster_edit_get_users (edit);

  if (!muster_session_offers (muster_edit_get_session (edit), self->field))
    return g_strdup (_ ("Not offered by this platform"));
  if (muster_picked_users_get_n_users (users) == 0)
    return g_strdup ("");
  if (self->field == MUSTER_FIELD_ACTIVE && wish != NULL)
    return muster_now_text_describe_active (summary,
                                            is_set_to (wish, MUSTER_ACTIVE_TRUE));
  return muster_now_text_describe (summary, self->field);
}

static void
show_now (MusterChangeRow *self, const char *text, gboolean is_danger)
{
  gtk_label_set_label (GTK_LABEL (self->now_label), text);
  gtk_widget_set_tooltip_text (self->now_label, text);
  gtk_widget_set_visible (self->now_label, *text != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (is_danger)
    gtk_widget_add_css_class (self->now_label, "error");
  else
    gtk_widget_remove_css_class (self->now_label, "error");
}

static const char *
choose_wish_page (MusterChangeRow *self, MusterOperation *wish)
{
  if (gtk_widget_get_first_child (self->control_box) != NULL)
    return "control";
  if (wish == NULL)
    return "none";
  return muster_operation_get_value (wish) != NULL ? "value" : "cleared";
}

static void
show_wish (MusterChangeRow *self, MusterOperation *wish)
{
  MusterReference *value = wish != NULL ? muster_operation_get_value (wish) : NULL;
  g_autofree char *text = muster_display_text_clean (
    value != NULL ? muster_reference_get_display (value) : NULL);

  gtk_label_set_label (GTK_LABEL (self->value_label), text);
  gtk_widget_set_tooltip_text (self->value_label, text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->wish_stack),
                                    choose_wish_page (self, wish));
}

/* Whether a wish is taken back by a button; a check box is unticked. */
static const char *
choose_slot (MusterChangeRow *self, MusterOperation *wish, gboolean is_offered)
{
  if (wish != NULL)
    return self->field == MUSTER_FIELD_ACTIVE ? "none" : "take-back";
  return self->can_clear && is_offered ? "clear" : "none";
}

/* The button that was pressed goes: the focus stays in the row. */
static void
show_slot (MusterChangeRow *self, const char *page)
{
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (self->slot));
  gboolean   had_focus = shown != NULL && gtk_widget_is_focus (shown);

  gtk_stack_set_visible_child_name (GTK_STACK (self->slot), page);
  gtk_widget_set_visible (self->slot, self->can_clear || !g_str_equal (page, "none"));
  shown = gtk_stack_get_visible_child (GTK_STACK (self->slot));
  if (had_focus && !gtk_widget_grab_focus (shown))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
set_class (MusterChangeRow *self, const char *name, gboolean has_class)
{
  if (has_class)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

void
muster_change_row_update (MusterChangeRow *self, MusterEdit *edit)
{
  MusterOperation *wish = muster_edit_find_wish (edit, self->field, NULL);
  gboolean         is_offered
    = muster_session_offers (muster_edit_get_session (edit), self->field);
  gboolean is_danger
    = self->field == MUSTER_FIELD_ACTIVE && is_set_to (wish, MUSTER_ACTIVE_FALSE);
  g_autofree char *now = describe_now (self, edit, wish);

  show_now (self, now, is_danger);
  show_wish (self, wish);
  show_slot (self, choose_slot (self, wish, is_offered));
  set_class (self, "changed", wish != NULL);
  set_class (self, "danger", is_danger);
  gtk_widget_set_sensitive (self->name_label, is_offered);
  gtk_widget_set_sensitive (self->control_box, is_offered);
}
