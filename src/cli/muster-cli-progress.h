/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterCliProgress:
 *
 * How far something has come, on one line of standard error that is written over and
 * over; nothing where that is no terminal.
 */
typedef struct _MusterCliProgress MusterCliProgress;

/* @doing: what is being done, e.g. "Changing users". */
MusterCliProgress *muster_cli_progress_new (const char *doing);

/* @total: 0 where it is not known. */
void muster_cli_progress_update (MusterCliProgress *self, guint n, guint total);

/* Wipes the line and frees. (nullable) */
void muster_cli_progress_free (MusterCliProgress *self);

/* (transfer full): the line, for @seconds gone by. */
char *
muster_cli_progress_describe (const char *doing, guint n, guint total, double seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCliProgress, muster_cli_progress_free)

G_END_DECLS
