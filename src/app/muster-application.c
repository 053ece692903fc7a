/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-application.h"

#include <glib/gi18n.h>

#include "muster-style.h"
#include "muster-window.h"

struct _MusterApplication
{
  GtkApplication parent_instance;

  /* Once a window is wanted. */
  MusterJournal         *journal; /* (owned) (nullable) */
  MusterConnectionStore *store;   /* (owned) (nullable) */
  MusterSamplePlatform  *sample;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MusterApplication, muster_application, GTK_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 'V', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and leave"),
    NULL },
  { NULL },
};

/* What each key does, wherever the focus is. */
static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.back", { "<Alt>Left" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "edit.add-users", { "<Control>n", "Insert" } },
  { "edit.search-users", { "<Control>f" } },
  { "edit.submit", { "<Control>Return", "<Control>KP_Enter" } },
  { "edit.tab(0)", { "<Alt>1" } },
  { "edit.tab(1)", { "<Alt>2" } },
  { "edit.tab(2)", { "<Alt>3" } },
  { "submission.search", { "<Control>f" } },
};

static MusterWindow *
find_window (MusterApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (MUSTER_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
prepare (MusterApplication *self)
{
  g_autofree char *path = muster_journal_build_default_path ();

  if (self->journal != NULL)
    return;
  self->journal = muster_journal_new (path);
  self->store = muster_connection_store_new (NULL);
  self->sample = muster_sample_platform_new (NULL, NULL);
}

static void
muster_application_activate (GApplication *application)
{
  MusterApplication *self = MUSTER_APPLICATION (application);
  MusterWindow      *window = find_window (self);

  prepare (self);
  if (window == NULL)
    window = muster_window_new (GTK_APPLICATION (self), self->journal, self->store,
                                self->sample);
  gtk_window_present (GTK_WINDOW (window));
}

static void
stopped_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) self = user_data;

  muster_sample_platform_stop_finish (MUSTER_SAMPLE_PLATFORM (object), result, NULL);
  g_application_release (self);
}

/* Muster ends after the sample platform has. */
static void
muster_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  MusterApplication *self = MUSTER_APPLICATION (application);

  GTK_APPLICATION_CLASS (muster_application_parent_class)
    ->window_removed (application, window);
  if (self->sample == NULL || find_window (self) != NULL)
    return;
  g_application_hold (G_APPLICATION (self));
  muster_sample_platform_stop_async (self->sample, stopped_cb, g_object_ref (self));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *window = find_window (user_data);

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *authors[] = { "The Muster authors", NULL };

  gtk_show_about_dialog (GTK_WINDOW (find_window (user_data)), "program-name",
                         _ ("Muster"), "version", MUSTER_VERSION, "comments",
                         _ ("Changes many user accounts at once"), "logo-icon-name",
                         MUSTER_APPLICATION_ID, "license-type", GTK_LICENSE_GPL_3_0,
                         "copyright", "© 2026 The Muster authors", "authors", authors,
                         /* Translators: your names, one on each line. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
  { "about", about_cb },
};

static void
muster_application_startup (GApplication *application)
{
  GtkApplication *self = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (muster_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (MUSTER_APPLICATION_ID);
  muster_style_install (gdk_display_get_default ());
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions),
                                   self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (self, accelerators[i].action,
                                           accelerators[i].keys);
}

static int
muster_application_handle_local_options (GApplication *application, GVariantDict *values)
{
  if (!g_variant_dict_contains (values, "version"))
    return -1;
  g_print ("muster %s\n", MUSTER_VERSION);
  return 0;
}

static void
muster_application_dispose (GObject *object)
{
  MusterApplication *self = MUSTER_APPLICATION (object);

  g_clear_object (&self->sample);
  g_clear_object (&self->store);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (muster_application_parent_class)->dispose (object);
}

static void
muster_application_class_init (MusterApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_application_dispose;
  application_class->activate = muster_application_activate;
  application_class->startup = muster_application_startup;
  GTK_APPLICATION_CLASS (klass)->window_removed = muster_application_window_removed;
  application_class->handle_local_options = muster_application_handle_local_options;
}

static void
muster_application_init (MusterApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

GtkApplication *
muster_application_new (void)
{
  return g_object_new (MUSTER_TYPE_APPLICATION, "application-id", MUSTER_APPLICATION_ID,
                       "resource-base-path", "/org/musterapp/Muster", NULL);
}
