/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cells of the list of outcomes, for the factories of its template. */
void muster_outcome_columns_bind_callbacks (GtkWidgetClass *widget_class);

G_END_DECLS
