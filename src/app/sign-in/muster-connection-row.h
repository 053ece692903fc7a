/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-connection.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CONNECTION_ROW (muster_connection_row_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterConnectionRow, muster_connection_row, MUSTER, CONNECTION_ROW, GtkWidget)

/**
 * MusterConnectionRow:
 *
 * A connection in the list: what it is called, and where it leads.
 */
GtkWidget *muster_connection_row_new (void);

/* Names the list's row, too, which holds this one. */
void muster_connection_row_set_connection (MusterConnectionRow *self,
                                           MusterConnection    *connection);

G_END_DECLS
