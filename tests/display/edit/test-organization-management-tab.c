/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization-management-tab.h"

#include "display-test.h"
#include "tab-fixture.h"
#include "muster-organization-change-cell.h"
#include "muster-organization-name-cell.h"

typedef struct
{
  TabFixture base;
  GtkWidget *tab;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  tab_fixture_set_up (&self->base, NULL);
  tab_fixture_pick (&self->base, 12);
  if (g_strcmp0 (data, "not offered") == 0)
    self->base.platform->capabilities->fields = 0;
  if (g_strcmp0 (data, "fails") == 0)
    fake_platform_fail_find (self->base.platform, MUSTER_PLATFORM_ERROR_SERVER);
  if (g_strcmp0 (data, "empty") == 0)
    g_ptr_array_set_size (self->base.platform
                            ->resources[MUSTER_RESOURCE_KIND_ORGANIZATION],
                          0);
  self->tab = muster_organization_management_tab_new (self->base.edit);
  self->window = show_in_window (self->tab, 900, 700);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_ref (self->tab);
  close_window (self->window);
  g_assert_finalize_object (self->tab);
  tab_fixture_tear_down (&self->base, NULL);
}

static const char *
get_wish (Fixture *self, const char *id)
{
  return tab_fixture_get_wish (&self->base, MUSTER_FIELD_MANAGED_ORGANIZATIONS, id);
}

/* (nullable): the cell that shows the organization of that name. */
static GtkWidget *
find_cell (GtkWidget *widget, const char *name)
{
  if (MUSTER_IS_ORGANIZATION_NAME_CELL (widget) && gtk_widget_get_mapped (widget)
      && shows_text (widget, name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cell (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
await_cell (Fixture *self, const char *name)
{
  await_condition (find_cell (self->tab, name) != NULL);
  return find_cell (self->tab, name);
}

static GtkCheckButton *
find_check (Fixture *self, const char *name)
{
  GtkWidget *cell = await_cell (self, name);

  return GTK_CHECK_BUTTON (find_widget (cell, GTK_TYPE_CHECK_BUTTON));
}

static GtkTreeListRow *
find_row (Fixture *self, const char *name)
{
  GtkWidget *cell = await_cell (self, name);

  return muster_organization_name_cell_get_row (MUSTER_ORGANIZATION_NAME_CELL (cell));
}

/* The list row with everything that is shown of the organization. */
static GtkWidget *
find_list_row (Fixture *self, const char *name)
{
  return gtk_widget_get_parent (gtk_widget_get_parent (await_cell (self, name)));
}

static void
search (Fixture *self, const char *text)
{
  GtkWidget *entry = find_widget (self->tab, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_tick (Fixture *self, gconstpointer data)
{
  GtkCheckButton *check = find_check (self, "Field Service");

  gtk_test_accessible_assert_property (GTK_WIDGET (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Field Service");
  gtk_check_button_set_active (check, TRUE);
  g_assert_cmpstr (get_wish (self, "field"), ==, "add");
  g_assert_true (shows_text (self->tab, "1 to add"));
  gtk_tree_list_row_set_expanded (find_row (self, "Field Service"), TRUE);
  check = find_check (self, "Coast");
  g_assert_true (gtk_check_button_get_active (check));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (check)));
  g_assert_true (shows_text (find_list_row (self, "Coast"),
                             "Included with \342\201\250Field Service\342\201\251"));
  gtk_check_button_set_active (find_check (self, "Field Service"), FALSE);
  g_assert_null (get_wish (self, "field"));
  g_assert_false (gtk_check_button_get_active (find_check (self, "Coast")));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (find_check (self, "Coast"))));
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  GtkWidget *row = find_list_row (self, "Field Service");
  GtkWidget *cell = find_widget (row, MUSTER_TYPE_ORGANIZATION_CHANGE_CELL);

  g_assert_true (shows_text (row, "4 of these users"));
  g_assert_null (find_button (find_list_row (self, "Rail Operations"), "Remove"));
  g_signal_emit_by_name (find_button (row, "Remove"), "clicked");
  g_assert_cmpstr (get_wish (self, "field"), ==, "remove");
  await_condition (shows_text (row, "Remove from 4"));
  g_assert_true (shows_text (self->tab, "1 to remove"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Field Service");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "4 of these users manage it, will be removed");
  g_assert_true (
    gtk_widget_activate_action (cell, "organizations.take-back", "s", "field"));
  g_assert_null (get_wish (self, "field"));
}

static void
test_search (Fixture *self, gconstpointer data)
{
  await_cell (self, "Halden Group");
  g_assert_null (find_cell (self->tab, "Track"));
  search (self, "tRaCk");
  gtk_check_button_set_active (find_check (self, "Track"), TRUE);
  g_assert_nonnull (find_cell (self->tab, "Line Maintenance"));
  g_assert_null (find_cell (self->tab, "Overhead Line"));
  search (self, "nobody is called so");
  await_condition (shows_text (self->tab, "Nothing found"));
  search (self, "");
  await_cell (self, "Field Service");
  g_assert_cmpstr (get_wish (self, "track"), ==, "add");
}

static void
test_changed_only (Fixture *self, gconstpointer data)
{
  GtkWidget *changed;

  await_cell (self, "Halden Group");
  changed = find_button (self->tab, "Changed");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (changed), TRUE);
  await_condition (shows_text (self->tab, "No changes here"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (self->tab, "All")), TRUE);
  gtk_check_button_set_active (find_check (self, "Field Service"), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (changed), TRUE);
  await_cell (self, "Field Service");
  await_condition (find_cell (self->tab, "Rail Operations") == NULL);
}

static void
test_opens_again (Fixture *self, gconstpointer data)
{
  gtk_tree_list_row_set_expanded (find_row (self, "Line Maintenance"), TRUE);
  await_cell (self, "Overhead Line");
  search (self, "coast");
  await_cell (self, "Coast");
  search (self, "");
  await_cell (self, "Overhead Line");
  g_assert_null (find_cell (self->tab, "Coast"));
}

static void
test_fails (Fixture *self, gconstpointer data)
{
  GtkWidget *button;

  await_condition (shows_text (self->tab, "The organizations could not be loaded"));
  button = find_button (self->tab, "Try Again");
  g_signal_emit_by_name (button, "clicked");
  await_cell (self, "Halden Group");
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  await_condition (shows_text (self->tab, "No organizations"));
}

static void
test_not_offered (Fixture *self, gconstpointer data)
{
  g_assert_true (
    shows_text (self->tab, "Organization management is not offered by this platform"));
  g_assert_false (
    gtk_widget_is_sensitive (find_widget (self->tab, GTK_TYPE_SEARCH_ENTRY)));
  g_assert_cmpuint (self->base.platform->n_resource_calls, ==, 0);
}

/* Gone while its first page is on the way. */
static void
test_gone_while_loading (Fixture *self, gconstpointer data)
{
  self->base.platform->held = TRUE;
}

static void
add (const char *path, const char *data, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  add ("/organization-management-tab/tick", NULL, test_tick);
  add ("/organization-management-tab/remove", NULL, test_remove);
  add ("/organization-management-tab/search", NULL, test_search);
  add ("/organization-management-tab/changed-only", NULL, test_changed_only);
  add ("/organization-management-tab/opens-again", NULL, test_opens_again);
  add ("/organization-management-tab/fails", "fails", test_fails);
  add ("/organization-management-tab/empty", "empty", test_empty);
  add ("/organization-management-tab/not-offered", "not offered", test_not_offered);
  add ("/organization-management-tab/gone", NULL, test_gone_while_loading);
  return g_test_run ();
}
