/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-back-off.h"

#define MS G_TIME_SPAN_MILLISECOND

typedef struct
{
  gint64 now;
  double drawn;
} World;

static gint64
read_clock (gpointer user_data)
{
  return ((World *) user_data)->now;
}

static double
draw (gpointer user_data)
{
  return ((World *) user_data)->drawn;
}

static void
test_farther_each_time_up_to_a_cap (void)
{
  static const guint waits[] = { 125, 250, 500, 1000, 2000, 4000, 4000, 4000 };
  World              world = { .now = 1000 * MS, .drawn = 0.5 };
  g_autoptr (MusterBackOff) back_off = muster_back_off_new (read_clock, draw, &world);

  g_assert_cmpuint (muster_back_off_get_wait_ms (back_off), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      muster_back_off_fail (back_off, 0);
      g_assert_cmpuint (muster_back_off_get_wait_ms (back_off), ==, waits[i]);
      world.now = muster_back_off_get_deadline (back_off);
      g_assert_cmpuint (muster_back_off_get_wait_ms (back_off), ==, 0);
    }
  g_assert_cmpuint (muster_back_off_get_n_failures (back_off), ==, 8);
}

static void
test_success_begins_anew (void)
{
  World world = { .now = 1000 * MS, .drawn = 0.5 };
  g_autoptr (MusterBackOff) back_off = muster_back_off_new (read_clock, draw, &world);

  muster_back_off_fail (back_off, 0);
  muster_back_off_fail (back_off, 0);
  muster_back_off_succeed (back_off);
  world.now = muster_back_off_get_deadline (back_off);
  muster_back_off_fail (back_off, 0);
  g_assert_cmpuint (muster_back_off_get_wait_ms (back_off), ==, 125);
}

/* A deadline, not a duration: who fails at the same time does not wait in turn. */
static void
test_failures_at_once_share_a_deadline (void)
{
  World world = { .now = 1000 * MS, .drawn = 0.5 };
  g_autoptr (MusterBackOff) back_off = muster_back_off_new (read_clock, draw, &world);

  muster_back_off_fail (back_off, 0);
  muster_back_off_hold (back_off, 0);
  g_assert_cmpuint (muster_back_off_get_wait_ms (back_off), ==, 125);
  g_assert_cmpuint (muster_back_off_get_n_failures (back_off), ==, 1);
  muster_back_off_hold (back_off, world.now + 700 * MS);
  g_assert_cmpuint (muster_back_off_get_wait_ms (back_off), ==, 700);
}

static void
test_what_the_other_side_asks_for_counts (void)
{
  World world = { .now = 1000 * MS, .drawn = 0.5 };
  g_autoptr (MusterBackOff) back_off = muster_back_off_new (read_clock, draw, &world);

  muster_back_off_fail (back_off, world.now + 60 * G_TIME_SPAN_SECOND);
  g_assert_cmpuint (muster_back_off_get_wait_ms (back_off), ==, 60000);
  muster_back_off_fail (back_off, world.now + 1);
  g_assert_cmpuint (muster_back_off_get_wait_ms (back_off), ==, 60000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/back-off/farther-each-time-up-to-a-cap",
                   test_farther_each_time_up_to_a_cap);
  g_test_add_func ("/back-off/success-begins-anew", test_success_begins_anew);
  g_test_add_func ("/back-off/failures-at-once-share-a-deadline",
                   test_failures_at_once_share_a_deadline);
  g_test_add_func ("/back-off/what-the-other-side-asks-for-counts",
                   test_what_the_other_side_asks_for_counts);
  return g_test_run ();
}
