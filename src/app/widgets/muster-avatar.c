/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-avatar.h"

#include "muster-display-text.h"

/* How many colours the style sheets have: classes "tone-0" and on. */
#define N_TONES 7

struct _MusterAvatar
{
  GtkWidget parent_instance;

  GtkWidget *initials; /* (owned) */
  int        tone;     /* -1: blank */
  gboolean   dense;
};

G_DEFINE_FINAL_TYPE (MusterAvatar, muster_avatar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DENSE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
set_tone (MusterAvatar *self, int tone)
{
  char class_name[16];

  if (self->tone == tone)
    return;
  if (self->tone >= 0)
    {
      g_snprintf (class_name, sizeof class_name, "tone-%d", self->tone);
      gtk_widget_remove_css_class (GTK_WIDGET (self), class_name);
    }
  self->tone = tone;
  if (tone >= 0)
    {
      g_snprintf (class_name, sizeof class_name, "tone-%d", tone);
      gtk_widget_add_css_class (GTK_WIDGET (self), class_name);
    }
}

static void
set_dense (MusterAvatar *self, gboolean dense)
{
  if (self->dense == dense)
    return;
  self->dense = dense;
  if (dense)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dense");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dense");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DENSE]);
}

/* The name may be corrected; the identifier, and with it the colour, stays. */
void
muster_avatar_set_person (MusterAvatar *self, const char *id, const char *name)
{
  g_autofree char *initials = NULL;

  g_return_if_fail (MUSTER_IS_AVATAR (self));
  initials = name != NULL ? muster_display_text_make_initials (name) : NULL;
  gtk_label_set_label (GTK_LABEL (self->initials), initials != NULL ? initials : "");
  set_tone (self, id != NULL ? (int) (g_str_hash (id) % N_TONES) : -1);
}

GtkWidget *
muster_avatar_new (void)
{
  return g_object_new (MUSTER_TYPE_AVATAR, NULL);
}

static void
muster_avatar_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  MusterAvatar *self = MUSTER_AVATAR (object);

  switch (prop_id)
    {
    case PROP_DENSE:
      g_value_set_boolean (value, self->dense);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_avatar_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MusterAvatar *self = MUSTER_AVATAR (object);

  switch (prop_id)
    {
    case PROP_DENSE:
      set_dense (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_avatar_dispose (GObject *object)
{
  MusterAvatar *self = MUSTER_AVATAR (object);

  g_clear_pointer (&self->initials, gtk_widget_unparent);

  G_OBJECT_CLASS (muster_avatar_parent_class)->dispose (object);
}

static void
muster_avatar_class_init (MusterAvatarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_avatar_get_property;
  object_class->set_property = muster_avatar_set_property;
  object_class->dispose = muster_avatar_dispose;

  props[PROP_DENSE] = g_param_spec_boolean ("dense", NULL, NULL, FALSE,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                              | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "avatar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
muster_avatar_init (MusterAvatar *self)
{
  self->tone = -1;
  self->initials = gtk_label_new (NULL);
  gtk_widget_set_parent (self->initials, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE,
                               -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->initials),
                               GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}
