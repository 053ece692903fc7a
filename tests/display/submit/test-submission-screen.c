/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <glib/gstdio.h>
#include <string.h>

#include "display-test.h"
#include "muster-outcome-card.h"
#include "muster-outcome-list.h"
#include "muster-submission-screen.h"
#include "submit-fixture.h"

typedef struct
{
  SubmitFixture fixture;
  GtkWidget    *screen; /* (weak) (nullable) */
  GtkWindow    *window;
} Show;

/* A submission that is under way, with every call held back. */
static void
begin (Show *self, guint n_users)
{
  submit_fixture_set_up (&self->fixture, n_users);
  submit_fixture_wish (&self->fixture, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "UTC");
}

static void
hold_cb (FakePlatform *platform, GPtrArray *writes, gpointer user_data)
{
  platform->held = TRUE;
  platform->write_hook = NULL;
}

static void
show (Show *self, gboolean held)
{
  if (held)
    self->fixture.platform->write_hook = hold_cb;
  submit_fixture_submit (&self->fixture);
  await_condition (!held || self->fixture.platform->held);
  self->screen = muster_submission_screen_new (self->fixture.submission);
  g_object_add_weak_pointer (G_OBJECT (self->screen), (gpointer *) &self->screen);
  self->window = show_in_window (self->screen, 1024, 600);
}

static void
end (Show *self)
{
  close_window (self->window);
  g_assert_null (self->screen);
  submit_fixture_tear_down (&self->fixture);
}

static void
activate (Show *self, const char *name)
{
  GActionGroup *actions = muster_screen_get_actions (MUSTER_SCREEN (self->screen));

  g_assert_true (g_action_group_get_action_enabled (actions, name));
  g_action_group_activate_action (actions, name, NULL);
}

static gboolean
is_on (Show *self, const char *name)
{
  GActionGroup *actions = muster_screen_get_actions (MUSTER_SCREEN (self->screen));
  g_autoptr (GVariant) state = g_action_group_get_action_state (actions, name);

  return g_variant_get_boolean (state);
}

static gboolean
is_action_enabled (Show *self, const char *name)
{
  return g_action_group_get_action_enabled (muster_screen_get_actions (
                                              MUSTER_SCREEN (self->screen)),
                                            name);
}

