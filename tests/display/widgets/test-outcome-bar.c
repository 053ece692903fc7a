/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-outcome-bar.h"

#include "display-test.h"

static void
test_says_the_counts (void)
{
  const MusterOutcomeCounts counts = { .n = { [MUSTER_OUTCOME_CHANGED] = 1145,
                                              [MUSTER_OUTCOME_CONFLICT] = 3,
                                              [MUSTER_OUTCOME_NOT_SENT] = 10 } };
  g_autoptr (GtkWidget) bar = g_object_ref_sink (muster_outcome_bar_new ());

  muster_outcome_bar_set_counts (MUSTER_OUTCOME_BAR (bar), &counts);
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Changed: 1145, Conflict: 3, Not sent: 10");
}

/* The colour of the middle row at @x, as it is drawn. */
static guint32
get_pixel (GtkWidget *bar, int x)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (bar);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer        *renderer = gtk_native_get_renderer (gtk_widget_get_native (bar));
  int                 width = gtk_widget_get_width (bar);
  int                 height = gtk_widget_get_height (bar);
  g_autofree guint32 *pixels = g_new (guint32, width * height);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                              (float) height));
  gdk_texture_download (texture, (guchar *) pixels, width * sizeof (guint32));
  return pixels[height / 2 * width + x];
}

/* One user in a hundred thousand is seen, at the end, whichever side that is. */
static void
test_least_width (gconstpointer direction)
{
  const MusterOutcomeCounts counts
    = { .n = { [MUSTER_OUTCOME_CHANGED] = 99999, [MUSTER_OUTCOME_REJECTED] = 1 } };
  GtkWidget *bar = muster_outcome_bar_new ();
  GtkWindow *window;
  int        last;
  int        first;

  gtk_widget_set_direction (bar, GPOINTER_TO_INT (direction));
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  muster_outcome_bar_set_counts (MUSTER_OUTCOME_BAR (bar), &counts);
  window = show_in_window (bar, 400, 100);
  first = 1;
  last = gtk_widget_get_width (bar) - 2;
  if (gtk_widget_get_direction (bar) == GTK_TEXT_DIR_RTL)
    {
      first = last;
      last = 1;
    }
  g_assert_cmphex (get_pixel (bar, first) & 0xffffff, ==, 0x2ba56f);
  g_assert_cmphex (get_pixel (bar, last) & 0xffffff, ==, 0xd3222b);
  g_object_ref (bar);
  close_window (window);
  g_assert_finalize_object (bar);
}

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  g_test_add_func ("/outcome-bar/accessible", test_says_the_counts);
  g_test_add_data_func ("/outcome-bar/ltr", GINT_TO_POINTER (GTK_TEXT_DIR_LTR),
                        test_least_width);
  g_test_add_data_func ("/outcome-bar/rtl", GINT_TO_POINTER (GTK_TEXT_DIR_RTL),
                        test_least_width);
  return g_test_run ();
}
