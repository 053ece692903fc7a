/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-pace.h"

#define WINDOW (10 * G_USEC_PER_SEC)
#define SHORTEST (G_USEC_PER_SEC / 2)

typedef struct
{
  gint64 time; /* monotonic, in microseconds */
  guint  n_done;
} Note;

struct _MusterPace
{
  GArray *notes; /* (owned): of Note, oldest first */
};

MusterPace *
muster_pace_new (void)
{
  MusterPace *self = g_new0 (MusterPace, 1);

  self->notes = g_array_new (FALSE, FALSE, sizeof (Note));
  return self;
}

void
muster_pace_free (MusterPace *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->notes);
  g_free (self);
}

/* The oldest note that is kept is the last one before the window begins. */
void
muster_pace_note (MusterPace *self, gint64 now, guint n_done)
{
  Note  note = { now, n_done };
  guint n_old = 0;

  g_array_append_val (self->notes, note);
  while (n_old + 1 < self->notes->len
         && g_array_index (self->notes, Note, n_old + 1).time <= now - WINDOW)
    n_old++;
  if (n_old > 0)
    g_array_remove_range (self->notes, 0, n_old);
}

double
muster_pace_get_rate (MusterPace *self)
{
  const Note *first;
  const Note *last;

  if (self->notes->len < 2)
    return -1;
  first = &g_array_index (self->notes, Note, 0);
  last = &g_array_index (self->notes, Note, self->notes->len - 1);
  if (last->time - first->time < SHORTEST)
    return -1;
  return (double) (last->n_done - first->n_done) * G_USEC_PER_SEC
         / (double) (last->time - first->time);
}