static GListModel *
get_rows (Show *self)
{
  GtkWidget *view = find_widget (self->screen, GTK_TYPE_COLUMN_VIEW);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static guint
count_rows (Show *self)
{
  return g_list_model_get_n_items (get_rows (self));
}

static void
add_faults (Show *self)
{
  fake_user_set_fault (fake_platform_get_user (self->fixture.platform, 5),
                       FAKE_FAULT_REJECTS, 100);
  fake_user_set_fault (fake_platform_get_user (self->fixture.platform, 6),
                       FAKE_FAULT_EDITED_SAME, 1);
  fake_user_set_fault (fake_platform_get_user (self->fixture.platform, 7),
                       FAKE_FAULT_LIES, 100);
  fake_user_set (fake_platform_get_user (self->fixture.platform, 8),
                 MUSTER_FIELD_TIME_ZONE, "UTC");
}

static void
test_progress (void)
{
  Show self = { 0 };

  begin (&self, 40);
  add_faults (&self);
  show (&self, TRUE);
  g_assert_cmpstr (muster_screen_get_title (MUSTER_SCREEN (self.screen)), ==,
                   "Submitting");
  g_assert_true (shows_text (self.screen, "1 of 40 users"));
  g_assert_true (shows_text (self.screen, "Outcomes as they come"));
  g_assert_true (is_enabled (find_button (self.screen, "Cancel")));
  g_assert_false (is_action_enabled (&self, "export"));
  await_condition (count_rows (&self) == 1);
  activate (&self, "show-pending");
  g_assert_true (is_on (&self, "show-pending"));
  await_condition (shows_text (self.screen, "39 of 40 shown"));
  fake_platform_let_go (self.fixture.platform);
  submit_fixture_await_end (&self.fixture);
  g_assert_cmpstr (muster_screen_get_title (MUSTER_SCREEN (self.screen)), ==, "Results");
  g_assert_false (is_on (&self, "show-pending"));
  await_condition (count_rows (&self) == 40);
  end (&self);
}

static void
test_results (void)
{
  Show  self = { 0 };
  guint n_attention;

  begin (&self, 40);
  add_faults (&self);
  show (&self, FALSE);
  submit_fixture_await_end (&self.fixture);
  n_attention = submit_fixture_count (&self.fixture, MUSTER_OUTCOME_REJECTED)
                + submit_fixture_count (&self.fixture, MUSTER_OUTCOME_CONFLICT)
                + submit_fixture_count (&self.fixture, MUSTER_OUTCOME_NOT_TAKEN);
  g_assert_cmpuint (n_attention, ==, 3);
  await_condition (shows_text (self.screen, "36 of 40 users changed"));
  g_assert_true (
    shows_text (self.screen, "3 users need attention. 1 user was already so."));
  g_assert_true (shows_text (self.screen, "Needs attention only (3)"));
  g_assert_true (is_on (&self, "needs-attention"));
  await_condition (count_rows (&self) == 3);
  g_assert_true (shows_text (self.screen, "3 of 40 shown"));
  activate (&self, "needs-attention");
  g_assert_false (is_on (&self, "show-conflict"));
  await_condition (count_rows (&self) == 40);
  activate (&self, "show-alreadySo");
  await_condition (count_rows (&self) == 1);
  activate (&self, "show-alreadySo");
  await_condition (count_rows (&self) == 40);
  end (&self);
}

static void
test_cards (void)
{
  Show       self = { 0 };
  GtkWidget *card;

  begin (&self, 40);
  add_faults (&self);
  show (&self, FALSE);
  submit_fixture_await_end (&self.fixture);
  card = find_widget (self.screen, MUSTER_TYPE_OUTCOME_CARD);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Changed: 36");
  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    switch (muster_outcome_card_get_outcome (MUSTER_OUTCOME_CARD (card)))
      {
      case MUSTER_OUTCOME_PARTLY_CHANGED:
      case MUSTER_OUTCOME_UNKNOWN:
      case MUSTER_OUTCOME_NOT_SENT:
      case MUSTER_OUTCOME_PENDING:
        g_assert_false (gtk_widget_get_visible (card));
        break;
      default:
        g_assert_true (gtk_widget_get_visible (card));
      }
  end (&self);
}

static void
test_search (void)
{
  Show       self = { 0 };
  GtkWidget *search;

  begin (&self, 40);
  show (&self, FALSE);
  submit_fixture_await_end (&self.fixture);
  await_condition (count_rows (&self) == 40);
  search = find_widget (self.screen, GTK_TYPE_SEARCH_ENTRY);
  activate (&self, "search");
  g_assert_nonnull (gtk_widget_get_focus_child (search));
  gtk_editable_set_text (GTK_EDITABLE (search), "USER-0017");
  await_condition (count_rows (&self) == 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody");
  await_condition (count_rows (&self) == 0);
  await_condition (shows_text (self.screen, "No user like this"));
  g_signal_emit_by_name (search, "stop-search");
  await_condition (count_rows (&self) == 40);
  end (&self);
}

static void
test_cancel (void)
{
  Show self = { 0 };

  begin (&self, 1500);
  show (&self, TRUE);
  activate (&self, "cancel");
  g_assert_false (is_action_enabled (&self, "cancel"));
  g_assert_true (
    shows_text (self.screen, "Stopping; what is under way is finished first"));
  fake_platform_let_go (self.fixture.platform);
  submit_fixture_await_end (&self.fixture);
  g_assert_cmpuint (submit_fixture_count (&self.fixture, MUSTER_OUTCOME_NOT_SENT), >, 0);
  await_condition (find_button (self.screen, "Done") != NULL
                   && gtk_widget_get_mapped (find_button (self.screen, "Done")));
  end (&self);
}

static void
test_stopped (void)
{
  Show self = { 0 };

  begin (&self, 40);
  for (guint i = 0; i < 50; i++)
    fake_platform_fail_write (self.fixture.platform, MUSTER_PLATFORM_ERROR_SIGN_IN, FALSE,
                              0);
  show (&self, FALSE);
  submit_fixture_await_end (&self.fixture);
  await_condition (shows_text (self.screen, "It was stopped before the end"));
  g_assert_true (shows_text (self.screen, "The platform fails."));
  g_assert_true (shows_text (self.screen, "No user changed"));
  end (&self);
}

static void export(Show *self, const char *path)
{
  g_action_group_activate_action (muster_screen_get_actions (
                                    MUSTER_SCREEN (self->screen)),
                                  "export-to", g_variant_new_string (path));
}

static void
test_export (void)
{
  Show             self = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  begin (&self, 40);
  add_faults (&self);
  show (&self, FALSE);
  submit_fixture_await_end (&self.fixture);
  path = g_build_filename (self.fixture.folder, "report.csv", NULL);
  export(&self, path);
  await_condition (shows_text (self.screen, "The report was written"));
  g_assert_true (shows_text (self.screen, path));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "user-0040"));
  g_assert_nonnull (strstr (text, "rejected"));
  export(&self, "/nowhere/at/all.csv");
  await_condition (shows_text (self.screen, "The report was not written"));
  g_assert_true (is_action_enabled (&self, "export"));
  export(&self, "/tmp/report.txt");
  await_condition (shows_text (self.screen, "The report was not written"));
  end (&self);
}

