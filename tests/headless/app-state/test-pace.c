/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-pace.h"

static void
test_rate (void)
{
  g_autoptr (MusterPace) pace = muster_pace_new ();

  g_assert_cmpfloat (muster_pace_get_rate (pace), <, 0);
  muster_pace_note (pace, 0, 0);
  muster_pace_note (pace, G_USEC_PER_SEC / 10, 50);
  g_assert_cmpfloat (muster_pace_get_rate (pace), <, 0);
  muster_pace_note (pace, G_USEC_PER_SEC, 100);
  g_assert_cmpfloat_with_epsilon (muster_pace_get_rate (pace), 100, 0.01);
}

/* A burst long ago is forgotten, and standing still shows. */
static void
test_window (void)
{
  g_autoptr (MusterPace) pace = muster_pace_new ();

  muster_pace_note (pace, 0, 0);
  muster_pace_note (pace, G_USEC_PER_SEC, 10000);
  for (guint i = 2; i <= 30; i++)
    muster_pace_note (pace, i * G_USEC_PER_SEC, 10000 + 5 * i);
  g_assert_cmpfloat_with_epsilon (muster_pace_get_rate (pace), 5, 0.01);
  for (guint i = 31; i <= 50; i++)
    muster_pace_note (pace, i * G_USEC_PER_SEC, 10150);
  g_assert_cmpfloat_with_epsilon (muster_pace_get_rate (pace), 0, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/rate", test_rate);
  g_test_add_func ("/pace/window", test_window);
  return g_test_run ();
}
