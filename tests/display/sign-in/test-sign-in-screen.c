/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <string.h>

#include "muster-connection-list.h"
#include "muster-remove-connection-dialog.h"
#include "sign-in-fixture.h"

static guint
count_saved (SignInFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->store));
}

static MusterConnection *
get_first (SignInFixture *fixture)
{
  g_autoptr (MusterConnection) connection
    = g_list_model_get_item (G_LIST_MODEL (fixture->store), 0);

  return connection;
}

static gboolean
shows (SignInFixture *fixture, const char *text)
{
  return shows_text (GTK_WIDGET (fixture->screen), text);
}

static void
test_first_start (SignInFixture *fixture, gconstpointer data)
{
  GtkWidget *explore;

  sign_in_fixture_show (fixture);
  g_assert_true (shows (fixture, "Welcome to Muster"));
  g_assert_cmpstr (muster_screen_get_title (MUSTER_SCREEN (fixture->screen)), ==,
                   "Sign In");
  g_assert_false (sign_in_fixture_can (fixture, "submit"));
  explore = find_button (GTK_WIDGET (fixture->screen), "Explore with sample data");
  g_assert_true (gtk_window_get_focus (fixture->window) == explore);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (explore), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (explore),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Explore with sample data");

  sign_in_fixture_do (fixture, "explore");
  g_assert_true (shows (fixture, "Starting the sample platform…"));
  await_condition (fixture->session != NULL);
  g_assert_cmpstr (muster_session_get_name (fixture->session), ==, "Try Muster");
  g_assert_cmpstr (muster_session_get_user_name (fixture->session), ==, "admin");
  g_assert_cmpuint (count_saved (fixture), ==, 0);
}

static void
type_all (SignInFixture *fixture,
          const char    *address,
          const char    *user_name,
          const char    *password)
{
  sign_in_fixture_type (fixture, "address", address);
  sign_in_fixture_type (fixture, "user_name", user_name);
  sign_in_fixture_type (fixture, "password", password);
}

/* A wrong password, then the right one, which the keyring gets; the next start has all of
 * it. */
static void
test_remembered (SignInFixture *fixture, gconstpointer data)
{
  g_autofree char *address = sign_in_fixture_start_platform (fixture);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  sign_in_fixture_show (fixture);
  sign_in_fixture_do (fixture, "new-connection");
  type_all (fixture, address, "admin", "wrong");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                 sign_in_fixture_find (fixture, "remember")),
                               TRUE);
  sign_in_fixture_submit (fixture);
  title = sign_in_fixture_dup_banner (fixture, "title");
  g_assert_cmpstr (title, ==, "The user name or the password is wrong");
  g_assert_true (sign_in_fixture_has_focus (fixture, "password"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (
                                      sign_in_fixture_find (fixture, "password")),
                                    GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpuint (count_saved (fixture), ==, 0);

  sign_in_fixture_type (fixture, "password", "muster-sample");
  sign_in_fixture_submit (fixture);
  g_assert_nonnull (fixture->session);
  await_condition (count_saved (fixture) == 1);
  g_assert_cmpstr (muster_connection_get_name (get_first (fixture)), ==, "127.0.0.1");
  g_assert_true (muster_connection_remembers_password (get_first (fixture)));
  g_assert_cmpint (muster_connection_get_last_used (get_first (fixture)), >, 0);
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "password"), ==, "");
  g_assert_true (g_file_get_contents (fixture->connections, &text, NULL, NULL));
  g_assert_null (strstr (text, "muster-sample"));
  g_assert_null (fixture->notice);

  sign_in_fixture_close (fixture);
  sign_in_fixture_show (fixture);
  await_condition (
    g_str_equal (sign_in_fixture_get_text (fixture, "password"), "muster-sample"));
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "user_name"), ==, "admin");
  g_assert_true (sign_in_fixture_has_focus (fixture, "submit"));
  g_clear_object (&fixture->session);
  sign_in_fixture_submit (fixture);
  g_assert_nonnull (fixture->session);
}

