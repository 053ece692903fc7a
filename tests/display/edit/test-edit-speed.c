/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "edit-fixture.h"

#include <time.h>

#include "muster-users-pane.h"

#define N_USERS GUINT_TO_POINTER (10000)
#define LIMIT_MS 50.0
/* Outside of a benchmark: a machine may be slow, or a sanitizer look on. */
#define SLACK 4

/* Of this thread alone, so that what else the machine does is not counted. */
static double
get_ms (void)
{
  struct timespec now;

  g_assert_no_errno (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now));
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double worst;

static void
note (const char *what, double began)
{
  double took = get_ms () - began;

  if (took > LIMIT_MS)
    g_test_message ("%s: %.1f ms", what, took);
  worst = MAX (worst, took);
}

/* Turns the main loop until it has had nothing to do for a while. */
static void
settle (const char *what)
{
  for (gint64 quiet = 0; quiet < 50;)
    {
      double began = get_ms ();

      if (g_main_context_iteration (NULL, FALSE))
        quiet = 0;
      else
        {
          quiet++;
          g_usleep (1000);
        }
      note (what, began);
    }
}

static void
act (EditFixture *self, const char *action)
{
  double           began = get_ms ();
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_action_parse_detailed_name (action, &name, &target, NULL);
  g_action_group_activate_action (self->actions, name + strlen ("edit."), target);
  note (action, began);
  settle (action);
}

static void
search (EditFixture *self, const char *text)
{
  GtkWidget *pane = find_widget (self->screen, MUSTER_TYPE_USERS_PANE);
  GtkWidget *entry = find_widget (pane, GTK_TYPE_SEARCH_ENTRY);
  double     began = get_ms ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  note ("search at once", began);
  settle ("search");
}

static void
pick (EditFixture *self, GPtrArray *users)
{
  double began = get_ms ();

  muster_picked_users_add (muster_edit_get_users (self->edit), users);
  note ("add", began);
  settle ("add");
}

static void
select_visible (EditFixture *self)
{
  GtkWidget *list = find_widget (self->screen, GTK_TYPE_COLUMN_VIEW);
  double     began = get_ms ();

  gtk_widget_activate_action (list, "users.select-visible", NULL);
  note ("select at once", began);
  settle ("select");
}

static gboolean
keep_awake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
test_no_stall (EditFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) users = fake_platform_read_all (self->platform);

  edit_fixture_show (self);
  g_clear_handle_id (&self->waker, g_source_remove);
  settle ("show");
  worst = 0;
  pick (self, users);
  act (self, "edit.sort-users::organization");
  act (self, "edit.sort-users::name");
  search (self, "user-00");
  search (self, "user-001");
  search (self, "");
  act (self, "edit.flag::city");
  act (self, "edit.time-zone::Europe/Oslo");
  act (self, "edit.disable");
  act (self, "edit.clear-field::company");
  act (self, "edit.take-back::company");
  search (self, "user-0");
  select_visible (self);
  act (self, "edit.remove-selected");
  act (self, "edit.clear-users");
  self->waker = g_timeout_add (10, keep_awake_cb, NULL);
  g_test_minimized_result (worst, "longest stop: %.1f ms", worst);
  if (g_test_perf ())
    g_assert_cmpfloat (worst, <, LIMIT_MS);
  else
    g_assert_cmpfloat (worst, <, LIMIT_MS * SLACK);
}

int
main (int argc, char *argv[])
{
  display_test_init (&argc, &argv);
  g_test_add ("/edit-speed/no-stall", EditFixture, N_USERS, edit_fixture_set_up,
              test_no_stall, edit_fixture_tear_down);
  return g_test_run ();
}
