/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "edit-fixture.h"

#include "await.h"

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
submit_cb (EditFixture *self)
{
  self->n_submits++;
}

void
edit_fixture_set_up (EditFixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (MusterJournal) journal = NULL;

  self->folder = temporary_folder_new ();
  path = g_build_filename (self->folder, "journal.sqlite", NULL);
  journal = muster_journal_new (path);
  self->platform = fake_platform_new (GPOINTER_TO_UINT (data));
  self->session
    = muster_session_new (MUSTER_PLATFORM (self->platform), journal, "Fake", "tester");
  self->edit = muster_edit_new (self->session);
  self->waker = g_timeout_add (10, wake_cb, NULL);
}

void
edit_fixture_show (EditFixture *self)
{
  self->screen = muster_edit_screen_new (self->edit);
  self->actions = g_object_ref (muster_screen_get_actions (MUSTER_SCREEN (self->screen)));
  gtk_widget_insert_action_group (self->screen, "edit", self->actions);
  g_signal_connect_swapped (self->screen, "submit", G_CALLBACK (submit_cb), self);
  self->window = show_in_window (self->screen, 1280, 700);
}

/* A thread that counts what users have may hold the edit for some moments. */
static void
assert_let_go (EditFixture *self)
{
  gpointer edit = self->edit;

  g_object_add_weak_pointer (edit, &edit);
  g_object_unref (self->edit);
  await_condition (edit == NULL);
}

void
edit_fixture_tear_down (EditFixture *self, gconstpointer data)
{
  if (self->window != NULL)
    {
      gtk_widget_insert_action_group (self->screen, "edit", NULL);
      close_window (self->window);
    }
  g_clear_object (&self->actions);
  assert_let_go (self);
  g_clear_handle_id (&self->waker, g_source_remove);
  g_object_unref (self->session);
  g_object_unref (self->platform);
  temporary_folder_free (self->folder);
}

void
edit_fixture_turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
edit_fixture_wait_for_summary (EditFixture *self, guint n_users)
{
  await_condition (
    muster_edit_get_summary (self->edit) != NULL
    && muster_user_summary_get_n_users (muster_edit_get_summary (self->edit)) == n_users);
  edit_fixture_turn ();
}

void
edit_fixture_pick_all (EditFixture *self)
{
  g_autoptr (GPtrArray) users = fake_platform_read_all (self->platform);

  muster_picked_users_add (muster_edit_get_users (self->edit), users);
  edit_fixture_wait_for_summary (self, users->len);
}

void
edit_fixture_act (EditFixture *self, const char *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (detailed_name, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (name, "edit."));
  g_assert_true (g_action_group_has_action (self->actions, name + strlen ("edit.")));
  g_action_group_activate_action (self->actions, name + strlen ("edit."), target);
  edit_fixture_turn ();
}

void
edit_fixture_assert_enabled (EditFixture *self, const char *name, gboolean enabled)
{
  g_assert_cmpint (g_action_group_get_action_enabled (self->actions, name), ==, enabled);
}

gboolean
edit_fixture_get_state (EditFixture *self, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (self->actions, name);

  return g_variant_get_boolean (state);
}

void
edit_fixture_assert_wish (EditFixture *self, MusterField field, const char *wish)
{
  MusterOperation *operation = muster_edit_find_wish (self->edit, field, NULL);
  MusterReference *value
    = operation != NULL ? muster_operation_get_value (operation) : NULL;
  g_autofree char *text
    = operation == NULL
        ? g_strdup ("")
        : g_strjoin (" ", muster_verb_get_name (muster_operation_get_verb (operation)),
                     value != NULL ? muster_reference_get_id (value) : NULL, NULL);

  g_assert_cmpstr (text, ==, wish);
}
