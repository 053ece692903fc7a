/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-banner.h"

struct _MusterBanner
{
  GtkWidget parent_instance;

  GtkWidget *icon;   /* (not owned): template child */
  GtkWidget *texts;  /* (not owned): template child */
  GtkWidget *title;  /* (not owned): template child */
  GtkWidget *text;   /* (not owned): template child */
  GtkWidget *button; /* (not owned): template child */

  char *kind;        /* (owned) */
  char *action_name; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MusterBanner, muster_banner, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_TITLE,
  PROP_TEXT,
  PROP_BUTTON_LABEL,
  PROP_ACTION_NAME,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static const char *
get_icon_name (const char *kind)
{
  if (g_str_equal (kind, "error"))
    return "dialog-error-symbolic";
  if (g_str_equal (kind, "warning"))
    return "dialog-warning-symbolic";
  return "muster-info-symbolic";
}

static void
set_kind (MusterBanner *self, const char *kind)
{
  const char *wanted = kind != NULL ? kind : "info";

  if (g_strcmp0 (self->kind, wanted) == 0)
    return;
  if (self->kind != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->kind);
  g_free (self->kind);
  self->kind = g_strdup (wanted);
  gtk_widget_add_css_class (GTK_WIDGET (self), wanted);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), get_icon_name (wanted));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}

static void
update_accessible (MusterBanner *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (self->title)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (GTK_LABEL (self->text)), -1);
}

static gboolean
set_label (GtkWidget *label, const char *text)
{
  const char *wanted = text != NULL ? text : "";

  if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), wanted))
    return FALSE;
  gtk_label_set_label (GTK_LABEL (label), wanted);
  return TRUE;
}

static void
set_title (MusterBanner *self, const char *title)
{
  if (!set_label (self->title, title))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), title != NULL && *title != '\0');
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

static void
set_text (MusterBanner *self, const char *text)
{
  if (!set_label (self->text, text))
    return;
  gtk_widget_set_visible (self->text, text != NULL && *text != '\0');
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

static void
set_button_label (MusterBanner *self, const char *label)
{
  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (self->button)), label) == 0)
    return;
  gtk_button_set_label (GTK_BUTTON (self->button), label != NULL ? label : "");
  gtk_widget_set_visible (self->button, label != NULL && *label != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUTTON_LABEL]);
}

/* A name may carry its target, "edit.tab(2)". The target comes before the name, since GTK
 * holds what is there against the action at once. */
static void
bind_action (GtkActionable *button, const char *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  gtk_actionable_set_action_name (button, NULL);
  if (detailed_name == NULL)
    return;
  if (g_action_parse_detailed_name (detailed_name, &name, &target, &error))
    {
      gtk_actionable_set_action_target_value (button, target);
      gtk_actionable_set_action_name (button, name);
    }
  else
    g_warning ("%s", error->message);
}

static void
set_action_name (MusterBanner *self, const char *action_name)
{
  if (g_strcmp0 (self->action_name, action_name) == 0)
    return;
  g_free (self->action_name);
  self->action_name = g_strdup (action_name);
  bind_action (GTK_ACTIONABLE (self->button), action_name);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTION_NAME]);
}

void
muster_banner_show (MusterBanner *self,
                    const char   *kind,
                    const char   *title,
                    const char   *text)
{
  g_return_if_fail (MUSTER_IS_BANNER (self));
  g_return_if_fail (title != NULL && *title != '\0');
  set_kind (self, kind);
  set_text (self, text);
  set_title (self, title);
}

void
muster_banner_set_button (MusterBanner *self, const char *label, const char *action_name)
{
  g_return_if_fail (MUSTER_IS_BANNER (self));
  set_action_name (self, action_name);
  set_button_label (self, label);
}

void
muster_banner_hide (MusterBanner *self)
{
  g_return_if_fail (MUSTER_IS_BANNER (self));
  set_title (self, NULL);
}

GtkWidget *
muster_banner_new (void)
{
  return g_object_new (MUSTER_TYPE_BANNER, NULL);
}

static void
muster_banner_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  MusterBanner *self = MUSTER_BANNER (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->title)));
      break;
    case PROP_TEXT:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->text)));
      break;
    case PROP_BUTTON_LABEL:
      g_value_set_string (value, gtk_button_get_label (GTK_BUTTON (self->button)));
      break;
    case PROP_ACTION_NAME:
      g_value_set_string (value, self->action_name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_banner_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MusterBanner *self = MUSTER_BANNER (object);

  switch (prop_id)
    {
    case PROP_KIND:
      set_kind (self, g_value_get_string (value));
      break;
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_TEXT:
      set_text (self, g_value_get_string (value));
      break;
    case PROP_BUTTON_LABEL:
      set_button_label (self, g_value_get_string (value));
      break;
    case PROP_ACTION_NAME:
      set_action_name (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_banner_dispose (GObject *object)
{
  MusterBanner *self = MUSTER_BANNER (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->texts, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (muster_banner_parent_class)->dispose (object);
}

static void
muster_banner_finalize (GObject *object)
{
  MusterBanner *self = MUSTER_BANNER (object);

  g_free (self->kind);
  g_free (self->action_name);

  G_OBJECT_CLASS (muster_banner_parent_class)->finalize (object);
}

static void
install_string (guint id, const char *name)
{
  props[id] = g_param_spec_string (name, NULL, NULL, NULL,
                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                     | G_PARAM_STATIC_STRINGS);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/musterapp/Muster/"
                                                             "widgets/muster-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterBanner, texts);
  gtk_widget_class_bind_template_child (widget_class, MusterBanner, title);
  gtk_widget_class_bind_template_child (widget_class, MusterBanner, text);
  gtk_widget_class_bind_template_child (widget_class, MusterBanner, button);
}

static void
muster_banner_class_init (MusterBannerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_banner_get_property;
  object_class->set_property = muster_banner_set_property;
  object_class->dispose = muster_banner_dispose;
  object_class->finalize = muster_banner_finalize;

  install_string (PROP_KIND, "kind");
  install_string (PROP_TITLE, "title");
  install_string (PROP_TEXT, "text");
  install_string (PROP_BUTTON_LABEL, "button-label");
  install_string (PROP_ACTION_NAME, "action-name");
  g_object_class_install_properties (object_class, N_PROPS, props);

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "banner");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
muster_banner_init (MusterBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_kind (self, "info");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
