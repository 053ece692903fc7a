/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-narrow-bin.h"

#include "display-test.h"

typedef struct
{
  GtkWidget *bin;
  GtkWidget *child;
  GtkWindow *window;
  guint      n_notified;
} Fixture;

static void
narrow_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  Fixture *fixture = user_data;
  gboolean narrow = muster_narrow_bin_is_narrow (MUSTER_NARROW_BIN (object));

  fixture->n_notified++;
  gtk_widget_set_size_request (fixture->child, narrow ? 100 : 900, 50);
}

/* A child that wants 900 px while it lies wide, and 100 px once it is narrow. */
static void
set_up (Fixture *fixture, gconstpointer width)
{
  fixture->bin = muster_narrow_bin_new ();
  fixture->child = gtk_label_new ("x");
  gtk_widget_set_size_request (fixture->child, 900, 50);
  g_object_set (fixture->bin, "child", fixture->child, "threshold", 50.0, NULL);
  g_signal_connect (fixture->bin, "notify::narrow", G_CALLBACK (narrow_cb), fixture);
  fixture->window = show_in_window (fixture->bin, GPOINTER_TO_INT (width), 300);
}

static void
tear_down (Fixture *fixture, gconstpointer width)
{
  g_object_ref (fixture->bin);
  close_window (fixture->window);
  g_assert_finalize_object (fixture->bin);
}

static void
test_narrow (Fixture *fixture, gconstpointer width)
{
  MusterNarrowBin *bin = MUSTER_NARROW_BIN (fixture->bin);

  await_condition (muster_narrow_bin_is_narrow (bin));
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  g_assert_true (gtk_widget_has_css_class (fixture->bin, "narrow"));
  g_assert_cmpint (gtk_widget_get_width (fixture->bin), <=, 500);
}

static void
test_wide (Fixture *fixture, gconstpointer width)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (muster_narrow_bin_is_narrow (MUSTER_NARROW_BIN (fixture->bin)));
  g_assert_cmpuint (fixture->n_notified, ==, 0);
}

/* The same width is narrow for one who reads large letters. */
static void
test_large_text (Fixture *fixture, gconstpointer width)
{
  GtkSettings     *settings = gtk_settings_get_default ();
  g_autofree char *font = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  g_object_set (settings, "gtk-font-name", "Sans 24", NULL);
  await_condition (muster_narrow_bin_is_narrow (MUSTER_NARROW_BIN (fixture->bin)));
  g_object_set (settings, "gtk-font-name", font, NULL);
  await_condition (!muster_narrow_bin_is_narrow (MUSTER_NARROW_BIN (fixture->bin)));
}

static void
add (const char *path, int width, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  add ("/narrow-bin/narrow", 500, test_narrow);
  add ("/narrow-bin/wide", 1000, test_wide);
  add ("/narrow-bin/large-text", 1000, test_large_text);
  return g_test_run ();
}
