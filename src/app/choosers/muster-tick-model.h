/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-choice.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_TICK_MODEL (muster_tick_model_get_type ())

G_DECLARE_FINAL_TYPE (MusterTickModel, muster_tick_model, MUSTER, TICK_MODEL, GObject)

/**
 * MusterTickModel:
 *
 * A list as a #GtkSelectionModel whose selection is what is ticked in a #MusterChoice, so
 * that rows look, and are read, as selected. Where several may be ticked, what moves a
 * cursor ticks nothing: only Space, a click with Ctrl, and a span with Shift do.
 */
MusterTickModel *muster_tick_model_new (MusterChoice *choice);

/* @list: (nullable): what is shown from now on; a long one in some steps. */
void muster_tick_model_set_list (MusterTickModel *self, GListModel *list);

/* Whether some of the list is still to be shown. */
gboolean muster_tick_model_is_stepping (MusterTickModel *self);

/* (transfer none) (nullable): the whole of it, whatever is shown by now. */
GListModel *muster_tick_model_get_list (MusterTickModel *self);

G_END_DECLS
