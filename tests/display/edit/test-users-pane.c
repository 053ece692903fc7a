/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "edit-fixture.h"

#include "muster-users-pane.h"

#define NONE GUINT_TO_POINTER (0)
#define FIVE GUINT_TO_POINTER (5)

static MusterUsersPane *
get_pane (EditFixture *self)
{
  return MUSTER_USERS_PANE (find_widget (self->screen, MUSTER_TYPE_USERS_PANE));
}

static GtkSelectionModel *
get_model (EditFixture *self)
{
  GtkWidget *list = find_widget (self->screen, GTK_TYPE_COLUMN_VIEW);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (list));
}

static guint
count_shown (EditFixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (self)));
}

static guint
count_picked (EditFixture *self)
{
  return muster_picked_users_get_n_users (muster_edit_get_users (self->edit));
}

static void
search (EditFixture *self, const char *text)
{
  GtkWidget *entry = find_widget (GTK_WIDGET (get_pane (self)), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_empty (EditFixture *self, gconstpointer data)
{
  GtkWidget *pane;
  GtkWidget *add;

  edit_fixture_show (self);
  pane = GTK_WIDGET (get_pane (self));
  add = find_button (pane, "Add Users");
  g_assert_true (shows_text (pane, "No users yet"));
  g_assert_true (gtk_widget_has_css_class (add, "suggested-action"));
  muster_screen_focus (MUSTER_SCREEN (self->screen));
  g_assert_true (gtk_widget_is_focus (add));
  edit_fixture_pick_all (self);
  g_assert_false (shows_text (pane, "No users yet"));
  g_assert_false (
    gtk_widget_has_css_class (find_button (pane, "Add Users"), "suggested-action"));
  g_assert_true (gtk_widget_is_focus (find_button (pane, "Add Users")));
}

static void
test_tick_and_remove (EditFixture *self, gconstpointer data)
{
  edit_fixture_show (self);
  edit_fixture_pick_all (self);
  edit_fixture_assert_enabled (self, "remove-selected", FALSE);
  g_assert_true (shows_text (self->screen, "0 selected"));
  gtk_selection_model_select_item (get_model (self), 1, FALSE);
  gtk_selection_model_select_item (get_model (self), 3, FALSE);
  g_assert_true (shows_text (self->screen, "2 selected"));
  edit_fixture_assert_enabled (self, "remove-selected", TRUE);
  search (self, "user-0001");
  await_condition (count_shown (self) == 1);
  g_assert_true (shows_text (self->screen, "2 selected"));
  edit_fixture_act (self, "edit.remove-selected");
  g_assert_cmpuint (count_picked (self), ==, 3);
  g_assert_cmpuint (muster_users_pane_get_n_ticked (get_pane (self)), ==, 0);
  edit_fixture_assert_enabled (self, "remove-selected", FALSE);
}

static void
test_remove_one (EditFixture *self, gconstpointer data)
{
  edit_fixture_show (self);
  edit_fixture_pick_all (self);
  gtk_selection_model_select_all (get_model (self));
  gtk_widget_activate_action (find_widget (self->screen, GTK_TYPE_COLUMN_VIEW),
                              "users.remove", "s", "u0002");
  g_assert_cmpuint (count_picked (self), ==, 4);
  g_assert_cmpuint (muster_users_pane_get_n_ticked (get_pane (self)), ==, 4);
}

static void
test_click_ticks (EditFixture *self, gconstpointer data)
{
  GtkWidget *list;

  edit_fixture_show (self);
  edit_fixture_pick_all (self);
  list = find_widget (self->screen, GTK_TYPE_COLUMN_VIEW);
  g_signal_emit_by_name (list, "activate", 2);
  g_assert_true (gtk_selection_model_is_selected (get_model (self), 2));
  g_signal_emit_by_name (list, "activate", 2);
  g_assert_false (gtk_selection_model_is_selected (get_model (self), 2));
}

static void
test_search (EditFixture *self, gconstpointer data)
{
  edit_fixture_show (self);
  edit_fixture_pick_all (self);
  search (self, "USER-0003@EX");
  await_condition (count_shown (self) == 1);
  search (self, "nobody of that name");
  await_condition (shows_text (self->screen, "Nobody found"));
  g_assert_cmpuint (count_picked (self), ==, 5);
  gtk_widget_activate_action (find_widget (self->screen, GTK_TYPE_COLUMN_VIEW),
                              "users.clear-search", NULL);
  await_condition (count_shown (self) == 5);
  g_assert_false (shows_text (self->screen, "Nobody found"));
  edit_fixture_act (self, "edit.search-users");
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (get_pane (self))));
}

