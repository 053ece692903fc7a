/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-roles-tab.h"

#include "display-test.h"
#include "tab-fixture.h"
#include "muster-banner.h"
#include "muster-resource-chooser.h"

/* In the place of the dialog: chooses what a test says, or nothing. */

static const char *const *ids_to_choose; /* (nullable): none, the dialog is cancelled */
static guint              n_ticked;      /* how many were ticked from the start */
static gboolean           stays_open;
static GTask             *open_task; /* (owned) (nullable) */

static GPtrArray *
find_resources (GPtrArray *all)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      MusterResource *resource = g_ptr_array_index (all, i);

      if (g_strv_contains (ids_to_choose, muster_resource_get_id (resource)))
        g_ptr_array_add (found, g_object_ref (resource));
    }
  return found;
}

static void
end_choice (GTask *task)
{
  FakePlatform *platform = g_task_get_task_data (task);

  if (ids_to_choose == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  else
    g_task_return_pointer (task,
                           find_resources (
                             platform->resources[MUSTER_RESOURCE_KIND_ROLE]),
                           (GDestroyNotify) g_ptr_array_unref);
}

void
muster_resource_chooser_choose_async (GtkWindow          *parent,
                                      MusterSession      *session,
                                      MusterResourceKind  kind,
                                      gboolean            multiple,
                                      GPtrArray          *chosen,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_assert_true (GTK_IS_WINDOW (parent));
  g_assert_cmpint (kind, ==, MUSTER_RESOURCE_KIND_ROLE);
  g_assert_true (multiple);
  n_ticked = chosen != NULL ? chosen->len : 0;
  g_task_set_task_data (task, muster_session_get_platform (session), NULL);
  if (stays_open)
    open_task = g_steal_pointer (&task);
  else
    end_choice (task);
}

GPtrArray *
muster_resource_chooser_choose_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  TabFixture base;
  GtkWidget *tab;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  ids_to_choose = NULL;
  stays_open = FALSE;
  tab_fixture_set_up (&self->base, NULL);
  if (g_strcmp0 (data, "not offered") == 0)
    self->base.platform->capabilities->fields = 0;
  else
    tab_fixture_pick (&self->base, 12);
  self->tab = muster_roles_tab_new (self->base.edit);
  self->window = show_in_window (self->tab, 900, 600);
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
  return tab_fixture_get_wish (&self->base, MUSTER_FIELD_ROLES, id);
}

