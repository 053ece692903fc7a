/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* Submits an edit of many users of a real platform, for people to look at. Not a test,
 * not installed:
 *
 *   show-submit URL ACCOUNT PASSWORD N_USERS [disable] [flag] [long] [dark] [rtl]
 */

#include <stdlib.h>

#include "muster-scim-platform.h"
#include "muster-style.h"
#include "muster-submission-screen.h"
#include "muster-submit-dialog.h"

#define LONG_NAME                                                                        \
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

typedef struct
{
  const char *const *words;
  guint              n_users;
  GtkWindow         *window;
  MusterEdit        *edit;
} Show;

static void
title_cb (GtkWidget *screen)
{
  GtkRoot *root = gtk_widget_get_root (screen);

  if (root != NULL)
    gtk_window_set_title (GTK_WINDOW (root),
                          muster_screen_get_title (MUSTER_SCREEN (screen)));
}

static void
submitted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Show *show = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSubmission) submission
    = muster_submit_dialog_run_finish (result, &error);
  GtkWidget *screen;

  if (submission == NULL)
    {
      g_printerr ("%s\n", error->message);
      gtk_window_destroy (show->window);
      return;
    }
  screen = muster_submission_screen_new (submission);
  gtk_window_set_child (show->window, screen);
  title_cb (screen);
  g_signal_connect_object (submission, "notify::state", G_CALLBACK (title_cb), screen,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (screen, "done", G_CALLBACK (gtk_window_destroy),
                            show->window);
}

static void
wish (Show *show, MusterField field, MusterVerb verb, const char *id, const char *name)
{
  g_autoptr (MusterReference) value = muster_reference_new (id, name);

  muster_edit_wish (show->edit, field, verb, value);
}

static void
make_wishes (Show *show)
{
  wish (show, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "Europe/Oslo",
        g_strv_contains (show->words, "long") ? LONG_NAME : "Europe/Oslo");
  muster_edit_wish (show->edit, MUSTER_FIELD_COMPANY, MUSTER_VERB_CLEAR, NULL);
  if (g_strv_contains (show->words, "flag"))
    {
      wish (show, MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "jobTitle", "jobTitle");
      wish (show, MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "city", "city");
      wish (show, MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "state", "state");
    }
  if (g_strv_contains (show->words, "disable"))
    wish (show, MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE, "Disabled");
}

static void find_more (Show *show, const char *cursor);

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Show *show = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPage) page
    = muster_platform_find_users_finish (MUSTER_PLATFORM (object), result, &error);
  MusterPickedUsers *users = muster_edit_get_users (show->edit);

  if (page == NULL)
    g_error ("%s", error->message);
  g_ptr_array_set_size (page->items,
                        MIN (page->items->len,
                             show->n_users - muster_picked_users_get_n_users (users)));
  muster_picked_users_add (users, page->items);
  if (page->next_cursor != NULL
      && muster_picked_users_get_n_users (users) < show->n_users)
    {
      find_more (show, page->next_cursor);
      return;
    }
  make_wishes (show);
  muster_submit_dialog_run_async (show->window, show->edit, NULL, submitted_cb, show);
}

static void
find_more (Show *show, const char *cursor)
{
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();

  muster_platform_find_users_async (muster_session_get_platform (
                                      muster_edit_get_session (show->edit)),
                                    query, cursor, 500, NULL, found_cb, show);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Show *show = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path
    = g_build_filename (g_get_user_data_dir (), "show-submit.sqlite", NULL);
  g_autoptr (MusterJournal) journal = muster_journal_new (path);
  g_autoptr (MusterSession) session = NULL;

  if (!muster_platform_open_finish (MUSTER_PLATFORM (object), result, &error))
    g_error ("%s", error->message);
  session = muster_session_new (MUSTER_PLATFORM (object), journal, "Show", "admin");
  show->edit = muster_edit_new (session);
  find_more (show, NULL);
}

static void
open_window (Show *show)
{
  gtk_init ();
  muster_style_install (gdk_display_get_default ());
  if (g_strv_contains (show->words, "rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  muster_style_force_dark (g_strv_contains (show->words, "dark"));
  show->window = GTK_WINDOW (gtk_window_new ());
  gtk_widget_add_css_class (GTK_WIDGET (show->window), "muster");
  gtk_window_set_titlebar (show->window, gtk_header_bar_new ());
  gtk_window_set_title (show->window, "Edit Users");
  gtk_window_set_default_size (show->window, 1280, 760);
  gtk_window_present (show->window);
}

int
main (int argc, char **argv)
{
  g_autoptr (MusterPlatform) platform = NULL;
  g_autoptr (GError) error = NULL;
  Show show = { (const char *const *) argv, 0, NULL, NULL };

  if (argc < 5)
    {
      g_printerr ("usage: show-submit URL ACCOUNT PASSWORD N_USERS [disable] [flag] "
                  "[long] [dark] [rtl]\n");
      return 2;
    }
  show.n_users = (guint) atoi (argv[4]);
  open_window (&show);
  platform = muster_scim_platform_new (argv[1], argv[2], argv[3], &error);
  if (platform == NULL)
    g_error ("%s", error->message);
  muster_platform_open_async (platform, NULL, opened_cb, &show);
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&show.edit);
  return 0;
}
