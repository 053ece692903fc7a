/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-connection-store.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CONNECTION_LIST (muster_connection_list_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterConnectionList, muster_connection_list, MUSTER, CONNECTION_LIST, GtkWidget)

/**
 * MusterConnectionList:
 *
 * *Try Muster* and the saved connections, one of which at most is picked.
 *
 * Signals: `picked` (MusterConnection), when somebody picks one; `activated`, when
 * somebody wants to go on with the one that is picked.
 */

/* Once, before it is shown. */
void muster_connection_list_set_store (MusterConnectionList  *self,
                                       MusterConnectionStore *store);

/* (transfer none): the first one, which is always there. */
MusterConnection *muster_connection_list_get_sample (MusterConnectionList *self);

/* Picks the connection of that identifier, or (%NULL, or none such) none, without
 * `picked`. */
void muster_connection_list_pick (MusterConnectionList *self, const char *id);

G_END_DECLS
