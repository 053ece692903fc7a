/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "chooser-fixture.h"

#include <time.h>

#include "muster-user-chooser.h"

#define N_FOUND 1200
#define N_CHOSEN 10000

/* What the window may stand still for. */
#ifdef __SANITIZE_ADDRESS__
#define LIMIT_MS 500.0
#else
#define LIMIT_MS 50.0
#endif

/* A machine that is busy makes single turns longer, and none shorter. */
#define MAX_TRIES 3

/* The longest turn in this try, and what it was about. */
static double      longest_turn;
static const char *longest_cause;

/* Of this thread alone, so that a machine that is busy with other things tells nothing
 * wrong. */
static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* (transfer full): users that are not listed, with fields as long as real ones. */
static GPtrArray *
create_users (guint n_users)
{
  GPtrArray *users = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_users; i++)
    {
      g_autoptr (FakeUser) fake = NULL;
      g_autofree char *id = g_strdup_printf ("f94b17dc-6bcb-4e25-ad84-%08u", i);
      g_autofree char *name = g_strdup_printf ("chosen.%u@halden.example", i);

      fake = fake_user_new (id, name);
      g_ptr_array_add (users, fake_user_read (fake, MUSTER_FIELDS_ALL, TRUE));
    }
  return users;
}

/* Everything that follows from @begin, which was before an action, in turns of the main
 * loop. */
static void
settle (const char *what, double begin)
{
  double longest = get_ms () - begin;

  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 5;
       g_get_monotonic_time () < end;)
    {
      begin = get_ms ();
      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, get_ms () - begin);
    }
  g_test_message ("%s: %.1f ms", what, longest);
  if (longest <= longest_turn)
    return;
  longest_turn = longest;
  longest_cause = what;
}

static void
measure_action (MusterChooser *chooser, const char *action)
{
  double begin = get_ms ();

  chooser_activate (chooser, action);
  settle (action, begin);
}

static void
measure_scroll (MusterChooser *chooser, double pages)
{
  GtkAdjustment *adjustment
    = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (chooser_get_list (chooser)));
  double begin = get_ms ();

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment)
                              + pages * gtk_adjustment_get_page_size (adjustment));
  settle ("scrolling", begin);
}

/* With 10,000 selected, whatever is done. */
static void
use_chooser (void)
{
  g_autoptr (ChooserFixture) fixture = chooser_fixture_new (N_FOUND);
  g_autoptr (GPtrArray) chosen = create_users (N_CHOSEN);
  double         begin;
  MusterChooser *chooser;

  fixture->platform->capabilities->page_size = 500;
  begin = get_ms ();
  muster_user_chooser_choose_async (fixture->parent, fixture->session, NULL, NULL,
                                    chooser_fixture_result_cb, fixture);
  chooser = chooser_fixture_get_chooser (fixture);
  settle ("opening", begin);
  begin = get_ms ();
  muster_choice_add (muster_chooser_get_choice (chooser), chosen);
  settle ("selecting 10,000", begin);
  for (guint i = 0; i < 4; i++)
    measure_scroll (chooser, 1);
  measure_scroll (chooser, 10);
  begin = get_ms ();
  chooser_click_row (chooser, 3);
  settle ("ticking", begin);
  begin = get_ms ();
  chooser_click_row (chooser, 3);
  settle ("unticking", begin);
  measure_action (chooser, "chooser.select-visible");
  measure_action (chooser, "chooser.clear-visible");
  measure_action (chooser, "chooser.reviewing");
  measure_scroll (chooser, 100);
  measure_action (chooser, "chooser.reviewing");
  measure_action (chooser, "chooser.search");
  measure_action (chooser, "chooser.select-all-found");
  await_condition (chooser_can (chooser, "OK"));
  begin = get_ms ();
  chooser_activate (chooser, "chooser.ok");
  chooser_fixture_await_result (fixture);
  settle ("OK", begin);
}

/* No turn may be longer than what somebody would notice. */
static void
test_stalls (void)
{
  for (guint try = 0; try < MAX_TRIES; try++)
    {
      longest_turn = 0;
      use_chooser ();
      if (longest_turn < LIMIT_MS)
        return;
    }
  g_error ("The window stood still for %.1f ms: %s.", longest_turn, longest_cause);
}

int
main (int argc, char **argv)
{
  display_test_init (&argc, &argv);
  g_test_add_func ("/user-chooser-speed/stalls", test_stalls);
  return g_test_run ();
}
