/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-appearance.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define SETTINGS_INTERFACE "org.freedesktop.portal.Settings"
#define APPEARANCE_NAMESPACE "org.freedesktop.appearance"

#define SCHEME_NONE 0
#define SCHEME_DARK 1
#define CONTRAST_HIGH 1

struct _MusterAppearance
{
  GObject parent_instance;

  GCancellable    *cancellable; /* (owned) */
  GDBusConnection *bus;         /* (owned) (nullable) */
  guint            subscription;
  guint            scheme;
  gboolean         high_contrast;
};

G_DEFINE_FINAL_TYPE (MusterAppearance, muster_appearance, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DARK,
  PROP_HIGH_CONTRAST,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
set_scheme (MusterAppearance *self, guint scheme)
{
  if (self->scheme == scheme)
    return;
  self->scheme = scheme;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DARK]);
}

static void
set_high_contrast (MusterAppearance *self, gboolean high_contrast)
{
  if (self->high_contrast == high_contrast)
    return;
  self->high_contrast = high_contrast;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HIGH_CONTRAST]);
}

static void
take_setting (MusterAppearance *self, const char *key, GVariant *value)
{
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    return;
  if (g_str_equal (key, "color-scheme"))
    set_scheme (self, g_variant_get_uint32 (value));
  else if (g_str_equal (key, "contrast"))
    set_high_contrast (self, g_variant_get_uint32 (value) == CONTRAST_HIGH);
}

static void
setting_changed_cb (GDBusConnection *bus,
                    const char      *sender,
                    const char      *path,
                    const char      *interface,
                    const char      *signal,
                    GVariant        *parameters,
                    gpointer         user_data)
{
  g_autoptr (GVariant) value = NULL;
  const char *namespace;
  const char *key;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &namespace, &key, &value);
  if (g_str_equal (namespace, APPEARANCE_NAMESPACE))
    take_setting (user_data, key, value);
}

static void
take_settings (MusterAppearance *self, GVariant *reply)
{
  g_autoptr (GVariant) all = g_variant_get_child_value (reply, 0);
  g_autoptr (GVariant) settings
    = g_variant_lookup_value (all, APPEARANCE_NAMESPACE, G_VARIANT_TYPE_VARDICT);
  GVariantIter iter;
  const char  *key;
  GVariant    *value;

  if (settings == NULL)
    return;
  g_variant_iter_init (&iter, settings);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    take_setting (self, key, value);
}

/* Not every desktop has a portal: without one, there is nothing to follow. */
static void
read_all_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply
    = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reply != NULL)
    take_settings (user_data, reply);
  else
    g_debug ("No settings portal: %s", error->message);
}

static void
ask_portal (MusterAppearance *self)
{
  const char *const namespaces[] = { APPEARANCE_NAMESPACE, NULL };

  self->subscription
    = g_dbus_connection_signal_subscribe (self->bus, PORTAL_NAME, SETTINGS_INTERFACE,
                                          "SettingChanged", PORTAL_PATH,
                                          APPEARANCE_NAMESPACE, G_DBUS_SIGNAL_FLAGS_NONE,
                                          setting_changed_cb, self, NULL);
  g_dbus_connection_call (self->bus, PORTAL_NAME, PORTAL_PATH, SETTINGS_INTERFACE,
                          "ReadAll", g_variant_new ("(^as)", namespaces),
                          G_VARIANT_TYPE ("(a{sa{sv}})"), G_DBUS_CALL_FLAGS_NONE, -1,
                          self->cancellable, read_all_cb, self);
}

static void
got_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  MusterAppearance *self = user_data; /* gone where the error says cancelled */

  if (bus == NULL)
    {
      g_debug ("No session bus to ask for the settings: %s", error->message);
      return;
    }
  self->bus = g_steal_pointer (&bus);
  ask_portal (self);
}

gboolean
muster_appearance_is_dark (MusterAppearance *self)
{
  g_return_val_if_fail (MUSTER_IS_APPEARANCE (self), FALSE);
  return self->scheme == SCHEME_DARK;
}

gboolean
muster_appearance_has_preference (MusterAppearance *self)
{
  g_return_val_if_fail (MUSTER_IS_APPEARANCE (self), FALSE);
  return self->scheme != SCHEME_NONE;
}

gboolean
muster_appearance_is_high_contrast (MusterAppearance *self)
{
  g_return_val_if_fail (MUSTER_IS_APPEARANCE (self), FALSE);
  return self->high_contrast;
}

MusterAppearance *
muster_appearance_new (void)
{
  return g_object_new (MUSTER_TYPE_APPEARANCE, NULL);
}

static void
muster_appearance_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  MusterAppearance *self = MUSTER_APPEARANCE (object);

  switch (prop_id)
    {
    case PROP_DARK:
      g_value_set_boolean (value, muster_appearance_is_dark (self));
      break;
    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->high_contrast);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_appearance_dispose (GObject *object)
{
  MusterAppearance *self = MUSTER_APPEARANCE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (muster_appearance_parent_class)->dispose (object);
}

static void
muster_appearance_class_init (MusterAppearanceClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = muster_appearance_get_property;
  object_class->dispose = muster_appearance_dispose;

  props[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, flags);
  props[PROP_HIGH_CONTRAST]
    = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
muster_appearance_init (MusterAppearance *self)
{
  self->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, got_bus_cb, self);
}
