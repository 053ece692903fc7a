/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-avatar.h"

#include "display-test.h"

static const char *
get_initials (GtkWidget *avatar)
{
  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (avatar)));
}

static guint
count_tones (GtkWidget *avatar)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (avatar);
  guint n_tones = 0;

  for (guint i = 0; classes[i] != NULL; i++)
    n_tones += g_str_has_prefix (classes[i], "tone-");
  return n_tones;
}

static void
test_person (void)
{
  g_autoptr (GtkWidget) avatar = g_object_ref_sink (muster_avatar_new ());

  g_assert_cmpstr (get_initials (avatar), ==, "");
  g_assert_cmpuint (count_tones (avatar), ==, 0);
  muster_avatar_set_person (MUSTER_AVATAR (avatar), "u1", "Amara Okafor");
  g_assert_cmpstr (get_initials (avatar), ==, "AO");
  g_assert_cmpuint (count_tones (avatar), ==, 1);
  muster_avatar_set_person (MUSTER_AVATAR (avatar), "u2", "Jonas");
  g_assert_cmpstr (get_initials (avatar), ==, "J");
  g_assert_cmpuint (count_tones (avatar), ==, 1);
  muster_avatar_set_person (MUSTER_AVATAR (avatar), NULL, NULL);
  g_assert_cmpstr (get_initials (avatar), ==, "");
  g_assert_cmpuint (count_tones (avatar), ==, 0);
}

/* Two people of one name are told apart; a corrected name keeps its colour. */
static void
test_colour_is_of_the_identifier (void)
{
  g_autoptr (GtkWidget) avatar = g_object_ref_sink (muster_avatar_new ());
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) after = NULL;

  muster_avatar_set_person (MUSTER_AVATAR (avatar), "u1", "Amara Okafor");
  before = gtk_widget_get_css_classes (avatar);
  muster_avatar_set_person (MUSTER_AVATAR (avatar), "u1", "Somebody Else");
  after = gtk_widget_get_css_classes (avatar);
  g_assert_true (
    g_strv_equal ((const char *const *) before, (const char *const *) after));
}

static void
test_is_decoration (void)
{
  g_autoptr (GtkWidget) avatar = g_object_ref_sink (muster_avatar_new ());

  gtk_test_accessible_assert_role (avatar, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_test_accessible_assert_state (avatar, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
}

static void
test_round_in_a_window (void)
{
  GtkWidget *avatar = muster_avatar_new ();
  GtkWindow *window = show_in_window (avatar, 200, 200);
  int        width;

  muster_avatar_set_person (MUSTER_AVATAR (avatar), "u1", "Amara Okafor");
  width = gtk_widget_get_width (avatar);
  g_assert_cmpint (width, >=, 20);
  g_assert_cmpint (width, ==, gtk_widget_get_height (avatar));
  g_object_set (avatar, "dense", TRUE, NULL);
  await_condition (gtk_widget_get_width (avatar) < width);
  g_object_ref (avatar);
  close_window (window);
  g_assert_finalize_object (avatar);
}

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  g_test_add_func ("/avatar/person", test_person);
  g_test_add_func ("/avatar/colour", test_colour_is_of_the_identifier);
  g_test_add_func ("/avatar/accessible", test_is_decoration);
  g_test_add_func ("/avatar/round", test_round_in_a_window);
  return g_test_run ();
}
