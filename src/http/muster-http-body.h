/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-http-watch.h"

G_BEGIN_DECLS

/* Reads @stream to its end, in parts, and closes it. What is longer than @limit bytes is
 * never held: reading stops there, with %G_IO_ERROR_MESSAGE_TOO_LARGE. @watch: is told of
 * each part, cancels, and must outlive the reading. */
void    muster_http_body_read_async (GInputStream       *stream,
                                     gsize               limit,
                                     MusterHttpWatch    *watch,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
GBytes *muster_http_body_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
