/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-submission.h"

G_BEGIN_DECLS

/* Plans @edit, with something that shows that it goes on and can be left, then asks: what
 * will happen to how many; a tick of its own for one's own account and for the last
 * administrator. On Submit the submission is started.
 *
 * Finish: (transfer full): the submission, running; %NULL with %G_IO_ERROR_CANCELLED
 * where it was left. What went wrong stands in the dialog, with a way to try again. */
void              muster_submit_dialog_run_async (GtkWindow          *parent,
                                                  MusterEdit         *edit,
                                                  GCancellable       *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer            user_data);
MusterSubmission *muster_submit_dialog_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
