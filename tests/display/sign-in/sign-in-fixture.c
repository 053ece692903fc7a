/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "sign-in-fixture.h"

#include <glib/gstdio.h>

#include "muster-banner.h"
#include "muster-connection-file.h"
#include "muster-sign-in-form.h"

int
sign_in_fixture_run_tests (void)
{
  char            *folder = temporary_folder_new ();
  g_autofree char *keyring = g_build_filename (folder, "keyring", NULL);
  int              status;

  g_setenv ("SECRET_FILE_TEST_PASSWORD", "x", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", keyring, TRUE);
  status = g_test_run ();
  temporary_folder_free (folder);
  return status;
}

void
sign_in_fixture_set_up (SignInFixture *self, gconstpointer data)
{
  g_autofree char *journal = NULL;
  g_autofree char *sample = NULL;

  self->folder = temporary_folder_new ();
  self->connections = g_build_filename (self->folder, "config", "connections.ini", NULL);
  journal = g_build_filename (self->folder, "journal.sqlite", NULL);
  sample = g_build_filename (self->folder, "sample.sqlite", NULL);
  self->store = muster_connection_store_new (self->connections);
  self->journal = muster_journal_new (journal);
  self->sample = muster_sample_platform_new (g_getenv ("MUSTER_TEST_PLATFORM"), sample);
}

static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  muster_session_close_finish (MUSTER_SESSION (object), result);
}

static void
close_session (SignInFixture *self)
{
  if (self->session != NULL)
    muster_session_close_async (self->session, closed_cb, NULL);
  g_clear_object (&self->session);
}

void
sign_in_fixture_tear_down (SignInFixture *self, gconstpointer data)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  sign_in_fixture_close (self);
  close_session (self);
  muster_sample_platform_stop_async (self->sample, await_cb, &slot);
  result = await_result (&slot);
  muster_sample_platform_stop_finish (self->sample, result, NULL);
  g_object_unref (self->sample);
  g_object_unref (self->journal);
  g_object_unref (self->store);
  temporary_folder_free (self->folder);
  g_free (self->connections);
  g_free (self->notice);
}

static void
signed_in_cb (SignInFixture *self, MusterSession *session)
{
  close_session (self);
  self->session = g_object_ref (session);
}

static void
notice_cb (SignInFixture *self, const char *title, const char *text)
{
  g_free (self->notice);
  self->notice = g_strdup (text);
}

static GtkWidget *
find_by_id (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_id (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
sign_in_fixture_show (SignInFixture *self)
{
  GtkWidget *screen
    = muster_sign_in_screen_new (self->journal, self->store, self->sample);
  GtkWidget *pages;

  self->screen = MUSTER_SIGN_IN_SCREEN (screen);
  g_signal_connect_swapped (screen, "signed-in", G_CALLBACK (signed_in_cb), self);
  g_signal_connect_swapped (screen, "notice", G_CALLBACK (notice_cb), self);
  self->window = show_in_window (screen, 1024, 700);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window),
                                  muster_screen_get_action_prefix (
                                    MUSTER_SCREEN (screen)),
                                  muster_screen_get_actions (MUSTER_SCREEN (screen)));
  pages = find_by_id (screen, "pages");
  await_condition (
    g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (pages)), "blank") != 0);
  muster_screen_focus (MUSTER_SCREEN (screen));
}

void
sign_in_fixture_close (SignInFixture *self)
{
  GtkWindow *window = g_steal_pointer (&self->window);

  if (window == NULL)
    return;
  g_object_add_weak_pointer (G_OBJECT (self->screen), (gpointer *) &self->screen);
  close_window (window);
  await_condition (self->screen == NULL);
}

void
sign_in_fixture_save (SignInFixture *self,
                      const char    *id,
                      const char    *name,
                      const char    *address,
                      gint64         last_used)
{
  g_autoptr (MusterConnection) connection
    = g_object_new (MUSTER_TYPE_CONNECTION, "id", id, "name", name, "address", address,
                    "user-name", "dana", "last-used", last_used, NULL);

  g_assert_true (muster_connection_file_put (self->connections, connection, NULL));
}

char *
sign_in_fixture_start_platform (SignInFixture *self)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *address;

  muster_sample_platform_start_async (self->sample, NULL, await_cb, &slot);
  result = await_result (&slot);
  address = muster_sample_platform_start_finish (self->sample, result, &error);
  g_assert_no_error (error);
  return address;
}

/* The widget of that name that can be seen, or one that cannot. */
GtkWidget *
sign_in_fixture_find (SignInFixture *self, const char *name)
{
  GtkWidget *forms = find_by_id (GTK_WIDGET (self->screen), "forms");
  GtkWidget *form = gtk_stack_get_visible_child (GTK_STACK (forms));

  return form != NULL ? find_by_id (form, name) : NULL;
}

void
sign_in_fixture_type (SignInFixture *self, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (sign_in_fixture_find (self, name)), text);
}

const char *
sign_in_fixture_get_text (SignInFixture *self, const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (sign_in_fixture_find (self, name)));
}

gboolean
sign_in_fixture_has_focus (SignInFixture *self, const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);
  GtkWidget *widget = sign_in_fixture_find (self, name);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

gboolean
sign_in_fixture_can (SignInFixture *self, const char *action)
{
  return g_action_group_get_action_enabled (muster_screen_get_actions (
                                              MUSTER_SCREEN (self->screen)),
                                            action);
}

void
sign_in_fixture_do (SignInFixture *self, const char *action)
{
  g_assert_true (sign_in_fixture_can (self, action));
  g_action_group_activate_action (muster_screen_get_actions (
                                    MUSTER_SCREEN (self->screen)),
                                  action, NULL);
}

void
sign_in_fixture_submit (SignInFixture *self)
{
  sign_in_fixture_do (self, "submit");
  await_condition (!sign_in_fixture_can (self, "cancel"));
}

char *
sign_in_fixture_dup_banner (SignInFixture *self, const char *property)
{
  GtkWidget *banner = sign_in_fixture_find (self, "banner");
  char      *text;

  if (!gtk_widget_get_visible (banner))
    return g_strdup ("");
  g_object_get (banner, property, &text, NULL);
  return text != NULL ? text : g_strdup ("");
}
