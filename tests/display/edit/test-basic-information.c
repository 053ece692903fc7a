/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "edit-fixture.h"

#include "fake-choosers.h"
#include "muster-basic-information-tab.h"
#include "muster-change-row.h"
#include "muster-flag-row.h"
#include "muster-labels.h"

#define NONE GUINT_TO_POINTER (0)
#define FIVE GUINT_TO_POINTER (5)

static GtkWidget *
get_tab (EditFixture *self)
{
  return find_widget (self->screen, MUSTER_TYPE_BASIC_INFORMATION_TAB);
}

/* The row of that field among its siblings, by its accessible name's label. */
static GtkWidget *
get_row (EditFixture *self, MusterField field)
{
  GtkWidget *row = find_widget (get_tab (self), MUSTER_TYPE_CHANGE_ROW);

  while (row != NULL && !shows_text (row, muster_label_field (field)))
    row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (row);
  return row;
}

/* (nullable): the flag row with that label below @widget. */
static GtkWidget *
find_flag_row (GtkWidget *widget, const char *label)
{
  if (G_OBJECT_TYPE (widget) == MUSTER_TYPE_FLAG_ROW)
    return shows_text (widget, label) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = find_flag_row (child, label);

      if (row != NULL)
        return row;
    }
  return NULL;
}

static GtkWidget *
get_check (EditFixture *self, const char *label)
{
  GtkWidget *row = find_flag_row (get_tab (self), label);

  g_assert_nonnull (row);
  return find_widget (row, GTK_TYPE_CHECK_BUTTON);
}

static void
test_clear_and_take_back (EditFixture *self, gconstpointer data)
{
  GtkWidget *row;

  edit_fixture_show (self);
  row = get_row (self, MUSTER_FIELD_COMPANY);
  g_signal_emit_by_name (find_button (row, "Clear"), "clicked");
  edit_fixture_turn ();
  edit_fixture_assert_wish (self, MUSTER_FIELD_COMPANY, "clear");
  g_assert_true (gtk_widget_has_css_class (row, "changed"));
  g_assert_true (shows_text (row, "Will be cleared"));
  g_assert_null (find_button (row, "Clear"));
  edit_fixture_act (self, "edit.take-back::company");
  edit_fixture_assert_wish (self, MUSTER_FIELD_COMPANY, "");
  g_assert_false (gtk_widget_has_css_class (row, "changed"));
  g_assert_false (shows_text (row, "Will be cleared"));
  g_assert_nonnull (find_button (row, "Clear"));
}

static void
test_bad_targets (EditFixture *self, gconstpointer data)
{
  edit_fixture_show (self);
  edit_fixture_act (self, "edit.clear-field::nothing");
  edit_fixture_act (self, "edit.clear-field::active");
  edit_fixture_act (self, "edit.take-back::nothing");
  edit_fixture_act (self, "edit.flag::company");
  edit_fixture_act (self, "edit.sort-users::nothing");
  g_assert_true (muster_change_set_is_empty (muster_edit_get_change_set (self->edit)));
}

static void
test_disable_or_enable (EditFixture *self, gconstpointer data)
{
  GtkWidget *row;

  edit_fixture_show (self);
  edit_fixture_pick_all (self);
  row = get_row (self, MUSTER_FIELD_ACTIVE);
  g_assert_true (shows_text (row, "All active"));
  edit_fixture_act (self, "edit.disable");
  edit_fixture_assert_wish (self, MUSTER_FIELD_ACTIVE, "set false");
  g_assert_true (edit_fixture_get_state (self, "disable"));
  g_assert_true (gtk_widget_has_css_class (row, "danger"));
  g_assert_true (shows_text (row, "5 will not be able to sign in"));
  edit_fixture_act (self, "edit.enable");
  edit_fixture_assert_wish (self, MUSTER_FIELD_ACTIVE, "set true");
  g_assert_false (edit_fixture_get_state (self, "disable"));
  g_assert_true (edit_fixture_get_state (self, "enable"));
  g_assert_false (gtk_widget_has_css_class (row, "danger"));
  edit_fixture_act (self, "edit.enable");
  edit_fixture_assert_wish (self, MUSTER_FIELD_ACTIVE, "");
  g_assert_false (edit_fixture_get_state (self, "enable"));
}

static void
test_flags (EditFixture *self, gconstpointer data)
{
  static const char *const labels[]
    = { "First Name",      "Last Name", "Job Title", "Primary Phone",
        "Secondary Phone", "Address",   "Address 2", "City",
        "State",           "Zip Code",  "Country",   "Time Zone" };
  MusterFields flagged = MUSTER_FIELDS_OF (MUSTER_FIELD_FLAGGED_FIELDS);

  edit_fixture_show (self);
  for (MusterProfileField field = 0; field < MUSTER_N_PROFILE_FIELDS; field++)
    {
      const char      *name = muster_profile_field_get_name (field);
      g_autofree char *action = g_strconcat ("edit.flag::", name, NULL);
      GtkWidget       *check = get_check (self, labels[field]);

      edit_fixture_act (self, action);
      g_assert_nonnull (
        muster_edit_find_wish (self->edit, MUSTER_FIELD_FLAGGED_FIELDS, name));
      g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
      gtk_test_accessible_assert_role (check, GTK_ACCESSIBLE_ROLE_CHECKBOX);
    }
  g_assert_cmpuint (muster_edit_count_wishes (self->edit, flagged), ==, 12);
  edit_fixture_act (self, "edit.flag::city");
  g_assert_cmpuint (muster_edit_count_wishes (self->edit, flagged), ==, 11);
  g_assert_false (
    gtk_check_button_get_active (GTK_CHECK_BUTTON (get_check (self, "City"))));
  gtk_widget_activate (get_check (self, "City"));
  edit_fixture_turn ();
  g_assert_cmpuint (muster_edit_count_wishes (self->edit, flagged), ==, 12);
}

