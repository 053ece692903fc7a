/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-session.h"

G_BEGIN_DECLS

/* Opens *Choose User*, modal over @parent: search, tick several, OK. @already: (nullable)
 * of MusterUser, who are picked already and shown so.
 *
 * Finish: (transfer container): of MusterUser, those chosen with every field read; %NULL
 * with %G_IO_ERROR_CANCELLED where it was left without OK. */
void       muster_user_chooser_choose_async (GtkWindow          *parent,
                                             MusterSession      *session,
                                             GListModel         *already,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
GPtrArray *muster_user_chooser_choose_finish (GAsyncResult *result, GError **error);

/* Opens the same dialog to choose one account executive.
 * Finish: (transfer full); as above. */
void muster_account_executive_chooser_choose_async (GtkWindow          *parent,
                                                    MusterSession      *session,
                                                    GCancellable       *cancellable,
                                                    GAsyncReadyCallback callback,
                                                    gpointer            user_data);
MusterReference *
muster_account_executive_chooser_choose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
