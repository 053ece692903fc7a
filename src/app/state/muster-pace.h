/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterPace:
 *
 * How fast a number grows: over the last ten seconds, so that a pause shows and a burst
 * at the start does not count for ever.
 */
typedef struct _MusterPace MusterPace;

MusterPace *muster_pace_new (void);
void        muster_pace_free (MusterPace *self);

/* @now: monotonic, in microseconds. */
void muster_pace_note (MusterPace *self, gint64 now, guint n_done);

/* Per second; negative before there is enough to say. */
double muster_pace_get_rate (MusterPace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPace, muster_pace_free)

G_END_DECLS
