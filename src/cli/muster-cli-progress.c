/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-progress.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "muster-cli-terminal.h"

#define BAR_WIDTH 24
#define INTERVAL (G_USEC_PER_SEC / 10)
#define WIPE "\r\033[K"

struct _MusterCliProgress
{
  char    *doing; /* (owned) */
  gboolean is_shown;
  gint64   started_at; /* monotonic, microseconds */
  gint64   shown_at;   /* the same; 0 before the first time */
};

MusterCliProgress *
muster_cli_progress_new (const char *doing)
{
  MusterCliProgress *self = g_new0 (MusterCliProgress, 1);

  self->doing = g_strdup (doing);
  self->is_shown = muster_cli_terminal_shows_progress ();
  self->started_at = g_get_monotonic_time ();
  return self;
}

static void
append_bar (GString *out, guint n, guint total)
{
  guint done = (guint) ((guint64) n * BAR_WIDTH / total);

  g_string_append (out, " [");
  for (guint i = 0; i < BAR_WIDTH; i++)
    g_string_append_c (out, i < done ? '#' : '.');
  g_string_append_c (out, ']');
}

static void
append_time_left (GString *out, double seconds)
{
  guint left = (guint) (seconds + 0.5);

  if (left >= 60)
    /* Translators: minutes and seconds. */
    g_string_append_printf (out, _ (", %u min %u s left"), left / 60, left % 60);
  else
    /* Translators: seconds. */
    g_string_append_printf (out, _ (", %u s left"), left);
}

char *
muster_cli_progress_describe (const char *doing, guint n, guint total, double seconds)
{
  GString *out = g_string_new (doing);
  double   rate = seconds > 0.0 ? n / seconds : 0.0;

  if (total > 0)
    append_bar (out, n, total);
  if (total > 0)
    /* Translators: how many are done, of how many. */
    g_string_append_printf (out, _ (" %u of %u"), n, total);
  else
    g_string_append_printf (out, " %u", n);
  if (n > 0 && seconds >= 1.0)
    {
      g_string_append_printf (out, ", %.0f/s", rate);
      if (total > n)
        append_time_left (out, (total - n) / rate);
    }
  return g_string_free (out, FALSE);
}

void
muster_cli_progress_update (MusterCliProgress *self, guint n, guint total)
{
  gint64           now = g_get_monotonic_time ();
  g_autofree char *line = NULL;

  if (!self->is_shown || (self->shown_at != 0 && now - self->shown_at < INTERVAL))
    return;
  self->shown_at = now;
  line
    = muster_cli_progress_describe (self->doing, n, total,
                                    (double) (now - self->started_at) / G_USEC_PER_SEC);
  fprintf (stderr, WIPE "%s", line);
  fflush (stderr);
}

void
muster_cli_progress_free (MusterCliProgress *self)
{
  if (self == NULL)
    return;
  if (self->shown_at != 0)
    {
      fputs (WIPE, stderr);
      fflush (stderr);
    }
  g_free (self->doing);
  g_free (self);
}
