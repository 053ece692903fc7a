/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-connection-store.h"
#include "muster-journal.h"
#include "muster-sample-platform.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_WINDOW (muster_window_get_type ())

G_DECLARE_FINAL_TYPE (MusterWindow, muster_window, MUSTER, WINDOW, GtkApplicationWindow)

/**
 * MusterWindow:
 *
 * Muster's one window: a header bar, and below it one screen at a time. It holds what
 * must outlive a screen: the session, the edit in the making, the submission under way.
 *
 * Actions: win.back, win.edit-users, win.show-submission, win.sign-out.
 */
MusterWindow *muster_window_new (GtkApplication        *application,
                                 MusterJournal         *journal,
                                 MusterConnectionStore *store,
                                 MusterSamplePlatform  *sample);

G_END_DECLS
