/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "submit-fixture.h"

#include <glib/gstdio.h>

#include "await.h"
#include "display-test.h"
#include "muster-submit-dialog.h"

void
submit_fixture_set_up (SubmitFixture *self, guint n_users)
{
  g_autofree char *path = NULL;
  g_autoptr (MusterSession) session = NULL;
  g_autoptr (GPtrArray) users = NULL;

  self->folder = temporary_folder_new ();
  path = g_build_filename (self->folder, "muster", "journal.sqlite", NULL);
  self->platform = fake_platform_new (n_users);
  self->journal = muster_journal_new (path);
  session = muster_session_new (MUSTER_PLATFORM (self->platform), self->journal, "Fake",
                                "tester");
  self->edit = muster_edit_new (session);
  users = fake_platform_read_all (self->platform);
  muster_picked_users_add (muster_edit_get_users (self->edit), users);
  self->parent = show_in_window (gtk_label_new ("Edit Users"), 800, 600);
}

void
submit_fixture_tear_down (SubmitFixture *self)
{
  close_window (self->parent);
  g_assert_null (self->dialog);
  g_clear_object (&self->submission);
  g_clear_error (&self->error);
  /* Until the users are counted, a thread holds it. */
  g_object_add_weak_pointer (G_OBJECT (self->edit), (gpointer *) &self->edit);
  g_object_unref (self->edit);
  await_condition (self->edit == NULL);
  g_object_unref (self->journal);
  g_object_unref (self->platform);
  temporary_folder_free (self->folder);
}

void
submit_fixture_wish (SubmitFixture *self,
                     MusterField    field,
                     MusterVerb     verb,
                     const char    *id)
{
  g_autoptr (MusterReference) value = id != NULL ? muster_reference_new (id, id) : NULL;

  muster_edit_wish (self->edit, field, verb, value);
}

void
submit_fixture_block_journal (SubmitFixture *self, gboolean blocked)
{
  g_autofree char *path = g_build_filename (self->folder, "muster", NULL);

  if (blocked)
    g_assert_true (g_file_set_contents (path, "a file, and no folder", -1, NULL));
  else
    g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SubmitFixture *self = user_data;

  self->submission = muster_submit_dialog_run_finish (result, &self->error);
  self->answered = TRUE;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (GTK_IS_DIALOG (toplevel))
        return toplevel;
    }
  return NULL;
}

void
submit_fixture_open_dialog (SubmitFixture *self)
{
  self->answered = FALSE;
  muster_submit_dialog_run_async (self->parent, self->edit, NULL, answered_cb, self);
  self->dialog = find_dialog ();
  g_assert_nonnull (self->dialog);
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
}

gboolean
is_enabled (GtkWidget *button)
{
  return gtk_widget_is_sensitive (button);
}

void
submit_fixture_submit (SubmitFixture *self)
{
  submit_fixture_open_dialog (self);
  await_condition (is_enabled (find_button (self->dialog, "Submit")));
  gtk_widget_activate_action (self->dialog, "dialog.submit", NULL);
  await_condition (self->answered);
  g_assert_no_error (self->error);
  g_assert_nonnull (self->submission);
}

void
submit_fixture_await_end (SubmitFixture *self)
{
  await_condition (muster_submission_get_state (self->submission)
                   == MUSTER_SUBMISSION_ENDED);
}

guint
submit_fixture_count (SubmitFixture *self, MusterOutcome outcome)
{
  MusterOutcomeCounts counts;

  muster_submission_count (self->submission, &counts);
  g_assert_cmpuint (muster_outcome_counts_get_total (&counts), ==,
                    muster_submission_get_n_rows (self->submission));
  return counts.n[outcome];
}