/* What this thread has worked so far, in microseconds: who else is busy does not count.
 */
static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Turns the main loop until the list has @n_rows, and asserts that no turn stops the
 * window. */
static void
measure_until (Show *self, guint n_rows, const char *what)
{
  gint64 longest = 0;

  while (muster_submission_get_state (self->fixture.submission) != MUSTER_SUBMISSION_ENDED
         || count_rows (self) != n_rows)
    {
      gint64 before = get_work ();

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, get_work () - before);
    }
  g_test_message ("%s: longest turn of the main loop %.1f ms", what,
                  (double) longest / 1000);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (longest, <, 50000);
#endif
}

static void
test_many (void)
{
  Show self = { 0 };

  begin (&self, 10000);
  show (&self, TRUE);
  fake_platform_let_go (self.fixture.platform);
  measure_until (&self, 10000, "run");
  activate (&self, "show-changed");
  measure_until (&self, 10000, "filter");
  gtk_editable_set_text (GTK_EDITABLE (find_widget (self.screen, GTK_TYPE_SEARCH_ENTRY)),
                         "user-09");
  measure_until (&self, 100, "search");
  end (&self);
}

static void
done_cb (guint *n_done)
{
  (*n_done)++;
}

static void
test_signals (void)
{
  Show  self = { 0 };
  guint n_done = 0;
  guint n_again = 0;

  begin (&self, 2);
  show (&self, FALSE);
  submit_fixture_await_end (&self.fixture);
  g_signal_connect_swapped (self.screen, "done", G_CALLBACK (done_cb), &n_done);
  g_signal_connect_swapped (self.screen, "edit-again", G_CALLBACK (done_cb), &n_again);
  muster_screen_focus (MUSTER_SCREEN (self.screen));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self.window))
                 == find_button (self.screen, "Done"));
  activate (&self, "done");
  activate (&self, "edit-again");
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_cmpuint (n_again, ==, 1);
  end (&self);
}

/* The screen may go while the run goes on. */
static void
test_left (void)
{
  Show self = { 0 };

  begin (&self, 300);
  show (&self, TRUE);
  close_window (self.window);
  g_assert_null (self.screen);
  fake_platform_let_go (self.fixture.platform);
  submit_fixture_await_end (&self.fixture);
  g_assert_cmpuint (submit_fixture_count (&self.fixture, MUSTER_OUTCOME_CHANGED), ==,
                    300);
  submit_fixture_tear_down (&self.fixture);
}

int
main (int argc, char *argv[])
{
  display_test_init (&argc, &argv);
  g_test_add_func ("/submission-screen/progress", test_progress);
  g_test_add_func ("/submission-screen/results", test_results);
  g_test_add_func ("/submission-screen/cards", test_cards);
  g_test_add_func ("/submission-screen/search", test_search);
  g_test_add_func ("/submission-screen/cancel", test_cancel);
  g_test_add_func ("/submission-screen/stopped", test_stopped);
  g_test_add_func ("/submission-screen/export", test_export);
  g_test_add_func ("/submission-screen/many", test_many);
  g_test_add_func ("/submission-screen/signals", test_signals);
  g_test_add_func ("/submission-screen/left", test_left);
  return g_test_run ();
}
