/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-edit.h"
#include "muster-screen.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_EDIT_SCREEN (muster_edit_screen_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterEditScreen, muster_edit_screen, MUSTER, EDIT_SCREEN, GtkWidget)

/**
 * MusterEditScreen:
 *
 * *Edit Users*: the picked users, the notebook with what shall change, and the bar with
 * Submit. Its actions have the prefix "edit".
 *
 * Signals: `submit` (after Submit was activated and nothing stands in its way).
 */
GtkWidget *muster_edit_screen_new (MusterEdit *edit);

G_END_DECLS