static void
choose (Fixture *self, const char *action, const char *const *ids)
{
  ids_to_choose = ids;
  g_assert_true (gtk_widget_activate_action (self->tab, action, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_choose (Fixture *self, gconstpointer data)
{
  static const char *const two[] = { "r-teacher", "r-lead", NULL };
  static const char *const one[] = { "r-lead", NULL };

  g_assert_true (shows_text (self->tab, "No roles to add"));
  choose (self, "roles.choose-to-add", two);
  g_assert_cmpstr (get_wish (self, "r-teacher"), ==, "add");
  g_assert_cmpstr (get_wish (self, "r-lead"), ==, "add");
  await_condition (shows_text (self->tab, "Operations Manager"));
  g_assert_true (shows_text (self->tab, "4 users already have it"));
  g_assert_true (shows_text (self->tab, "None of these users has it yet"));
  g_assert_false (shows_text (self->tab, "No roles to add"));

  /* Ticked from the start, and unticked. */
  choose (self, "roles.choose-to-add", one);
  g_assert_cmpuint (n_ticked, ==, 2);
  g_assert_null (get_wish (self, "r-teacher"));
  g_assert_cmpstr (get_wish (self, "r-lead"), ==, "add");

  choose (self, "roles.choose-to-add", NULL);
  g_assert_cmpstr (get_wish (self, "r-lead"), ==, "add");
}

/* What is to be added and removed is one or the other. */
static void
test_add_or_remove (Fixture *self, gconstpointer data)
{
  static const char *const one[] = { "r-lead", NULL };

  choose (self, "roles.choose-to-add", one);
  choose (self, "roles.choose-to-remove", one);
  g_assert_cmpuint (n_ticked, ==, 0);
  g_assert_cmpstr (get_wish (self, "r-lead"), ==, "remove");
  g_assert_cmpuint (muster_edit_count_wishes (self->base.edit, MUSTER_FIELDS_ALL), ==, 1);
  await_condition (shows_text (self->tab, "None of these users has it"));
  g_assert_true (shows_text (self->tab, "No roles to add"));
  g_assert_true (
    gtk_widget_activate_action (self->tab, "roles.take-back", "s", "r-lead"));
  g_assert_null (get_wish (self, "r-lead"));
}

static void
test_remove_held (Fixture *self, gconstpointer data)
{
  GtkWidget *remove;

  await_condition (shows_text (self->tab, "r-teacher"));
  remove = find_button (self->tab, "Remove");
  gtk_test_accessible_assert_property (remove, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove \342\201\250r-basic\342\201\251");
  g_signal_emit_by_name (remove, "clicked");
  g_assert_cmpstr (get_wish (self, "r-basic"), ==, "remove");
  await_condition (shows_text (self->tab, "Will be removed"));
  g_assert_true (shows_text (self->tab, "12 users have it"));
}

static void
test_banner (Fixture *self, gconstpointer data)
{
  GtkWidget *banner = find_widget (self->tab, MUSTER_TYPE_BANNER);

  g_assert_false (gtk_widget_get_visible (banner));
  tab_fixture_wish (&self->base, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "r-lead",
                    "Operations Manager");
  await_condition (gtk_widget_get_visible (banner));
  await_condition (shows_text (banner, "8 of these users manage no organization yet."));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (
                     find_button (banner, "Open Organization Management"))),
                   ==, "edit.tab");
  tab_fixture_wish (&self->base, MUSTER_FIELD_MANAGED_ORGANIZATIONS, MUSTER_VERB_ADD,
                    "field", "Field");
  g_assert_false (gtk_widget_get_visible (banner));
}

static void
test_not_offered (Fixture *self, gconstpointer data)
{
  g_assert_true (shows_text (self->tab, "Roles are not offered by this platform"));
  g_assert_false (gtk_widget_is_sensitive (find_button (self->tab, "Add User Role")));
}

static void
test_large_lists (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);

      tab_fixture_wish (&self->base, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, id, id);
    }
  await_condition (shows_text (self->tab, "x0"));
  muster_edit_start_over (self->base.edit);
  g_assert_true (shows_text (self->tab, "No roles to add"));
}

/* The dialog ends after the tab did. */
static void
test_gone_while_choosing (void)
{
  static const char *const one[] = { "r-lead", NULL };
  Fixture                  fixture = { 0 };

  set_up (&fixture, NULL);
  stays_open = TRUE;
  choose (&fixture, "roles.choose-to-add", one);
  g_object_add_weak_pointer (G_OBJECT (fixture.tab), (gpointer *) &fixture.tab);
  close_window (fixture.window);
  g_assert_null (fixture.tab);
  g_assert_true (g_cancellable_is_cancelled (g_task_get_cancellable (open_task)));
  end_choice (open_task);
  g_clear_object (&open_task);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (get_wish (&fixture, "r-lead"));
  tab_fixture_tear_down (&fixture.base, NULL);
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
  add ("/roles-tab/choose", NULL, test_choose);
  add ("/roles-tab/add-or-remove", NULL, test_add_or_remove);
  add ("/roles-tab/remove-held", NULL, test_remove_held);
  add ("/roles-tab/banner", NULL, test_banner);
  add ("/roles-tab/not-offered", "not offered", test_not_offered);
  add ("/roles-tab/large-lists", NULL, test_large_lists);
  g_test_add_func ("/roles-tab/gone-while-choosing", test_gone_while_choosing);
  return g_test_run ();
}
