/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-submission.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_WINDOW_HEADER (muster_window_header_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterWindowHeader, muster_window_header, MUSTER, WINDOW_HEADER, GtkWidget)

/**
 * MusterWindowHeader:
 *
 * The window's header bar: the way back, what the screen is called, the submission that
 * goes on elsewhere, who is signed in, and the main menu.
 */
void muster_window_header_set_title (MusterWindowHeader *self, const char *title);
void muster_window_header_set_can_go_back (MusterWindowHeader *self, gboolean can_go);

/* (nullable): nobody. */
void muster_window_header_set_session (MusterWindowHeader *self, MusterSession *session);

/* (nullable): none. To be called again as it goes on. */
void muster_window_header_show_progress (MusterWindowHeader *self,
                                         MusterSubmission   *submission);

G_END_DECLS
