/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "chooser-fixture.h"

#include "muster-picked-users.h"
#include "muster-user-chooser.h"

static MusterChooser *
open_chooser (ChooserFixture *fixture, GListModel *already, GCancellable *cancellable)
{
  muster_user_chooser_choose_async (fixture->parent, fixture->session, already,
                                    cancellable, chooser_fixture_result_cb, fixture);
  return chooser_fixture_get_chooser (fixture);
}

static void
assert_cancelled (ChooserFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_user_chooser_choose_finish (fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* (transfer full): what OK returns. */
static GPtrArray *
press_ok (ChooserFixture *fixture, MusterChooser *chooser)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *users;

  g_assert_true (chooser_can (chooser, "OK"));
  chooser_activate (chooser, "chooser.ok");
  chooser_fixture_await_result (fixture);
  users = muster_user_chooser_choose_finish (fixture->result, &error);
  g_assert_no_error (error);
  return users;
}

/* All are found before anything is typed; those chosen have every field. */
static void
test_choose (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (12);
  MusterChooser *chooser = open_chooser (fixture, NULL, NULL);
  g_autoptr (GPtrArray) users = NULL;

  g_assert_true (shows_text (GTK_WIDGET (chooser), "Searching…"));
  g_assert_false (chooser_can (chooser, "OK"));
  chooser_fixture_await_found (fixture, "12 Users Found");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "No selections made"));
  g_assert_false (chooser_can (chooser, "OK"));
  chooser_click_row (chooser, 1);
  chooser_click_row (chooser, 3);
  chooser_click_row (chooser, 5);
  chooser_click_row (chooser, 3);
  g_assert_true (shows_text (GTK_WIDGET (chooser), "2 selections made"));
  users = press_ok (fixture, chooser);
  g_assert_cmpuint (users->len, ==, 2);
  g_assert_cmpstr (muster_user_get_id (users->pdata[0]), ==, "u0002");
  g_assert_cmpstr (muster_user_get_id (users->pdata[1]), ==, "u0006");
  for (MusterField field = 0; field < MUSTER_N_FIELDS; field++)
    g_assert_nonnull (muster_user_get_values (users->pdata[0], field));
}

/* Whatever way it is left without OK. */
static void
test_cancel (void)
{
  static const int responses[]
    = { GTK_RESPONSE_CANCEL, GTK_RESPONSE_DELETE_EVENT, GTK_RESPONSE_CLOSE };

  for (guint i = 0; i < G_N_ELEMENTS (responses); i++)
    {
      g_autoptr (ChooserFixture) fixture = chooser_fixture_new (3);
      MusterChooser *chooser = open_chooser (fixture, NULL, NULL);

      chooser_fixture_await_found (fixture, "3 Users Found");
      chooser_click_row (chooser, 0);
      gtk_dialog_response (GTK_DIALOG (chooser), responses[i]);
      chooser_fixture_await_result (fixture);
      assert_cancelled (fixture);
    }
}

/* It closes while a search is under way, from outside or with its window. */
static void
test_cancel_early (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  fixture->platform->held = TRUE;
  open_chooser (fixture, NULL, cancellable);
  g_cancellable_cancel (cancellable);
  fake_platform_let_go (fixture->platform);
  chooser_fixture_await_result (fixture);
  assert_cancelled (fixture);
}

static void
test_destroyed (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (3);
  MusterChooser *chooser = open_chooser (fixture, NULL, NULL);

  chooser_fixture_await_found (fixture, "3 Users Found");
  gtk_window_destroy (GTK_WINDOW (chooser));
  chooser_fixture_await_result (fixture);
  assert_cancelled (fixture);
}

static void
test_selections_survive (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (30);
  MusterChooser *chooser = open_chooser (fixture, NULL, NULL);
  g_autoptr (GPtrArray) users = NULL;

  chooser_fixture_await_found (fixture, "30 Users Found");
  chooser_click_row (chooser, 0);
  chooser_type (chooser, "user-002");
  chooser_fixture_await_found (fixture, "10 Users Found");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "1 selection made"));
  chooser_activate (chooser, "chooser.select-visible");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "11 selections made"));
  chooser_type (chooser, "  user-0029 ");
  chooser_fixture_await_found (fixture, "1 User Found");
  gtk_test_accessible_assert_state (chooser_find_row (chooser, "user-0029"),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  chooser_activate (chooser, "chooser.clear-visible");
  users = press_ok (fixture, chooser);
  g_assert_cmpuint (users->len, ==, 10);
  g_assert_cmpstr (muster_user_get_id (users->pdata[0]), ==, "u0001");
}

