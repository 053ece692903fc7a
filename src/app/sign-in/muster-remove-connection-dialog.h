/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-connection.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_REMOVE_CONNECTION_DIALOG (muster_remove_connection_dialog_get_type ())

G_DECLARE_FINAL_TYPE (MusterRemoveConnectionDialog,
                      muster_remove_connection_dialog,
                      MUSTER,
                      REMOVE_CONNECTION_DIALOG,
                      GtkDialog)

/* Asks before a connection is forgotten: %GTK_RESPONSE_OK is yes. Whoever makes it
 * destroys it. */
GtkWidget *
muster_remove_connection_dialog_new (GtkWindow *parent, MusterConnection *connection);

G_END_DECLS
