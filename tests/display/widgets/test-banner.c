/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-banner.h"

#include "display-test.h"

static guint n_activated;

static void
activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_assert_cmpint (g_variant_get_int32 (parameter), ==, 2);
  n_activated++;
}

static void
test_show_and_hide (void)
{
  g_autoptr (GtkWidget) banner = g_object_ref_sink (muster_banner_new ());

  g_assert_false (gtk_widget_get_visible (banner));
  muster_banner_show (MUSTER_BANNER (banner), "error", "It went wrong", "Try again.");
  g_assert_true (gtk_widget_get_visible (banner));
  g_assert_true (gtk_widget_has_css_class (banner, "error"));
  gtk_test_accessible_assert_role (banner, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_test_accessible_assert_property (banner, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "It went wrong");
  gtk_test_accessible_assert_property (banner, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Try again.");
  muster_banner_show (MUSTER_BANNER (banner), "warning", "Careful", NULL);
  g_assert_false (gtk_widget_has_css_class (banner, "error"));
  muster_banner_hide (MUSTER_BANNER (banner));
  g_assert_false (gtk_widget_get_visible (banner));
}

static void
test_properties (void)
{
  g_autoptr (GtkWidget) banner = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  banner = g_object_ref_sink (g_object_new (MUSTER_TYPE_BANNER, "kind", "warning",
                                            "title", "<b>not markup</b>", "button-label",
                                            "Open", NULL));
  g_object_get (banner, "kind", &kind, "title", &title, "button-label", &label, NULL);
  g_assert_cmpstr (kind, ==, "warning");
  g_assert_cmpstr (title, ==, "<b>not markup</b>");
  g_assert_cmpstr (label, ==, "Open");
}

static void
test_button_activates (void)
{
  const GActionEntry entries[] = { { "tab", activated_cb, "i", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *banner = muster_banner_new ();
  GtkWindow *window;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries,
                                   G_N_ELEMENTS (entries), NULL);
  muster_banner_show (MUSTER_BANNER (banner), "warning", "Title", "<b>text</b>");
  window = show_in_window (banner, 600, 100);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "edit", G_ACTION_GROUP (actions));
  g_assert_true (shows_text (banner, "<b>text</b>"));
  g_assert_null (find_button (banner, "Open"));
  muster_banner_set_button (MUSTER_BANNER (banner), "Open", "edit.tab(2)");
  await_condition (find_button (banner, "Open") != NULL);
  g_signal_emit_by_name (find_button (banner, "Open"), "clicked");
  g_assert_cmpuint (n_activated, ==, 1);
  g_object_ref (banner);
  close_window (window);
  g_assert_finalize_object (banner);
}

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  g_test_add_func ("/banner/show", test_show_and_hide);
  g_test_add_func ("/banner/properties", test_properties);
  g_test_add_func ("/banner/button", test_button_activates);
  return g_test_run ();
}
