/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-role-row.h"

#include <glib/gi18n.h>

#include "muster-display-text.h"

struct _MusterRoleRow
{
  GtkWidget parent_instance;

  GtkWidget *box;            /* (not owned): template child */
  GtkWidget *name;           /* (not owned): template child */
  GtkWidget *administrative; /* (not owned): template child */
  GtkWidget *users;          /* (not owned): template child */
  GtkWidget *take_back;      /* (not owned): template child */

  MusterRoleItem *item; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MusterRoleRow, muster_role_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* (transfer full) */
static char *
describe_users (const MusterRoleState *state)
{
  if (!state->is_known)
    return g_strdup ("\342\200\246");
  if (state->n_total == 0)
    return g_strdup ("");
  if (state->verb == MUSTER_VERB_REMOVE)
    return state->n_users == 0
             ? g_strdup (_ ("None of these users has it"))
             : g_strdup_printf (ngettext ("%'u user has it", "%'u users have it",
                                          state->n_users),
                                state->n_users);
  if (state->n_users == 0)
    return g_strdup (_ ("None of these users has it yet"));
  return g_strdup_printf (ngettext ("%'u user already has it",
                                    "%'u users already have it", state->n_users),
                          state->n_users);
}

static void
name_button (MusterRoleRow *self, const MusterRoleState *state)
{
  const char *display
    = muster_reference_get_display (muster_role_item_get_role (self->item));
  g_autofree char *name = muster_display_text_isolate (display);
  g_autofree char *text = NULL;

  if (state->verb == MUSTER_VERB_REMOVE)
    /* Translators: the name of a role that was to be removed. */
    text = g_strdup_printf (_ ("Do not remove %s"), name);
  else
    /* Translators: the name of a role that was to be added. */
    text = g_strdup_printf (_ ("Do not add %s"), name);
  gtk_widget_set_tooltip_text (self->take_back, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_back),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update (MusterRoleRow *self)
{
  const MusterRoleState *state = muster_role_item_get_state (self->item);
  g_autofree char       *users = describe_users (state);

  gtk_label_set_label (GTK_LABEL (self->users), users);
  gtk_widget_set_visible (self->users, *users != '\0');
  gtk_widget_set_visible (self->administrative, state->is_administrative);
  name_button (self, state);
}

static void
show_item (MusterRoleRow *self)
{
  g_autofree char *name = muster_role_item_dup_name (self->item);
  MusterReference *role = muster_role_item_get_role (self->item);
  GtkWidget       *row = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_widget_set_tooltip_text (self->name, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->take_back), "s",
                                    muster_reference_get_id (role));
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
  update (self);
}

static void
set_item (MusterRoleRow *self, MusterRoleItem *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      g_signal_connect_object (item, "changed", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      show_item (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

GtkWidget *
muster_role_row_new (void)
{
  return g_object_new (MUSTER_TYPE_ROLE_ROW, NULL);
}

static void
muster_role_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_ITEM)
    g_value_set_object (value, MUSTER_ROLE_ROW (object)->item);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
muster_role_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_ITEM)
    set_item (MUSTER_ROLE_ROW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
muster_role_row_dispose (GObject *object)
{
  MusterRoleRow *self = MUSTER_ROLE_ROW (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (muster_role_row_parent_class)->dispose (object);
}

static void
muster_role_row_class_init (MusterRoleRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_role_row_get_property;
  object_class->set_property = muster_role_row_set_property;
  object_class->dispose = muster_role_row_dispose;
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, MUSTER_TYPE_ROLE_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                            | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterapp/Muster/edit/"
                                                             "muster-role-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRoleRow, box);
  gtk_widget_class_bind_template_child (widget_class, MusterRoleRow, name);
  gtk_widget_class_bind_template_child (widget_class, MusterRoleRow, administrative);
  gtk_widget_class_bind_template_child (widget_class, MusterRoleRow, users);
  gtk_widget_class_bind_template_child (widget_class, MusterRoleRow, take_back);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_role_row_init (MusterRoleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
