/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-guard-check.h"

struct _MusterGuardCheck
{
  GtkWidget parent_instance;

  GtkWidget *box;   /* (template) */
  GtkWidget *check; /* (template) */
  GtkWidget *label; /* (template) */
  GtkWidget *text;  /* (template) */

  char *text_without; /* (owned) (nullable) */
  char *text_with;    /* (owned) (nullable) */
};

enum
{
  PROP_0,
  PROP_ACTIVE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MusterGuardCheck, muster_guard_check, GTK_TYPE_WIDGET)

static void
muster_guard_check_dispose (GObject *object)
{
  MusterGuardCheck *self = MUSTER_GUARD_CHECK (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (muster_guard_check_parent_class)->dispose (object);
}

static void
muster_guard_check_finalize (GObject *object)
{
  MusterGuardCheck *self = MUSTER_GUARD_CHECK (object);

  g_free (self->text_without);
  g_free (self->text_with);
  G_OBJECT_CLASS (muster_guard_check_parent_class)->finalize (object);
}

static void
show_text (MusterGuardCheck *self)
{
  const char *text
    = muster_guard_check_is_active (self) ? self->text_with : self->text_without;

  gtk_label_set_label (GTK_LABEL (self->text), text != NULL ? text : "");
}

static void
toggled_cb (MusterGuardCheck *self)
{
  show_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

static void
muster_guard_check_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_ACTIVE)
    g_value_set_boolean (value,
                         muster_guard_check_is_active (MUSTER_GUARD_CHECK (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
muster_guard_check_class_init (MusterGuardCheckClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_guard_check_dispose;
  object_class->finalize = muster_guard_check_finalize;
  object_class->get_property = muster_guard_check_get_property;
  props[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/musterapp/Muster/submit/muster-guard-check.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterGuardCheck, box);
  gtk_widget_class_bind_template_child (widget_class, MusterGuardCheck, check);
  gtk_widget_class_bind_template_child (widget_class, MusterGuardCheck, label);
  gtk_widget_class_bind_template_child (widget_class, MusterGuardCheck, text);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
muster_guard_check_init (MusterGuardCheck *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
muster_guard_check_set_texts (MusterGuardCheck *self,
                              const char       *label,
                              const char       *text_without,
                              const char       *text_with)
{
  gtk_label_set_label (GTK_LABEL (self->label), label);
  g_free (self->text_without);
  g_free (self->text_with);
  self->text_without = g_strdup (text_without);
  self->text_with = g_strdup (text_with);
  show_text (self);
}

gboolean
muster_guard_check_is_active (MusterGuardCheck *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}