static const char *
get_first_id (EditFixture *self)
{
  g_autoptr (MusterUser) user
    = g_list_model_get_item (G_LIST_MODEL (get_model (self)), 0);

  return muster_user_get_id (user);
}

static void
test_sort (EditFixture *self, gconstpointer data)
{
  edit_fixture_show (self);
  fake_user_set (fake_platform_get_user (self->platform, 5), MUSTER_FIELD_ORGANIZATION,
                 "a0");
  fake_user_set (fake_platform_get_user (self->platform, 1), MUSTER_FIELD_ACTIVE,
                 MUSTER_ACTIVE_FALSE);
  edit_fixture_pick_all (self);
  await_condition (g_str_equal (get_first_id (self), "u0001"));
  edit_fixture_act (self, "edit.sort-users::organization");
  await_condition (g_str_equal (get_first_id (self), "u0005"));
  edit_fixture_act (self, "edit.sort-users::status");
  await_condition (!g_str_equal (get_first_id (self), "u0001"));
  edit_fixture_act (self, "edit.sort-users::name");
  await_condition (g_str_equal (get_first_id (self), "u0001"));
}

/* Bytes that no label may take for markup, a line, or the end of a text. */
static void
test_hostile (EditFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *letters = g_strnfill (10000, 'x');
  MusterUser      *markup = muster_user_new ("1", "<b>&amp;\n\033[1m\342\200\256");
  MusterUser      *endless = muster_user_new ("2", letters);

  muster_user_set_email (markup, "a<i>b");
  g_ptr_array_add (users, markup);
  g_ptr_array_add (users, endless);
  edit_fixture_show (self);
  muster_picked_users_add (muster_edit_get_users (self->edit), users);
  await_condition (shows_text (self->screen, "a<i>b"));
  g_assert_true (shows_text (self->screen, "<b>&amp; \357\277\275[1m"));
}

static void
test_accessible (EditFixture *self, gconstpointer data)
{
  GtkWidget *list;
  GtkWidget *check;

  edit_fixture_show (self);
  edit_fixture_pick_all (self);
  list = find_widget (self->screen, GTK_TYPE_COLUMN_VIEW);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Users");
  await_condition (find_widget (list, GTK_TYPE_CHECK_BUTTON) != NULL);
  check = find_widget (list, GTK_TYPE_CHECK_BUTTON);
  gtk_test_accessible_assert_role (check, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Select \342\201\250user-0001\342\201\251");
}

int
main (int argc, char *argv[])
{
  display_test_init (&argc, &argv);
#define ADD(name, data, test)                                                            \
  g_test_add ("/users-pane/" name, EditFixture, data, edit_fixture_set_up, test,         \
              edit_fixture_tear_down)
  ADD ("empty", FIVE, test_empty);
  ADD ("tick-and-remove", FIVE, test_tick_and_remove);
  ADD ("remove-one", FIVE, test_remove_one);
  ADD ("click-ticks", FIVE, test_click_ticks);
  ADD ("search", FIVE, test_search);
  ADD ("sort", FIVE, test_sort);
  ADD ("hostile", NONE, test_hostile);
  ADD ("accessible", FIVE, test_accessible);
#undef ADD
  return g_test_run ();
}