/* Enter does not wait, and what is typed later wins over late answers. */
static void
test_search_at_once (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (30);
  MusterChooser *chooser = open_chooser (fixture, NULL, NULL);
  GtkWidget     *entry = find_widget (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY);
  guint          n_calls;
  int            end = 8;

  chooser_fixture_await_found (fixture, "30 Users Found");
  n_calls = fixture->platform->n_find_calls;
  fixture->platform->held = TRUE;
  chooser_type (chooser, "user-001");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (fixture->platform->n_find_calls, ==, n_calls + 1);
  g_assert_true (shows_text (GTK_WIDGET (chooser), "Searching…"));
  g_assert_cmpuint (chooser_count_rows (chooser), ==, 30);
  gtk_editable_insert_text (GTK_EDITABLE (entry), "7", 1, &end);
  g_signal_emit_by_name (entry, "activate");
  fake_platform_let_go (fixture->platform);
  chooser_fixture_await_found (fixture, "1 User Found");
  g_assert_cmpuint (chooser_count_rows (chooser), ==, 1);
  g_assert_cmpuint (fixture->platform->n_find_calls, ==, n_calls + 2);
  chooser_activate (chooser, "chooser.cancel");
  chooser_fixture_await_result (fixture);
}

static void
test_nothing_found (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (3);
  MusterChooser *chooser = open_chooser (fixture, NULL, NULL);

  chooser_fixture_await_found (fixture, "3 Users Found");
  chooser_click_row (chooser, 0);
  chooser_type (chooser, "<b>nobody</b>");
  chooser_fixture_await_found (fixture, "0 Users Found");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "No Users Found"));
  g_assert_true (shows_text (GTK_WIDGET (chooser),
                             "Nothing fits “\u2068<b>nobody</b>\u2069”. Try "
                             "fewer letters, or others."));
  g_assert_true (shows_text (GTK_WIDGET (chooser), "1 selection made"));
  g_assert_true (chooser_can (chooser, "OK"));
  g_assert_false (chooser_can (chooser, "Select Visible"));
  chooser_activate (chooser, "chooser.cancel");
  chooser_fixture_await_result (fixture);
}

static void
test_nobody_there (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (0);
  MusterChooser *chooser = open_chooser (fixture, NULL, NULL);

  chooser_fixture_await_found (fixture, "There is nothing here to choose.");
  chooser_activate (chooser, "chooser.cancel");
  chooser_fixture_await_result (fixture);
}

/* What was ticked is there after an error, and there is a way on. */
static void
test_error (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (3);
  MusterChooser *chooser = open_chooser (fixture, NULL, NULL);

  chooser_fixture_await_found (fixture, "3 Users Found");
  chooser_click_row (chooser, 0);
  fake_platform_fail_find (fixture->platform, MUSTER_PLATFORM_ERROR_UNREACHABLE);
  chooser_type (chooser, "user-000");
  chooser_fixture_await_found (fixture, "The search did not succeed");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "1 selection made"));
  g_assert_true (chooser_can (chooser, "Try Again"));
  gtk_widget_activate (find_button (GTK_WIDGET (chooser), "Try Again"));
  chooser_fixture_await_found (fixture, "3 Users Found");
  gtk_test_accessible_assert_state (chooser_find_row (chooser, "user-0001"),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  chooser_activate (chooser, "chooser.cancel");
  chooser_fixture_await_result (fixture);
}

static void
sign_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Where the platform knows the account no more, the window leads to the sign-in. */
static void
test_signed_out (void)
{
  const GActionEntry entries[] = { { "sign-out", sign_out_cb, NULL, NULL, NULL, { 0 } } };
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (3);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  gboolean signed_out = FALSE;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, 1, &signed_out);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->parent), "win",
                                  G_ACTION_GROUP (actions));
  fake_platform_fail_find (fixture->platform, MUSTER_PLATFORM_ERROR_SIGN_IN);
  open_chooser (fixture, NULL, NULL);
  chooser_fixture_await_found (fixture, "You are not signed in any more");
  gtk_widget_activate (find_button (GTK_WIDGET (fixture->chooser), "Sign In"));
  chooser_fixture_await_result (fixture);
  assert_cancelled (fixture);
  g_assert_true (signed_out);
}

