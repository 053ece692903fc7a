/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-journal.h"

G_BEGIN_DECLS

/* Writes the report of @batch, by the journal's own account, as the ending of the name
 * says. Builds and writes it in a thread. */
void     muster_report_export_async (MusterJournal      *journal,
                                     const char         *batch,
                                     GFile              *file,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean muster_report_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