/* The same place twice is one connection; and it is forgotten when nobody ticks it. */
static void
test_same_place_again (SignInFixture *fixture, gconstpointer data)
{
  g_autofree char *address = sign_in_fixture_start_platform (fixture);

  for (guint i = 0; i < 2; i++)
    {
      sign_in_fixture_show (fixture);
      sign_in_fixture_do (fixture, "new-connection");
      type_all (fixture, address, "admin", "muster-sample");
      gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                     sign_in_fixture_find (fixture, "remember")),
                                   i == 0);
      sign_in_fixture_submit (fixture);
      g_assert_nonnull (fixture->session);
      await_condition (count_saved (fixture) == 1
                       && muster_connection_remembers_password (get_first (fixture))
                            == (i == 0));
      sign_in_fixture_close (fixture);
    }
}

static void
test_return (SignInFixture *fixture, gconstpointer data)
{
  g_autofree char *address = sign_in_fixture_start_platform (fixture);
  g_autofree char *text = NULL;

  sign_in_fixture_show (fixture);
  sign_in_fixture_do (fixture, "new-connection");
  type_all (fixture, address, "admin", "muster-sample");
  sign_in_fixture_submit (fixture);
  await_condition (count_saved (fixture) == 1);
  muster_sign_in_screen_return (fixture->screen, "<b>Your session</b> ended.");
  text = sign_in_fixture_dup_banner (fixture, "text");
  g_assert_cmpstr (text, ==, "<b>Your session</b> ended.");
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "user_name"), ==, "admin");
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "password"), ==, "");
  g_assert_true (sign_in_fixture_has_focus (fixture, "password"));
}

static void
test_edit_and_remove (SignInFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  sign_in_fixture_save (fixture, "a", "Halden Academy", "https://id.halden.example", 5);
  sign_in_fixture_show (fixture);
  g_assert_true (shows (fixture, "Sign in to \xE2\x81\xA8Halden Academy\xE2\x81\xA9"));
  g_assert_false (gtk_widget_get_mapped (sign_in_fixture_find (fixture, "address")));
  sign_in_fixture_do (fixture, "edit-connection");
  g_assert_true (gtk_widget_get_mapped (sign_in_fixture_find (fixture, "address")));
  sign_in_fixture_type (fixture, "name", "Halden");
  sign_in_fixture_type (fixture, "address", "scim.halden.example");
  sign_in_fixture_do (fixture, "edit-connection");
  await_condition (
    g_str_equal (muster_connection_get_name (get_first (fixture)), "Halden"));
  g_assert_cmpstr (muster_connection_get_address (get_first (fixture)), ==,
                   "https://scim.halden.example");
  g_assert_cmpint (muster_connection_get_last_used (get_first (fixture)), ==, 5);
  g_assert_true (shows (fixture, "Sign in to \xE2\x81\xA8Halden\xE2\x81\xA9"));

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GListModel) windows = NULL;

      sign_in_fixture_do (fixture, "remove-connection");
      windows = g_object_ref (gtk_window_get_toplevels ());
      dialog = NULL;
      for (guint j = 0; j < g_list_model_get_n_items (windows); j++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, j);

          if (MUSTER_IS_REMOVE_CONNECTION_DIALOG (window))
            dialog = window;
        }
      g_assert_nonnull (dialog);
      g_assert_true (gtk_window_get_modal (GTK_WINDOW (dialog)));
      gtk_widget_activate_action (dialog, i == 0 ? "dialog.cancel" : "dialog.remove",
                                  NULL);
      if (i == 0)
        g_assert_cmpuint (count_saved (fixture), ==, 1);
    }
  await_condition (count_saved (fixture) == 0);
  await_condition (shows (fixture, "Welcome to Muster"));
}

/* What is typed into one form is still there after looking at another. */
static void
test_typed_text_stays (SignInFixture *fixture, gconstpointer data)
{
  MusterConnectionList *list;

  sign_in_fixture_save (fixture, "a", "A", "https://a.example", 0);
  sign_in_fixture_save (fixture, "b", "B", "https://b.example", 7);
  sign_in_fixture_show (fixture);
  list = MUSTER_CONNECTION_LIST (
    find_widget (GTK_WIDGET (fixture->screen), MUSTER_TYPE_CONNECTION_LIST));
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "address"), ==,
                   "https://b.example");
  sign_in_fixture_type (fixture, "password", "half a passw");
  g_signal_emit_by_name (list, "picked",
                         muster_connection_store_find (fixture->store, "a"));
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "address"), ==,
                   "https://a.example");
  sign_in_fixture_do (fixture, "new-connection");
  sign_in_fixture_type (fixture, "address", "half.an.addr");
  g_signal_emit_by_name (list, "picked",
                         muster_connection_store_find (fixture->store, "b"));
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "password"), ==, "half a passw");
  sign_in_fixture_do (fixture, "new-connection");
  g_assert_cmpstr (sign_in_fixture_get_text (fixture, "address"), ==, "half.an.addr");
}

