/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_EMPTY_STATE (muster_empty_state_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterEmptyState, muster_empty_state, MUSTER, EMPTY_STATE, GtkWidget)

/**
 * MusterEmptyState:
 *
 * What stands in the place of a list that has nothing to show: an icon in a circle, a
 * heading, a sentence, and buttons as children.
 *
 * Properties: `icon-name`, `title`, `text`, `loading` (gboolean: a spinner in the place
 * of the icon).
 */
GtkWidget *muster_empty_state_new (void);

G_END_DECLS
