/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "display-test.h"

#include "muster-style.h"

void
display_test_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  muster_style_install (gdk_display_get_default ());
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

GtkWindow *
show_in_window (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();
  guint      waker;

  gtk_widget_add_css_class (window, "muster");
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  waker = g_timeout_add (20, wake_cb, NULL);
  await_condition (gtk_widget_get_width (child) > 0);
  g_source_remove (waker);
  return GTK_WINDOW (window);
}

void
close_window (GtkWindow *window)
{
  gtk_window_destroy (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef gboolean (*Matcher) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find_match (GtkWidget *widget, Matcher matches, gconstpointer data)
{
  if (matches (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_match (child, matches, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

static gboolean
is_button_of (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && shows_text (widget, data);
}

static gboolean
is_label_of (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), data);
}

GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  return find_match (widget, has_type, &type);
}

GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  return find_match (widget, is_button_of, label);
}

gboolean
shows_text (GtkWidget *widget, const char *text)
{
  return find_match (widget, is_label_of, text) != NULL;
}
