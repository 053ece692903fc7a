/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No server makes us wait for longer; in seconds. */
#define MUSTER_RETRY_AFTER_MAX 3600

/* Reads `Retry-After` in both its forms, seconds and an HTTP date (RFC 9110 §10.2.3).
 * @server_now: the server's own time, in seconds since 1970, so that a clock that goes
 * wrong does no harm. @now: monotonic, microseconds.
 *
 * Returns: the monotonic time to wait for, or 0 where @text says none. */
gint64 muster_retry_after_parse (const char *text, gint64 server_now, gint64 now);

G_END_DECLS
