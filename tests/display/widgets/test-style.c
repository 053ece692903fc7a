/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-appearance.h"
#include "muster-style.h"

#include "display-test.h"

/* A settings portal on the session bus of this test. */

static const char portal_xml[]
  = "<node><interface name='org.freedesktop.portal.Settings'>"
    "<method name='ReadAll'><arg type='as' direction='in'/>"
    "<arg type='a{sa{sv}}' direction='out'/></method>"
    "<signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>"
    "</interface></node>";

static void
read_all_cb (GDBusConnection       *bus,
             const char            *sender,
             const char            *path,
             const char            *interface,
             const char            *method,
             GVariant              *parameters,
             GDBusMethodInvocation *invocation,
             gpointer               user_data)
{
  g_dbus_method_invocation_return_value (
    invocation,
    g_variant_new_parsed ("({'org.freedesktop.appearance': {'color-scheme': <uint32 1>, "
                          "'contrast': <'a wrong type'>}},)"));
}

static void
change_setting (GDBusConnection *bus, const char *key, guint value)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (bus, NULL, "/org/freedesktop/portal/desktop",
                                 "org.freedesktop.portal.Settings", "SettingChanged",
                                 g_variant_new ("(ssv)", "org.freedesktop.appearance",
                                                key, g_variant_new_uint32 (value)),
                                 &error);
  g_assert_no_error (error);
}

static void
owned_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static guint
own_portal (GDBusConnection *bus)
{
  static const GDBusInterfaceVTable vtable = { read_all_cb, NULL, NULL, { NULL } };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (portal_xml, NULL);
  gboolean is_owned = FALSE;
  guint    id;

  g_dbus_connection_register_object (bus, "/org/freedesktop/portal/desktop",
                                     node->interfaces[0], &vtable, NULL, NULL, NULL);
  id = g_bus_own_name_on_connection (bus, "org.freedesktop.portal.Desktop",
                                     G_BUS_NAME_OWNER_FLAGS_REPLACE, owned_cb, NULL,
                                     &is_owned, NULL);
  await_condition (is_owned);
  return id;
}

static gboolean
prefers_dark (void)
{
  gboolean dark;

  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &dark,
                NULL);
  return dark;
}

static double
get_lightness (GtkWidget *widget, const char *name)
{
  GdkRGBA color;

  g_assert_true (
    gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color));
  return (color.red + color.green + color.blue) / 3;
}

static void
test_follows_portal (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  guint      id = own_portal (bus);
  GtkWidget *label = gtk_label_new ("x");
  GtkWindow *window;
  double     dim;

  muster_style_install (gdk_display_get_default ());
  window = show_in_window (label, 200, 100);
  await_condition (prefers_dark ());
  g_assert_cmpfloat (get_lightness (label, "muster_card"), <, 0.3);
  change_setting (bus, "color-scheme", 2);
  await_condition (!prefers_dark ());
  g_assert_cmpfloat (get_lightness (label, "muster_card"), >, 0.9);
  dim = get_lightness (label, "muster_dim");
  change_setting (bus, "contrast", 1);
  await_condition (get_lightness (label, "muster_dim") < dim);
  change_setting (bus, "contrast", 0);
  await_condition (get_lightness (label, "muster_dim") >= dim);
  g_bus_unown_name (id);
  close_window (window);
}

static void
test_forced (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new ("x"));

  muster_style_force_dark (TRUE);
  g_assert_cmpfloat (get_lightness (label, "muster_card"), <, 0.3);
  muster_style_force_dark (FALSE);
  g_assert_cmpfloat (get_lightness (label, "muster_card"), >, 0.9);
}

static void
test_icons (void)
{
  static const char *const names[]
    = { "arrow", "company", "filter", "flag", "info", "organization", "role" };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strdup_printf ("muster-%s-symbolic", names[i]);

      g_assert_true (gtk_icon_theme_has_icon (theme, name));
    }
}

static void
test_appearance_goes (void)
{
  MusterAppearance *appearance = muster_appearance_new ();

  g_assert_false (muster_appearance_is_dark (appearance));
  g_assert_finalize_object (appearance);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/portal", test_follows_portal);
  g_test_add_func ("/style/forced", test_forced);
  g_test_add_func ("/style/icons", test_icons);
  g_test_add_func ("/style/appearance", test_appearance_goes);
  return g_test_run ();
}
