/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* Opens a chooser of a real platform, for people to look at. Not a test, not installed:
 *
 *   show-chooser URL ACCOUNT PASSWORD user|executive|role|organization|company [dark]
 * [rtl]
 */

#include "muster-resource-chooser.h"
#include "muster-scim-platform.h"
#include "muster-style.h"
#include "muster-user-chooser.h"

typedef struct
{
  GMainLoop  *loop;
  const char *kind;
  GtkWindow  *parent;
} Show;

static void
resources_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Show *show = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chosen = muster_resource_chooser_choose_finish (result, &error);

  g_print ("%s\n", error != NULL ? error->message : "chosen:");
  for (guint i = 0; chosen != NULL && i < chosen->len; i++)
    g_print ("%s\n", muster_resource_get_display_name (g_ptr_array_index (chosen, i)));
  g_main_loop_quit (show->loop);
}

static void
users_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Show *show = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chosen = muster_user_chooser_choose_finish (result, &error);

  g_print ("%s\n", error != NULL ? error->message : "chosen:");
  for (guint i = 0; chosen != NULL && i < chosen->len; i++)
    g_print ("%s\n", muster_user_get_display_name (g_ptr_array_index (chosen, i)));
  g_main_loop_quit (show->loop);
}

static void
executive_chosen_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Show *show = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterReference) chosen
    = muster_account_executive_chooser_choose_finish (result, &error);

  g_print ("%s\n",
           error != NULL ? error->message : muster_reference_get_display (chosen));
  g_main_loop_quit (show->loop);
}

static void
show_resources (Show *show, MusterSession *session)
{
  MusterResourceKind kind = MUSTER_RESOURCE_KIND_ROLE;

  if (g_str_equal (show->kind, "organization"))
    kind = MUSTER_RESOURCE_KIND_ORGANIZATION;
  else if (g_str_equal (show->kind, "company"))
    kind = MUSTER_RESOURCE_KIND_COMPANY;
  muster_resource_chooser_choose_async (show->parent, session, kind,
                                        kind == MUSTER_RESOURCE_KIND_ROLE, NULL, NULL,
                                        resources_chosen_cb, show);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Show *show = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "show-chooser", NULL);
  g_autoptr (MusterJournal) journal = muster_journal_new (path);
  g_autoptr (MusterSession) session = NULL;

  if (!muster_platform_open_finish (MUSTER_PLATFORM (object), result, &error))
    g_error ("%s", error->message);
  session = muster_session_new (MUSTER_PLATFORM (object), journal, "Show", "admin");
  if (g_str_equal (show->kind, "user"))
    muster_user_chooser_choose_async (show->parent, session, NULL, NULL, users_chosen_cb,
                                      show);
  else if (g_str_equal (show->kind, "executive"))
    muster_account_executive_chooser_choose_async (show->parent, session, NULL,
                                                   executive_chosen_cb, show);
  else
    show_resources (show, session);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (MusterPlatform) platform = NULL;
  g_autoptr (GError) error = NULL;
  Show show = { loop, argc > 4 ? argv[4] : "user", NULL };

  if (argc < 5)
    {
      g_printerr ("usage: show-chooser URL ACCOUNT PASSWORD KIND [dark] [rtl]\n");
      return 2;
    }
  gtk_init ();
  muster_style_install (gdk_display_get_default ());
  for (int i = 5; i < argc; i++)
    if (g_str_equal (argv[i], "dark"))
      muster_style_force_dark (TRUE);
    else if (g_str_equal (argv[i], "rtl"))
      gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  show.parent = GTK_WINDOW (gtk_window_new ());
  gtk_widget_add_css_class (GTK_WIDGET (show.parent), "muster");
  platform = muster_scim_platform_new (argv[1], argv[2], argv[3], &error);
  if (platform == NULL)
    g_error ("%s", error->message);
  muster_platform_open_async (platform, NULL, opened_cb, &show);
  g_main_loop_run (loop);
  gtk_window_destroy (show.parent);
  return 0;
}
