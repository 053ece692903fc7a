/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterBackOff:
 *
 * When the next request may leave after failures: one deadline for all, farther away with
 * each failure in a row, with full jitter. Times are monotonic microseconds.
 */
typedef struct _MusterBackOff MusterBackOff;

/* The time, and a number from 0 up to but without 1; for tests that take no time. */
typedef gint64 (*MusterClock) (gpointer user_data);
typedef double (*MusterRandom) (gpointer user_data);

MusterBackOff *
muster_back_off_new (MusterClock clock, MusterRandom random, gpointer user_data);

/* What %NULL stands for from now on in muster_back_off_new(); %NULL: the machine's own.
 * For tests of what makes a back-off of its own. */
void
muster_back_off_set_defaults (MusterClock clock, MusterRandom random, gpointer user_data);

void muster_back_off_free (MusterBackOff *self);

/* @retry_at: what the other side asked for; 0 for nothing. */
void muster_back_off_fail (MusterBackOff *self, gint64 retry_at);

/* The same without counting it: it is part of a failure that was counted. */
void muster_back_off_hold (MusterBackOff *self, gint64 retry_at);

void   muster_back_off_succeed (MusterBackOff *self);
guint  muster_back_off_get_n_failures (MusterBackOff *self);
gint64 muster_back_off_get_deadline (MusterBackOff *self);

/* How long to wait from now, in milliseconds; 0: not at all. */
guint muster_back_off_get_wait_ms (MusterBackOff *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterBackOff, muster_back_off_free)

G_END_DECLS
