/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-narrow-bin.h"

struct _MusterNarrowBin
{
  GtkWidget parent_instance;

  GtkWidget *child;     /* (owned) (nullable) */
  double     threshold; /* em */
  gboolean   narrow;
  gboolean   wanted; /* what the last width asks for */
  guint      idle;   /* source, 0: none */
};

static void muster_narrow_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterNarrowBin,
                               muster_narrow_bin,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      muster_narrow_bin_buildable_init))

static GtkBuildableIface *parent_buildable_iface;

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_THRESHOLD,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* One em of the widget's font in px. */
static double
get_em (MusterNarrowBin *self)
{
  PangoContext               *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (dpi > 0 ? dpi : 96.0) / 72.0;
}

static gboolean
apply_wanted_cb (gpointer user_data)
{
  MusterNarrowBin *self = user_data;

  self->idle = 0;
  if (self->narrow == self->wanted)
    return G_SOURCE_REMOVE;
  self->narrow = self->wanted;
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

/* Before the next frame, so that nobody sees the wrong layout. */
static void
look_at_width (MusterNarrowBin *self, int width)
{
  self->wanted = width < self->threshold * get_em (self);
  if (self->wanted != self->narrow && self->idle == 0)
    self->idle = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, apply_wanted_cb, self, NULL);
}

/* A child that still lies wide must not keep the window from becoming narrow. */
static int
limit_minimum (MusterNarrowBin *self, int minimum)
{
  int half = (int) (self->threshold * get_em (self) / 2);

  return self->narrow ? minimum : MIN (minimum, half);
}

static void
muster_narrow_bin_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  MusterNarrowBin *self = MUSTER_NARROW_BIN (widget);
  int              least = 0;

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      for_size = MAX (for_size, least);
    }
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = limit_minimum (self, *minimum);
}

static void
muster_narrow_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MusterNarrowBin *self = MUSTER_NARROW_BIN (widget);
  int              least = 0;
  int              least_height = 0;

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                          NULL);
      least = MAX (width, least);
      gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, least, &least_height,
                          NULL, NULL, NULL);
      gtk_widget_allocate (self->child, least, MAX (height, least_height), baseline,
                           NULL);
    }
  look_at_width (self, width);
}

static GtkSizeRequestMode
muster_narrow_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
set_child (MusterNarrowBin *self, GtkWidget *child)
{
  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

static void
set_threshold (MusterNarrowBin *self, double threshold)
{
  self->threshold = threshold;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_THRESHOLD]);
}

gboolean
muster_narrow_bin_is_narrow (MusterNarrowBin *self)
{
  g_return_val_if_fail (MUSTER_IS_NARROW_BIN (self), FALSE);
  return self->narrow;
}

GtkWidget *
muster_narrow_bin_new (void)
{
  return g_object_new (MUSTER_TYPE_NARROW_BIN, NULL);
}

static void
muster_narrow_bin_add_child (GtkBuildable *buildable,
                             GtkBuilder   *builder,
                             GObject      *child,
                             const char   *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (MUSTER_NARROW_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
muster_narrow_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = muster_narrow_bin_add_child;
}

static void
muster_narrow_bin_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  MusterNarrowBin *self = MUSTER_NARROW_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_THRESHOLD:
      g_value_set_double (value, self->threshold);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_narrow_bin_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  MusterNarrowBin *self = MUSTER_NARROW_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      set_threshold (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_narrow_bin_dispose (GObject *object)
{
  MusterNarrowBin *self = MUSTER_NARROW_BIN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (muster_narrow_bin_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags
    = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_THRESHOLD]
    = g_param_spec_double ("threshold", NULL, NULL, 0, 1000, 50, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
muster_narrow_bin_class_init (MusterNarrowBinClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = muster_narrow_bin_get_property;
  object_class->set_property = muster_narrow_bin_set_property;
  object_class->dispose = muster_narrow_bin_dispose;
  install_properties (object_class);

  widget_class->measure = muster_narrow_bin_measure;
  widget_class->size_allocate = muster_narrow_bin_size_allocate;
  widget_class->get_request_mode = muster_narrow_bin_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "narrowbin");
}

static void
muster_narrow_bin_init (MusterNarrowBin *self)
{
  self->threshold = 50;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
