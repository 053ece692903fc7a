/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MusterSampleChild:
 *
 * One run of muster-platform as a child of this process, from its start to its end.
 */
typedef struct _MusterSampleChild MusterSampleChild;

/* It says where it is. Called once at most. */
typedef void (*MusterSampleChildStarted) (const char *address, gpointer user_data);

/* It has ended, and nothing more comes. @complaint: its own last sentence, or "". The
 * child frees itself afterwards. */
typedef void (*MusterSampleChildEnded) (const char *complaint, gpointer user_data);

/* Starts @argv. (transfer none): it is there until `ended` was called, or until it is let
 * go. */
MusterSampleChild *muster_sample_child_start (const char *const       *argv,
                                              MusterSampleChildStarted started,
                                              MusterSampleChildEnded   ended,
                                              gpointer                 user_data,
                                              GError                 **error);

/* Asks it to end; it finishes what it is at. */
void muster_sample_child_close (MusterSampleChild *self);

/* Ends it at once. */
void muster_sample_child_kill (MusterSampleChild *self);

/* Asks it to end, and calls nothing back any more. */
void muster_sample_child_let_go (MusterSampleChild *self);

G_END_DECLS
