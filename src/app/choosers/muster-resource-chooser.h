/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-session.h"

G_BEGIN_DECLS

/* Opens *Choose Company*, *Choose Organization* or *Choose User Role*, modal over
 * @parent. @multiple: several may be ticked. @chosen: (nullable) of MusterReference,
 * ticked from the start.
 *
 * Finish: (transfer container): of MusterResource, at least one; %NULL with
 * %G_IO_ERROR_CANCELLED where it was left without OK. */
void       muster_resource_chooser_choose_async (GtkWindow          *parent,
                                                 MusterSession      *session,
                                                 MusterResourceKind  kind,
                                                 gboolean            multiple,
                                                 GPtrArray          *chosen,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
GPtrArray *muster_resource_chooser_choose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
