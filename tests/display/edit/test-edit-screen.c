/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "edit-fixture.h"

#include "fake-choosers.h"
#include "muster-company.h"
#include "muster-users-pane.h"

#define NONE GUINT_TO_POINTER (0)
#define FIVE GUINT_TO_POINTER (5)

static GtkWidget *
get_button (EditFixture *self, const char *label)
{
  GtkWidget *button = find_button (self->screen, label);

  g_assert_nonnull (button);
  return button;
}

static void
test_names (EditFixture *self, gconstpointer data)
{
  static const char *const names[] = { "add-users",   "remove-selected",
                                       "clear-users", "search-users",
                                       "start-over",  "submit",
                                       "tab",         "choose-company",
                                       "clear-field", "take-back",
                                       "disable",     "choose-account-executive",
                                       "enable",      "flag",
                                       "time-zone",   "choose-organization",
                                       "sort-users" };

  edit_fixture_show (self);
  g_assert_cmpstr (muster_screen_get_title (MUSTER_SCREEN (self->screen)), ==,
                   "Edit Users");
  g_assert_cmpstr (muster_screen_get_action_prefix (MUSTER_SCREEN (self->screen)), ==,
                   "edit");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (g_action_group_has_action (self->actions, names[i]));
}

static void
test_obstacle (EditFixture *self, gconstpointer data)
{
  GtkWidget *submit;

  edit_fixture_show (self);
  submit = get_button (self, "Submit");
  edit_fixture_assert_enabled (self, "submit", FALSE);
  edit_fixture_assert_enabled (self, "start-over", FALSE);
  g_assert_false (gtk_widget_get_sensitive (submit));
  g_assert_null (find_button (self->screen, "Start Over"));
  g_assert_true (shows_text (self->screen, "Add users and set a change to submit."));
  gtk_test_accessible_assert_property (submit, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Add users and set a change to submit.");
  edit_fixture_pick_all (self);
  g_assert_true (shows_text (self->screen, "Set a change to submit."));
  gtk_test_accessible_assert_property (submit, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Set a change to submit.");
}

static void
test_submit (EditFixture *self, gconstpointer data)
{
  edit_fixture_show (self);
  edit_fixture_pick_all (self);
  edit_fixture_act (self, "edit.disable");
  g_assert_true (shows_text (self->screen, "1 change for 5 users"));
  g_assert_true (gtk_widget_get_sensitive (get_button (self, "Submit")));
  gtk_test_accessible_assert_property (get_button (self, "Submit"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  edit_fixture_act (self, "edit.submit");
  g_assert_cmpuint (self->n_submits, ==, 1);
  g_signal_emit_by_name (get_button (self, "Submit"), "clicked");
  g_assert_cmpuint (self->n_submits, ==, 2);
}

static void
test_add_users (EditFixture *self, gconstpointer data)
{
  MusterPickedUsers *users = muster_edit_get_users (self->edit);

  edit_fixture_show (self);
  edit_fixture_act (self, "edit.add-users");
  g_assert_true (fake_choosers.parent == self->window);
  g_assert_cmpuint (muster_picked_users_get_n_users (users), ==, 0);
  fake_choosers.users = fake_platform_read_all (self->platform);
  edit_fixture_act (self, "edit.add-users");
  g_assert_cmpuint (muster_picked_users_get_n_users (users), ==, 5);
  edit_fixture_act (self, "edit.add-users");
  g_assert_cmpuint (fake_choosers.n_known, ==, 5);
  g_assert_cmpuint (muster_picked_users_get_n_users (users), ==, 5);
  edit_fixture_act (self, "edit.clear-users");
  g_assert_cmpuint (muster_picked_users_get_n_users (users), ==, 0);
  edit_fixture_assert_enabled (self, "clear-users", FALSE);
}

static void
test_choose (EditFixture *self, gconstpointer data)
{
  edit_fixture_show (self);
  edit_fixture_act (self, "edit.choose-company");
  edit_fixture_assert_wish (self, MUSTER_FIELD_COMPANY, "");
  fake_choosers.resource = MUSTER_RESOURCE (muster_company_new ("c9", "Meridian Rail"));
  edit_fixture_act (self, "edit.choose-company");
  g_assert_cmpint (fake_choosers.kind, ==, MUSTER_RESOURCE_KIND_COMPANY);
  edit_fixture_assert_wish (self, MUSTER_FIELD_COMPANY, "set c9");
  g_assert_true (shows_text (self->screen, "Meridian Rail"));
  edit_fixture_act (self, "edit.choose-company");
  g_assert_cmpuint (fake_choosers.n_known, ==, 1);
  edit_fixture_act (self, "edit.choose-organization");
  g_assert_cmpint (fake_choosers.kind, ==, MUSTER_RESOURCE_KIND_ORGANIZATION);
  edit_fixture_assert_wish (self, MUSTER_FIELD_ORGANIZATION, "set c9");
  fake_choosers.executive = muster_reference_new ("u7", "Grace O’Neill");
  edit_fixture_act (self, "edit.choose-account-executive");
  edit_fixture_assert_wish (self, MUSTER_FIELD_ACCOUNT_EXECUTIVE, "set u7");
}

static void
test_tab_label (EditFixture *self, gconstpointer data)
{
  GtkNotebook *notebook;
  GtkWidget   *tab;

  edit_fixture_show (self);
  notebook = GTK_NOTEBOOK (find_widget (self->screen, GTK_TYPE_NOTEBOOK));
  tab = gtk_widget_get_parent (
    gtk_notebook_get_tab_label (notebook, gtk_notebook_get_nth_page (notebook, 0)));
  gtk_test_accessible_assert_role (tab, GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_property (tab, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Basic Information");
  edit_fixture_act (self, "edit.flag::city");
  gtk_test_accessible_assert_property (tab, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Basic Information, 1 change");
  edit_fixture_act (self, "edit.enable");
  gtk_test_accessible_assert_property (tab, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Basic Information, 2 changes");
}

static void
test_tab (EditFixture *self, gconstpointer data)
{
  GtkNotebook *notebook;
  int          n_pages;

  edit_fixture_show (self);
  notebook = GTK_NOTEBOOK (find_widget (self->screen, GTK_TYPE_NOTEBOOK));
  n_pages = gtk_notebook_get_n_pages (notebook);
  for (int i = 0; i < n_pages + 1; i++)
    {
      g_autofree char *action = g_strdup_printf ("edit.tab(%d)", i);

      edit_fixture_act (self, action);
      g_assert_cmpint (gtk_notebook_get_current_page (notebook), ==,
                       MIN (i, n_pages - 1));
    }
  edit_fixture_act (self, "edit.tab(-1)");
  g_assert_cmpint (gtk_notebook_get_current_page (notebook), ==, n_pages - 1);
}

/* (nullable): the question that stands over the window. */
static GtkWindow *
find_question (EditFixture *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == self->window)
        return window;
    }
  return NULL;
}

static void
answer_question (EditFixture *self, int response)
{
  GtkWindow *question = find_question (self);

  g_assert_nonnull (question);
  g_assert_true (gtk_window_get_modal (question));
  gtk_dialog_response (GTK_DIALOG (question), response);
  edit_fixture_turn ();
  g_assert_null (find_question (self));
}

static void
test_start_over (EditFixture *self, gconstpointer data)
{
  MusterPickedUsers *users = muster_edit_get_users (self->edit);

  edit_fixture_show (self);
  edit_fixture_pick_all (self);
  edit_fixture_act (self, "edit.clear-field::company");
  edit_fixture_act (self, "edit.start-over");
  g_assert_true (shows_text (GTK_WIDGET (find_question (self)),
                             "5 picked users are taken off the list.\n"
                             "1 change is taken back."));
  answer_question (self, GTK_RESPONSE_CANCEL);
  g_assert_cmpuint (muster_picked_users_get_n_users (users), ==, 5);
  edit_fixture_assert_wish (self, MUSTER_FIELD_COMPANY, "clear");
  edit_fixture_act (self, "edit.start-over");
  answer_question (self, GTK_RESPONSE_OK);
  g_assert_cmpuint (muster_picked_users_get_n_users (users), ==, 0);
  edit_fixture_assert_wish (self, MUSTER_FIELD_COMPANY, "");
  edit_fixture_assert_enabled (self, "start-over", FALSE);
}

/* The window may hold the actions for longer. */
static void
test_finalize (EditFixture *self, gconstpointer data)
{
  g_auto (GStrv) names = NULL;

  edit_fixture_show (self);
  edit_fixture_pick_all (self);
  gtk_widget_insert_action_group (self->screen, "edit", NULL);
  g_object_ref (self->screen);
  close_window (self->window);
  self->window = NULL;
  g_assert_finalize_object (self->screen);
  names = g_action_group_list_actions (self->actions);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
  muster_edit_start_over (self->edit);
  edit_fixture_turn ();
}

static void
tear_down (EditFixture *self, gconstpointer data)
{
  edit_fixture_tear_down (self, data);
  fake_choosers_reset ();
}

int
main (int argc, char *argv[])
{
  display_test_init (&argc, &argv);
#define ADD(name, data, test)                                                            \
  g_test_add ("/edit-screen/" name, EditFixture, data, edit_fixture_set_up, test,        \
              tear_down)
  ADD ("names", NONE, test_names);
  ADD ("obstacle", FIVE, test_obstacle);
  ADD ("submit", FIVE, test_submit);
  ADD ("add-users", FIVE, test_add_users);
  ADD ("choose", NONE, test_choose);
  ADD ("tab-label", NONE, test_tab_label);
  ADD ("tab", NONE, test_tab);
  ADD ("start-over", FIVE, test_start_over);
  ADD ("finalize", FIVE, test_finalize);
#undef ADD
  return g_test_run ();
}
