/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-empty-state.h"

struct _MusterEmptyState
{
  GtkWidget parent_instance;

  GtkWidget *content; /* (not owned): template child */
  GtkWidget *picture; /* (not owned): template child */
  GtkWidget *icon;    /* (not owned): template child */
  GtkWidget *spinner; /* (not owned): template child */
  GtkWidget *title;   /* (not owned): template child */
  GtkWidget *text;    /* (not owned): template child */
  GtkWidget *buttons; /* (not owned): template child; where children go */

  gboolean loading;
};

static void muster_empty_state_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterEmptyState,
                               muster_empty_state,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      muster_empty_state_buildable_init))

static GtkBuildableIface *parent_buildable_iface;

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_TEXT,
  PROP_LOADING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
update_accessible (MusterEmptyState *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (self->title)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (GTK_LABEL (self->text)), -1);
}

static void
set_label (MusterEmptyState *self, GtkWidget *label, const char *text, GParamSpec *pspec)
{
  const char *wanted = text != NULL ? text : "";

  if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), wanted))
    return;
  gtk_label_set_label (GTK_LABEL (label), wanted);
  gtk_widget_set_visible (label, *wanted != '\0');
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_icon_name (MusterEmptyState *self, const char *icon_name)
{
  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (self->icon)), icon_name) == 0)
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ICON_NAME]);
}

static void
set_loading (MusterEmptyState *self, gboolean loading)
{
  if (self->loading == loading)
    return;
  self->loading = loading;
  gtk_stack_set_visible_child (GTK_STACK (self->picture),
                               loading ? self->spinner : self->icon);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), loading);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, loading,
                               -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

GtkWidget *
muster_empty_state_new (void)
{
  return g_object_new (MUSTER_TYPE_EMPTY_STATE, NULL);
}

/* The template's own children come before `buttons` is bound. */
static void
muster_empty_state_add_child (GtkBuildable *buildable,
                              GtkBuilder   *builder,
                              GObject      *child,
                              const char   *type)
{
  MusterEmptyState *self = MUSTER_EMPTY_STATE (buildable);

  if (self->buttons != NULL && GTK_IS_WIDGET (child))
    gtk_box_append (GTK_BOX (self->buttons), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
muster_empty_state_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = muster_empty_state_add_child;
}

static void
muster_empty_state_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  MusterEmptyState *self = MUSTER_EMPTY_STATE (object);

  switch (prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (GTK_IMAGE (self->icon)));
      break;
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->title)));
      break;
    case PROP_TEXT:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->text)));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_empty_state_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  MusterEmptyState *self = MUSTER_EMPTY_STATE (object);

  switch (prop_id)
    {
    case PROP_ICON_NAME:
      set_icon_name (self, g_value_get_string (value));
      break;
    case PROP_TITLE:
      set_label (self, self->title, g_value_get_string (value), pspec);
      break;
    case PROP_TEXT:
      set_label (self, self->text, g_value_get_string (value), pspec);
      break;
    case PROP_LOADING:
      set_loading (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_empty_state_dispose (GObject *object)
{
  MusterEmptyState *self = MUSTER_EMPTY_STATE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (muster_empty_state_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/widgets/muster-empty-state.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterEmptyState, content);
  gtk_widget_class_bind_template_child (widget_class, MusterEmptyState, picture);
  gtk_widget_class_bind_template_child (widget_class, MusterEmptyState, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterEmptyState, spinner);
  gtk_widget_class_bind_template_child (widget_class, MusterEmptyState, title);
  gtk_widget_class_bind_template_child (widget_class, MusterEmptyState, text);
  gtk_widget_class_bind_template_child (widget_class, MusterEmptyState, buttons);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
muster_empty_state_class_init (MusterEmptyStateClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_empty_state_get_property;
  object_class->set_property = muster_empty_state_set_property;
  object_class->dispose = muster_empty_state_dispose;
  install_properties (object_class);

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "emptystate");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
muster_empty_state_init (MusterEmptyState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
