/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "chooser-fixture.h"

#include "muster-organization.h"
#include "muster-resource-chooser.h"
#include "muster-role.h"
#include "muster-user-chooser.h"

static MusterChooser *
open_chooser (ChooserFixture    *fixture,
              MusterResourceKind kind,
              gboolean           multiple,
              GPtrArray         *chosen)
{
  muster_resource_chooser_choose_async (fixture->parent, fixture->session, kind, multiple,
                                        chosen, NULL, chooser_fixture_result_cb, fixture);
  return chooser_fixture_get_chooser (fixture);
}

/* (transfer full) */
static GPtrArray *
take_result (ChooserFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *resources;

  chooser_fixture_await_result (fixture);
  resources = muster_resource_chooser_choose_finish (fixture->result, &error);
  g_assert_no_error (error);
  return resources;
}

static void
test_roles (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (1);
  g_autoptr (GPtrArray) roles = NULL;
  MusterChooser *chooser = open_chooser (fixture, MUSTER_RESOURCE_KIND_ROLE, TRUE, NULL);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (chooser)), ==, "Choose User Role");
  chooser_fixture_await_found (fixture, "3 Roles Found");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "Administrative"));
  gtk_test_accessible_assert_property (chooser_get_list (chooser),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Roles");
  chooser_click_row (chooser, 0);
  chooser_click_row (chooser, 2);
  chooser_activate (chooser, "chooser.ok");
  roles = take_result (fixture);
  g_assert_cmpuint (roles->len, ==, 2);
  g_assert_true (MUSTER_IS_ROLE (roles->pdata[0]));
}

/* What was chosen before is ticked, and comes back as it was read. */
static void
test_chosen_before (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (1);
  g_autoptr (GPtrArray) chosen
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reference_unref);
  g_autoptr (GPtrArray) roles = NULL;
  MusterChooser *chooser;

  g_ptr_array_add (chosen, muster_reference_new ("r-admin", "Administrator"));
  chooser = open_chooser (fixture, MUSTER_RESOURCE_KIND_ROLE, TRUE, chosen);
  g_assert_true (shows_text (GTK_WIDGET (chooser), "1 selection made"));
  chooser_fixture_await_found (fixture, "3 Roles Found");
  chooser_activate (chooser, "chooser.ok");
  roles = take_result (fixture);
  g_assert_cmpuint (roles->len, ==, 1);
  g_assert_true (muster_role_is_administrative (roles->pdata[0]));
}

/* One alone: a row that is activated is chosen. */
static void
test_company (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (1);
  g_autoptr (GPtrArray) companies = NULL;
  MusterChooser *chooser
    = open_chooser (fixture, MUSTER_RESOURCE_KIND_COMPANY, FALSE, NULL);

  chooser_fixture_await_found (fixture, "3 Companies Found");
  g_assert_true (shows_text (GTK_WIDGET (chooser), "No selection made"));
  g_assert_false (shows_text (GTK_WIDGET (chooser), "Select Visible"));
  chooser_click_row (chooser, 1);
  companies = take_result (fixture);
  g_assert_cmpuint (companies->len, ==, 1);
  g_assert_cmpstr (muster_resource_get_id (companies->pdata[0]), ==, "c2");
}

/* A row that is selected, by an arrow or a click, is not yet OK. */
static void
test_organization (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (1);
  g_autoptr (GtkSelectionModel) model = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  MusterOrganization *below = muster_organization_new ("o3", "<i>Depot</i>", "o2");
  MusterChooser      *chooser;

  g_ptr_array_add (fixture->platform->resources[MUSTER_RESOURCE_KIND_ORGANIZATION],
                   below);
  chooser = open_chooser (fixture, MUSTER_RESOURCE_KIND_ORGANIZATION, FALSE, NULL);
  chooser_fixture_await_found (fixture, "3 Organizations Found");
  chooser_fixture_await_found (fixture, "\u2068Head Office\u2069 / \u2068Branch\u2069");
  g_object_get (chooser_get_list (chooser), "model", &model, NULL);
  gtk_selection_model_select_item (model, 0, TRUE);
  gtk_selection_model_select_item (model, 2, TRUE);
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  g_assert_true (shows_text (GTK_WIDGET (chooser), "Selected: \u2068<i>Depot</i>\u2069"));
  chooser_activate (chooser, "chooser.ok");
  organizations = take_result (fixture);
  g_assert_true (organizations->pdata[0] == below);
}

static void
test_nothing_found (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (1);
  MusterChooser *chooser = open_chooser (fixture, MUSTER_RESOURCE_KIND_ROLE, TRUE, NULL);
  g_autoptr (GError) error = NULL;

  chooser_type (chooser, "zz");
  chooser_fixture_await_found (fixture, "No Roles Found");
  gtk_window_close (GTK_WINDOW (chooser));
  chooser_fixture_await_result (fixture);
  g_assert_null (muster_resource_chooser_choose_finish (fixture->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_account_executive (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (5);
  g_autoptr (MusterReference) executive = NULL;
  g_autoptr (GError) error = NULL;
  MusterChooser *chooser;

  muster_account_executive_chooser_choose_async (fixture->parent, fixture->session, NULL,
                                                 chooser_fixture_result_cb, fixture);
  chooser = chooser_fixture_await_found (fixture, "5 Users Found");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (chooser)), ==,
                   "Choose Account Executive");
  chooser_click_row (chooser, 2);
  chooser_fixture_await_result (fixture);
  executive = muster_account_executive_chooser_choose_finish (fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (muster_reference_get_id (executive), ==, "u0003");
  g_assert_cmpstr (muster_reference_get_display (executive), ==, "user-0003");
}

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  g_test_add_func ("/resource-chooser/roles", test_roles);
  g_test_add_func ("/resource-chooser/chosen-before", test_chosen_before);
  g_test_add_func ("/resource-chooser/company", test_company);
  g_test_add_func ("/resource-chooser/organization", test_organization);
  g_test_add_func ("/resource-chooser/nothing-found", test_nothing_found);
  g_test_add_func ("/resource-chooser/account-executive", test_account_executive);
  return g_test_run ();
}
