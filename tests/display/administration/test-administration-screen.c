/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <string.h>

#include "await.h"
#include "display-test.h"
#include "journal-fixture.h"
#include "muster-administration-screen.h"
#include "muster-banner.h"
#include "muster-recent-batches.h"

typedef struct
{
  JournalFixture              journal;
  MusterSession              *session; /* (owned) */
  GSimpleActionGroup         *actions; /* (owned): of a window */
  GtkWindow                  *window;  /* (nullable): while it is shown */
  MusterAdministrationScreen *screen;  /* (nullable) */
  guint                       n_edits; /* times that edit-users was activated */
} Fixture;

static void
edit_users_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ((Fixture *) user_data)->n_edits++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GActionEntry entries[]
    = { { .name = "edit-users", .activate = edit_users_cb } };

  journal_fixture_set_up (&fixture->journal, NULL);
  fixture->session = muster_session_new (MUSTER_PLATFORM (fixture->journal.platform),
                                         fixture->journal.journal,
                                         "Halden <b>Academy</b>", "dana.whitfield");
  fixture->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->actions), entries,
                                   G_N_ELEMENTS (entries), fixture);
}

static void
show_screen (Fixture *fixture)
{
  GtkWidget *screen = muster_administration_screen_new (fixture->session);

  fixture->screen = MUSTER_ADMINISTRATION_SCREEN (screen);
  fixture->window = show_in_window (screen, 1024, 700);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win",
                                  G_ACTION_GROUP (fixture->actions));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window),
                                  muster_screen_get_action_prefix (
                                    MUSTER_SCREEN (screen)),
                                  muster_screen_get_actions (MUSTER_SCREEN (screen)));
}

static void
close_screen (Fixture *fixture)
{
  if (fixture->screen == NULL)
    return;
  g_object_add_weak_pointer (G_OBJECT (fixture->screen), (gpointer *) &fixture->screen);
  close_window (fixture->window);
  g_assert_null (fixture->screen);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_screen (fixture);
  g_object_unref (fixture->actions);
  g_object_unref (fixture->session);
  journal_fixture_tear_down (&fixture->journal, NULL);
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return shows_text (GTK_WIDGET (fixture->screen), text);
}

static void
test_nothing_done_yet (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  show_screen (fixture);
  g_assert_cmpstr (muster_screen_get_title (MUSTER_SCREEN (fixture->screen)), ==,
                   "Site Administration");
  await_condition (shows (fixture, "5 users"));
  await_condition (shows (fixture, "No bulk edits yet"));
  g_assert_true (shows (fixture, "Halden <b>Academy</b>"));
  g_assert_true (shows (fixture, "https://fake.example/scim/v2"));

  button = find_button (GTK_WIDGET (fixture->screen), "Bulk Update User Profiles");
  muster_screen_focus (MUSTER_SCREEN (fixture->screen));
  g_assert_true (gtk_window_get_focus (fixture->window) == button);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bulk Update User Profiles");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (fixture->n_edits, ==, 1);
}

static GtkWidget *
find_list (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->screen), GTK_TYPE_LIST_VIEW);
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_list (fixture)))));
}

static void
test_recent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterBatchInfo) first = journal_begin_well (&fixture->journal);

  journal_end (fixture->journal.journal, first->id, MUSTER_BATCH_STOPPED);
  show_screen (fixture);
  await_condition (count_shown (fixture) == 1);
  await_condition (shows (fixture, "Stopped"));
  g_assert_true (shows (fixture, "Company, Time Zone, 1 role"));

  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (MusterBatchInfo) info = journal_begin_well (&fixture->journal);

      journal_end (fixture->journal.journal, info->id, MUSTER_BATCH_FINISHED);
    }
  muster_administration_screen_refresh (fixture->screen);
  await_condition (count_shown (fixture) == 5);
}

static GtkWidget *
find_shown_banner (Fixture *fixture)
{
  GtkWidget *content = gtk_widget_get_parent (
    find_widget (GTK_WIDGET (fixture->screen), MUSTER_TYPE_BANNER));

  for (GtkWidget *child = gtk_widget_get_first_child (content); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (MUSTER_IS_BANNER (child) && gtk_widget_get_visible (child))
      return child;
  return NULL;
}

static const struct
{
  MusterPlatformError code;
  const char         *title;
  const char         *action;
} refusals[] = {
  { MUSTER_PLATFORM_ERROR_PERMISSION, "This account may not see users", NULL },
  { MUSTER_PLATFORM_ERROR_SIGN_IN, "You are not signed in any more", "win.sign-out" },
  { MUSTER_PLATFORM_ERROR_UNREACHABLE, "The platform does not answer as it should",
    "administration.refresh" },
};

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      GtkWidget       *banner;
      g_autofree char *title = NULL;
      g_autofree char *action = NULL;

      fake_platform_fail_find (fixture->journal.platform, (int) refusals[i].code);
      show_screen (fixture);
      await_condition ((banner = find_shown_banner (fixture)) != NULL);
      g_object_get (banner, "title", &title, "action-name", &action, NULL);
      g_assert_cmpstr (title, ==, refusals[i].title);
      g_assert_cmpstr (action, ==, refusals[i].action);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (banner),
                                       GTK_ACCESSIBLE_ROLE_ALERT);

      /* The next answer takes it away. */
      gtk_widget_activate_action (GTK_WIDGET (fixture->screen), "administration.refresh",
                                  NULL);
      await_condition (find_shown_banner (fixture) == NULL);
      await_condition (shows (fixture, "5 users"));
      close_screen (fixture);
    }
}

static void
test_damaged_journal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterJournal) journal = NULL;
  g_autofree char     *path = g_build_filename (fixture->journal.folder, "text", NULL);
  MusterRecentBatches *recent;

  g_assert_true (g_file_set_contents (path, "This is no database.\n", -1, NULL));
  journal = muster_journal_new (path);
  g_object_unref (fixture->session);
  fixture->session = muster_session_new (MUSTER_PLATFORM (fixture->journal.platform),
                                         journal, "Halden", "dana");
  show_screen (fixture);
  await_condition (shows (fixture, "5 users"));
  recent = MUSTER_RECENT_BATCHES (
    find_widget (GTK_WIDGET (fixture->screen), MUSTER_TYPE_RECENT_BATCHES));
  g_assert_nonnull (recent);
  await_condition (!shows_text (GTK_WIDGET (recent), "…"));
  g_assert_false (shows (fixture, "No bulk edits yet"));
}

static void
test_notice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  show_screen (fixture);
  muster_administration_screen_show_notice (fixture->screen, "Not everything was kept",
                                            "The keyring <b>said</b>\nno.");
  g_object_get (find_shown_banner (fixture), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "The keyring <b>said</b> no.");
}

/* Nobody waits for an answer to a window that is gone. */
static void
test_closed_early (Fixture *fixture, gconstpointer data)
{
  fixture->journal.platform->held = TRUE;
  show_screen (fixture);
  close_screen (fixture);
  fake_platform_let_go (fixture->journal.platform);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  ADD ("/administration/nothing-done", test_nothing_done_yet);
  ADD ("/administration/recent", test_recent);
  ADD ("/administration/refusals", test_refusals);
  ADD ("/administration/damaged-journal", test_damaged_journal);
  ADD ("/administration/notice", test_notice);
  ADD ("/administration/closed", test_closed_early);
  return g_test_run ();
}
