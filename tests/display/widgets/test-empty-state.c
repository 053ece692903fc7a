/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-empty-state.h"

#include "display-test.h"

static const char ui[]
  = "<interface><object class=\"MusterEmptyState\" id=\"state\">"
    "<property name=\"icon-name\">system-users-symbolic</property>"
    "<property name=\"title\">No users yet</property>"
    "<property name=\"text\">Add some.</property>"
    "<child><object class=\"GtkButton\"><property name=\"label\">Add Users</property>"
    "</object></child></object></interface>";

static void
test_from_a_template (void)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *state;
  GtkWindow *window;

  g_type_ensure (MUSTER_TYPE_EMPTY_STATE);
  builder = gtk_builder_new_from_string (ui, -1);
  state = GTK_WIDGET (gtk_builder_get_object (builder, "state"));
  window = show_in_window (state, 500, 400);
  g_assert_true (shows_text (state, "No users yet"));
  g_assert_true (shows_text (state, "Add some."));
  g_assert_nonnull (find_button (state, "Add Users"));
  gtk_test_accessible_assert_role (state, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (state, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "No users yet");
  g_object_ref (state);
  g_clear_object (&builder);
  close_window (window);
  g_assert_finalize_object (state);
}

static void
test_loading (void)
{
  GtkWidget *state = muster_empty_state_new ();
  GtkWindow *window = show_in_window (state, 500, 400);
  gboolean   spins;

  g_object_set (state, "loading", TRUE, "title", "Loading", NULL);
  g_object_get (find_widget (state, GTK_TYPE_SPINNER), "spinning", &spins, NULL);
  g_assert_true (spins);
  gtk_test_accessible_assert_state (state, GTK_ACCESSIBLE_STATE_BUSY, TRUE);
  g_object_set (state, "loading", FALSE, NULL);
  g_object_get (find_widget (state, GTK_TYPE_SPINNER), "spinning", &spins, NULL);
  g_assert_false (spins);
  close_window (window);
}

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  g_test_add_func ("/empty-state/template", test_from_a_template);
  g_test_add_func ("/empty-state/loading", test_loading);
  return g_test_run ();
}