static void
test_already_picked (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (4);
  g_autoptr (MusterPickedUsers) picked = muster_picked_users_new ();
  g_autoptr (GPtrArray) all = fake_platform_read_all (fixture->platform);
  g_autoptr (GPtrArray) users = NULL;
  MusterChooser *chooser;

  g_ptr_array_set_size (all, 2);
  muster_picked_users_add (picked, all);
  chooser = open_chooser (fixture, G_LIST_MODEL (picked), NULL);
  chooser_fixture_await_found (fixture, "4 Users Found");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "Already picked"));
  g_assert_nonnull (chooser_find_row (chooser, "user-0001, already picked"));
  chooser_click_row (chooser, 0);
  g_assert_true (shows_text (GTK_WIDGET (chooser), "No selections made"));
  chooser_activate (chooser, "chooser.select-visible");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "2 selections made"));
  users = press_ok (fixture, chooser);
  g_assert_cmpstr (muster_user_get_id (users->pdata[0]), ==, "u0003");
}

static void
test_review (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (20);
  MusterChooser *chooser = open_chooser (fixture, NULL, NULL);

  chooser_fixture_await_found (fixture, "20 Users Found");
  g_assert_false (chooser_can (chooser, "Review"));
  chooser_click_row (chooser, 4);
  chooser_click_row (chooser, 7);
  chooser_activate (chooser, "chooser.reviewing");
  g_assert_cmpuint (chooser_count_rows (chooser), ==, 2);
  chooser_click_row (chooser, 0);
  g_assert_cmpuint (chooser_count_rows (chooser), ==, 2);
  g_assert_true (shows_text (GTK_WIDGET (chooser), "1 selection made"));
  chooser_activate (chooser, "chooser.reviewing");
  g_assert_cmpuint (chooser_count_rows (chooser), ==, 20);
  chooser_activate (chooser, "chooser.reviewing");
  chooser_type (chooser, "user-0003");
  chooser_fixture_await_found (fixture, "1 User Found");
  g_assert_cmpuint (chooser_count_rows (chooser), ==, 1);
  chooser_activate (chooser, "chooser.clear-all");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "No selections made"));
  chooser_activate (chooser, "chooser.cancel");
  chooser_fixture_await_result (fixture);
}

static void
test_accessible (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (2);
  MusterChooser *chooser = open_chooser (fixture, NULL, NULL);
  GtkWidget     *row;

  chooser_fixture_await_found (fixture, "2 Users Found");
  gtk_test_accessible_assert_role (GTK_WIDGET (chooser), GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_test_accessible_assert_property (find_widget (GTK_WIDGET (chooser),
                                                    GTK_TYPE_SEARCH_ENTRY),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search");
  gtk_test_accessible_assert_property (chooser_get_list (chooser),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Users");
  row = chooser_find_row (chooser, "user-0002");
  g_assert_nonnull (row);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  chooser_click_row (chooser, 1);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  chooser_activate (chooser, "chooser.cancel");
  chooser_fixture_await_result (fixture);
}

/* Text from the platform is text, and one line. */
static void
test_hostile_text (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (3);
  FakeUser      *user = fake_platform_get_user (fixture->platform, 1);
  MusterChooser *chooser;

  g_free (user->user_name);
  user->user_name = g_strdup ("<b>&amp;\n\x1b[31m\u202egnp.exe");
  user = fake_platform_get_user (fixture->platform, 2);
  g_free (user->user_name);
  user->user_name = g_strnfill (10000, 'x');
  chooser = open_chooser (fixture, NULL, NULL);
  chooser_fixture_await_found (fixture, "3 Users Found");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "<b>&amp; \uFFFD[31mgnp.exe"));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (chooser)), <, 1300);
  chooser_activate (chooser, "chooser.cancel");
  chooser_fixture_await_result (fixture);
}

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  g_test_add_func ("/user-chooser/choose", test_choose);
  g_test_add_func ("/user-chooser/cancel", test_cancel);
  g_test_add_func ("/user-chooser/cancel-early", test_cancel_early);
  g_test_add_func ("/user-chooser/destroyed", test_destroyed);
  g_test_add_func ("/user-chooser/selections-survive", test_selections_survive);
  g_test_add_func ("/user-chooser/search-at-once", test_search_at_once);
  g_test_add_func ("/user-chooser/nothing-found", test_nothing_found);
  g_test_add_func ("/user-chooser/nobody-there", test_nobody_there);
  g_test_add_func ("/user-chooser/error", test_error);
  g_test_add_func ("/user-chooser/signed-out", test_signed_out);
  g_test_add_func ("/user-chooser/already-picked", test_already_picked);
  g_test_add_func ("/user-chooser/review", test_review);
  g_test_add_func ("/user-chooser/accessible", test_accessible);
  g_test_add_func ("/user-chooser/hostile-text", test_hostile_text);
  return g_test_run ();
}
