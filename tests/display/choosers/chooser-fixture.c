/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "chooser-fixture.h"

#include "await.h"
#include "muster-tick-model.h"

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

ChooserFixture *
chooser_fixture_new (guint n_users)
{
  ChooserFixture  *self = g_new0 (ChooserFixture, 1);
  g_autofree char *path = NULL;
  g_autoptr (MusterJournal) journal = NULL;

  self->folder = temporary_folder_new ();
  path = g_build_filename (self->folder, "journal.sqlite", NULL);
  journal = muster_journal_new (path);
  self->platform = fake_platform_new (n_users);
  self->session
    = muster_session_new (MUSTER_PLATFORM (self->platform), journal, "Test", "admin");
  self->parent = g_object_ref (show_in_window (gtk_label_new ("Parent"), 300, 200));
  self->waker = g_timeout_add (20, wake_cb, NULL);
  return self;
}

void
chooser_fixture_free (ChooserFixture *self)
{
  g_source_remove (self->waker);
  g_clear_object (&self->result);
  close_window (self->parent);
  g_assert_finalize_object (self->parent);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->platform);
  temporary_folder_free (self->folder);
  g_free (self);
}

void
chooser_fixture_result_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  ChooserFixture *self = data;

  g_assert_null (self->result);
  self->result = g_object_ref (result);
}

MusterChooser *
chooser_fixture_get_chooser (ChooserFixture *self)
{
  GListModel    *toplevels = gtk_window_get_toplevels ();
  MusterChooser *chooser = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (MUSTER_IS_CHOOSER (toplevel))
        chooser = MUSTER_CHOOSER (toplevel);
    }
  g_assert_nonnull (chooser);
  g_set_weak_pointer (&self->chooser, chooser);
  return chooser;
}

MusterChooser *
chooser_fixture_await_found (ChooserFixture *self, const char *text)
{
  MusterChooser *chooser = chooser_fixture_get_chooser (self);

  await_condition (shows_text (GTK_WIDGET (chooser), text));
  return chooser;
}

void
chooser_fixture_await_result (ChooserFixture *self)
{
  await_condition (self->result != NULL && self->chooser == NULL);
}

GtkWidget *
chooser_get_list (MusterChooser *chooser)
{
  GtkWidget *list = find_widget (GTK_WIDGET (chooser), GTK_TYPE_COLUMN_VIEW);

  return list != NULL ? list : find_widget (GTK_WIDGET (chooser), GTK_TYPE_LIST_VIEW);
}

guint
chooser_count_rows (MusterChooser *chooser)
{
  g_autoptr (MusterTickModel) model = NULL;

  g_object_get (chooser_get_list (chooser), "model", &model, NULL);
  return g_list_model_get_n_items (muster_tick_model_get_list (model));
}

void
chooser_type (MusterChooser *chooser, const char *words)
{
  GtkWidget *entry = find_widget (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

void
chooser_activate (MusterChooser *chooser, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chooser), action, NULL));
}

/* A button that has the action says whether it can be used. */
gboolean
chooser_can (MusterChooser *chooser, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (chooser), label);

  g_assert_nonnull (button);
  return gtk_widget_is_sensitive (button);
}

void
chooser_click_row (MusterChooser *chooser, guint position)
{
  g_signal_emit_by_name (chooser_get_list (chooser), "activate", position);
}

static GtkWidget *
find_named_row (GtkWidget *widget, const char *name)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), "row")
      && gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL, name)
           == NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named_row (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
chooser_find_row (MusterChooser *chooser, const char *name)
{
  return find_named_row (chooser_get_list (chooser), name);
}
