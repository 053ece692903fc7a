/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Asks a question that is answered by yes or no, on a terminal: anything but yes is no.
 * Finish: %FALSE with %MUSTER_CLI_ERROR_DECLINED for no. */
void     muster_cli_prompt_ask_async (const char         *question,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean muster_cli_prompt_ask_finish (GAsyncResult *result, GError **error);

G_END_DECLS
