/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "chooser-fixture.h"

#include "muster-user-chooser.h"

static MusterChooser *
open_chooser (ChooserFixture *fixture)
{
  muster_user_chooser_choose_async (fixture->parent, fixture->session, NULL, NULL,
                                    chooser_fixture_result_cb, fixture);
  return chooser_fixture_get_chooser (fixture);
}

static void
close_chooser (ChooserFixture *fixture, MusterChooser *chooser)
{
  chooser_activate (chooser, "chooser.cancel");
  chooser_fixture_await_result (fixture);
}

static GtkAdjustment *
get_adjustment (MusterChooser *chooser)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (chooser_get_list (chooser)));
}

/* The list knows where its end is once it is laid out. */
static gboolean
has_scrolled_to_end (MusterChooser *chooser)
{
  GtkAdjustment *adjustment = get_adjustment (chooser);
  double         end
    = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  gtk_adjustment_set_value (adjustment, end);
  return end > 0;
}

/* Further pages are asked for as somebody scrolls, and not before. */
static void
test_pages (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (1200);
  MusterChooser *chooser;

  fixture->platform->capabilities->page_size = 500;
  chooser = open_chooser (fixture);
  chooser_fixture_await_found (fixture, "1200 Users Found");
  g_assert_cmpuint (chooser_count_rows (chooser), ==, 100);
  await_condition (has_scrolled_to_end (chooser) && chooser_count_rows (chooser) >= 600);
  await_condition (has_scrolled_to_end (chooser) && chooser_count_rows (chooser) >= 1100);
  await_condition (has_scrolled_to_end (chooser) && chooser_count_rows (chooser) >= 1200);
  g_assert_cmpuint (fixture->platform->n_find_calls, ==, 4);
  close_chooser (fixture, chooser);
}

/* What came stays when the next page does not come, and asking goes on by hand. */
static void
test_page_lost (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (700);
  MusterChooser *chooser;

  fixture->platform->capabilities->page_size = 500;
  chooser = open_chooser (fixture);
  chooser_fixture_await_found (fixture, "700 Users Found");
  chooser_click_row (chooser, 0);
  fake_platform_fail_find (fixture->platform, MUSTER_PLATFORM_ERROR_LOST);
  await_condition (
    has_scrolled_to_end (chooser)
    && shows_text (GTK_WIDGET (chooser), "The rest of the list did not come"));
  g_assert_cmpuint (chooser_count_rows (chooser), ==, 100);
  g_assert_cmpuint (fixture->platform->n_find_calls, ==, 2);
  gtk_widget_activate (find_button (GTK_WIDGET (chooser), "Try Again"));
  await_condition (chooser_count_rows (chooser) == 600);
  await_condition (
    !shows_text (GTK_WIDGET (chooser), "The rest of the list did not come"));
  g_assert_true (shows_text (GTK_WIDGET (chooser), "1 selection made"));
  close_chooser (fixture, chooser);
}

/* Nobody scrolls to the end of a list of empty pages. */
static void
test_empty_pages (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (120);
  MusterChooser *chooser;

  fixture->platform->pages_empty = TRUE;
  chooser = open_chooser (fixture);
  chooser_fixture_await_found (fixture, "120 Users Found");
  await_condition (has_scrolled_to_end (chooser) && chooser_count_rows (chooser) >= 120);
  close_chooser (fixture, chooser);
}

/* Everything found is selected, read or not, with all its fields. */
static void
test_select_all (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (3000);
  g_autoptr (GPtrArray) users = NULL;
  MusterChooser *chooser;

  fixture->platform->capabilities->page_size = 500;
  chooser = open_chooser (fixture);
  chooser_fixture_await_found (fixture, "3000 Users Found");
  chooser_click_row (chooser, 5);
  chooser_activate (chooser, "chooser.select-all-found");
  g_assert_true (chooser_can (chooser, "Stop"));
  g_assert_false (chooser_can (chooser, "OK"));
  chooser_fixture_await_found (fixture, "3000 selections made");
  g_assert_cmpuint (chooser_count_rows (chooser), ==, 100);
  chooser_activate (chooser, "chooser.ok");
  chooser_fixture_await_result (fixture);
  users = muster_user_chooser_choose_finish (fixture->result, NULL);
  g_assert_cmpuint (users->len, ==, 3000);
  g_assert_nonnull (muster_user_get_values (users->pdata[2999], MUSTER_FIELD_ROLES));
}

/* What was selected before stays. */
static void
test_select_all_stopped (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (3000);
  MusterChooser *chooser;

  fixture->platform->capabilities->page_size = 500;
  chooser = open_chooser (fixture);
  chooser_fixture_await_found (fixture, "3000 Users Found");
  chooser_click_row (chooser, 5);
  fixture->platform->held = TRUE;
  chooser_activate (chooser, "chooser.select-all-found");
  g_assert_true (chooser_can (chooser, "Stop"));
  chooser_activate (chooser, "chooser.stop-selecting");
  fake_platform_let_go (fixture->platform);
  await_condition (chooser_can (chooser, "OK"));
  g_assert_true (shows_text (GTK_WIDGET (chooser), "1 selection made"));
  close_chooser (fixture, chooser);
}

static void
test_select_all_fails (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (300);
  MusterChooser *chooser = open_chooser (fixture);

  chooser_fixture_await_found (fixture, "300 Users Found");
  chooser_click_row (chooser, 5);
  fake_platform_fail_find (fixture->platform, MUSTER_PLATFORM_ERROR_LOST);
  chooser_activate (chooser, "chooser.select-all-found");
  chooser_fixture_await_found (fixture, "Not everything found could be selected");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "1 selection made"));
  gtk_widget_activate (find_button (GTK_WIDGET (chooser), "Try Again"));
  chooser_fixture_await_found (fixture, "300 selections made");
  g_assert_false (
    shows_text (GTK_WIDGET (chooser), "Not everything found could be selected"));
  close_chooser (fixture, chooser);
}

/* It can be left while everything is read. */
static void
test_closed_while_selecting (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (300);
  MusterChooser *chooser = open_chooser (fixture);

  chooser_fixture_await_found (fixture, "300 Users Found");
  fixture->platform->held = TRUE;
  chooser_activate (chooser, "chooser.select-all-found");
  chooser_activate (chooser, "chooser.cancel");
  fake_platform_let_go (fixture->platform);
  chooser_fixture_await_result (fixture);
}

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  g_test_add_func ("/user-chooser-pages/pages", test_pages);
  g_test_add_func ("/user-chooser-pages/lost", test_page_lost);
  g_test_add_func ("/user-chooser-pages/empty", test_empty_pages);
  g_test_add_func ("/user-chooser-pages/select-all", test_select_all);
  g_test_add_func ("/user-chooser-pages/select-all-stopped", test_select_all_stopped);
  g_test_add_func ("/user-chooser-pages/select-all-fails", test_select_all_fails);
  g_test_add_func ("/user-chooser-pages/closed-while-selecting",
                   test_closed_while_selecting);
  return g_test_run ();
}