static void
test_damaged_list (SignInFixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;
  g_autofree char *button = NULL;
  g_autofree char *text = NULL;

  sign_in_fixture_save (fixture, "a", "A", "https://a.example", 1);
  g_assert_true (g_file_set_contents (fixture->connections, "garbage", -1, NULL));
  sign_in_fixture_show (fixture);
  title = sign_in_fixture_dup_banner (fixture, "title");
  button = sign_in_fixture_dup_banner (fixture, "button-label");
  g_assert_cmpstr (title, ==, "The saved connections cannot be read");
  g_assert_cmpstr (button, ==, "Try Again");
  g_assert_true (g_file_get_contents (fixture->connections, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "garbage");

  g_assert_true (g_file_set_contents (fixture->connections, "", 0, NULL));
  sign_in_fixture_save (fixture, "a", "A", "https://a.example", 1);
  sign_in_fixture_do (fixture, "reload-connections");
  await_condition (count_saved (fixture) == 1);
  g_assert_true (shows (fixture, "Sign in to \xE2\x81\xA8"
                                 "A\xE2\x81\xA9"));
}

static void
test_hostile_names (SignInFixture *fixture, gconstpointer data)
{
  g_autofree char *letters = g_strnfill (10000, 'W');
  GtkWidget       *form;

  sign_in_fixture_save (fixture, "a", "<b>x</b> & \xE2\x80\xAE\ny", "https://a.example",
                        0);
  sign_in_fixture_save (fixture, "b", letters, "not an address", 9);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);

      sign_in_fixture_save (fixture, id, "Same", "https://x.example", 0);
    }
  sign_in_fixture_show (fixture);
  g_assert_true (shows (fixture, "<b>x</b> &  y"));
  form = gtk_widget_get_parent (sign_in_fixture_find (fixture, "scroller"));
  g_assert_cmpint (gtk_widget_get_width (form), <=, 1024 - 318);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (form), GTK_ACCESSIBLE_ROLE_FORM);
  /* By the words above it. */
  g_assert_true (
    gtk_test_accessible_has_relation (GTK_ACCESSIBLE (
                                        sign_in_fixture_find (fixture, "password")),
                                      GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

/* In a process of its own: it has no Secret Service. */
static void
test_no_keyring (SignInFixture *fixture, gconstpointer data)
{
  g_autofree char *address = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  address = sign_in_fixture_start_platform (fixture);
  sign_in_fixture_show (fixture);
  sign_in_fixture_do (fixture, "new-connection");
  type_all (fixture, address, "admin", "muster-sample");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                 sign_in_fixture_find (fixture, "remember")),
                               TRUE);
  sign_in_fixture_submit (fixture);
  g_assert_nonnull (fixture->session);
  await_condition (fixture->notice != NULL);
  g_assert_nonnull (strstr (fixture->notice, "keyring"));
  g_assert_null (strstr (fixture->notice, "muster-sample"));
  g_assert_cmpuint (count_saved (fixture), ==, 1);
  g_assert_false (muster_connection_remembers_password (get_first (fixture)));
}

#define ADD(path, function)                                                              \
  g_test_add (path, SignInFixture, NULL, sign_in_fixture_set_up, function,               \
              sign_in_fixture_tear_down)

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  if (!g_test_subprocess ())
    g_setenv ("SECRET_BACKEND", "file", TRUE);
  else
    g_unsetenv ("SECRET_BACKEND");
  ADD ("/sign-in/first-start", test_first_start);
  ADD ("/sign-in/remembered", test_remembered);
  ADD ("/sign-in/same-place", test_same_place_again);
  ADD ("/sign-in/return", test_return);
  ADD ("/sign-in/edit-and-remove", test_edit_and_remove);
  ADD ("/sign-in/typed-text", test_typed_text_stays);
  ADD ("/sign-in/damaged-list", test_damaged_list);
  ADD ("/sign-in/hostile-names", test_hostile_names);
  ADD ("/sign-in/no-keyring", test_no_keyring);
  return sign_in_fixture_run_tests ();
}