static void
test_time_zone (EditFixture *self, gconstpointer data)
{
  GtkWidget *row;

  edit_fixture_show (self);
  row = get_row (self, MUSTER_FIELD_TIME_ZONE);
  g_assert_true (shows_text (row, "Leave as it is"));
  edit_fixture_act (self, "edit.time-zone::Europe/Oslo");
  edit_fixture_assert_wish (self, MUSTER_FIELD_TIME_ZONE, "set Europe/Oslo");
  g_assert_true (shows_text (row, "Europe/Oslo"));
  await_condition (shows_text (row, "UTC+01:00") || shows_text (row, "UTC+02:00"));
  edit_fixture_act (self, "edit.flag::timeZone");
  g_assert_true (shows_text (get_tab (self), "Changed by you, too"));
  edit_fixture_act (self, "edit.time-zone::");
  edit_fixture_assert_wish (self, MUSTER_FIELD_TIME_ZONE, "");
  g_assert_true (shows_text (row, "Leave as it is"));
}

static void
set_company (EditFixture *self, guint number, const char *id)
{
  fake_user_set (fake_platform_get_user (self->platform, number), MUSTER_FIELD_COMPANY,
                 id);
}

static void
assert_company (EditFixture *self, const char *text)
{
  if (muster_edit_get_summary (self->edit) != NULL)
    {
      muster_picked_users_clear (muster_edit_get_users (self->edit));
      edit_fixture_wait_for_summary (self, 0);
    }
  edit_fixture_pick_all (self);
  g_assert_true (shows_text (get_row (self, MUSTER_FIELD_COMPANY), text));
}

static void
test_now (EditFixture *self, gconstpointer data)
{
  edit_fixture_show (self);
  assert_company (self, "No company");
  for (guint i = 1; i <= 5; i++)
    set_company (self, i, "c1");
  assert_company (self, "c1");
  set_company (self, 2, "c2");
  assert_company (self, "2 different companies");
  set_company (self, 3, "");
  assert_company (self, "2 different, 1 without");
}

static void
test_not_offered (EditFixture *self, gconstpointer data)
{
  GtkWidget *row;

  self->platform->capabilities->fields
    &= ~(MUSTER_FIELDS_OF (MUSTER_FIELD_COMPANY) | MUSTER_FIELDS_OF (MUSTER_FIELD_ACTIVE)
         | MUSTER_FIELDS_OF (MUSTER_FIELD_FLAGGED_FIELDS));
  edit_fixture_show (self);
  row = get_row (self, MUSTER_FIELD_COMPANY);
  g_assert_true (shows_text (row, "Not offered by this platform"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Not offered by this platform");
  g_assert_null (find_button (row, "Clear"));
  g_assert_false (gtk_widget_get_sensitive (find_button (row, "Choose")));
  edit_fixture_assert_enabled (self, "choose-company", FALSE);
  edit_fixture_assert_enabled (self, "choose-organization", TRUE);
  edit_fixture_assert_enabled (self, "disable", FALSE);
  edit_fixture_assert_enabled (self, "flag", FALSE);
  g_assert_false (gtk_widget_get_sensitive (get_check (self, "City")));
  g_assert_true (shows_text (get_tab (self), "This platform cannot flag fields"));
}

static void
test_accessible (EditFixture *self, gconstpointer data)
{
  GtkWidget *row;

  edit_fixture_show (self);
  edit_fixture_pick_all (self);
  row = get_row (self, MUSTER_FIELD_ORGANIZATION);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Organization");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "o1");
}

int
main (int argc, char *argv[])
{
  display_test_init (&argc, &argv);
#define ADD(name, data, test)                                                            \
  g_test_add ("/basic-information/" name, EditFixture, data, edit_fixture_set_up, test,  \
              edit_fixture_tear_down)
  ADD ("clear-and-take-back", NONE, test_clear_and_take_back);
  ADD ("bad-targets", NONE, test_bad_targets);
  ADD ("disable-or-enable", FIVE, test_disable_or_enable);
  ADD ("flags", NONE, test_flags);
  ADD ("time-zone", NONE, test_time_zone);
  ADD ("now", FIVE, test_now);
  ADD ("not-offered", NONE, test_not_offered);
  ADD ("accessible", FIVE, test_accessible);
#undef ADD
  return g_test_run ();
}
