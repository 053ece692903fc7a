/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterHttpError:
 *
 * How a request ended that did not end well, named by what can be done about it. The
 * error keeps what was answered, so that the caller can read the server's own sentence.
 *
 * @MUSTER_HTTP_ERROR_SIGN_IN: 401, after one try to sign in anew
 * @MUSTER_HTTP_ERROR_PERMISSION: 403
 * @MUSTER_HTTP_ERROR_NOT_FOUND: 404, 410
 * @MUSTER_HTTP_ERROR_CONFLICT: 409, 412
 * @MUSTER_HTTP_ERROR_THROTTLED: 429, 503: not read; may be sent again later
 * @MUSTER_HTTP_ERROR_BAD_REQUEST: every other 4xx, and 501
 * @MUSTER_HTTP_ERROR_TOO_LARGE: 413, 414, 431
 * @MUSTER_HTTP_ERROR_SERVER: every other 5xx, and 408; a write may have taken effect
 * @MUSTER_HTTP_ERROR_BAD_REPLY: no answer that can be used: too big, or a redirect that
 *   is not followed; a write may have taken effect
 * @MUSTER_HTTP_ERROR_UNREACHABLE: no connection; nothing was sent
 * @MUSTER_HTTP_ERROR_LOST: broke before the answer was whole; a write may have taken
 *   effect
 * @MUSTER_HTTP_ERROR_BAD_ADDRESS: an address that requests are not sent to
 */
typedef enum
{
  MUSTER_HTTP_ERROR_SIGN_IN,
  MUSTER_HTTP_ERROR_PERMISSION,
  MUSTER_HTTP_ERROR_NOT_FOUND,
  MUSTER_HTTP_ERROR_CONFLICT,
  MUSTER_HTTP_ERROR_THROTTLED,
  MUSTER_HTTP_ERROR_BAD_REQUEST,
  MUSTER_HTTP_ERROR_TOO_LARGE,
  MUSTER_HTTP_ERROR_SERVER,
  MUSTER_HTTP_ERROR_BAD_REPLY,
  MUSTER_HTTP_ERROR_UNREACHABLE,
  MUSTER_HTTP_ERROR_LOST,
  MUSTER_HTTP_ERROR_BAD_ADDRESS,
} MusterHttpError;

#define MUSTER_HTTP_ERROR (muster_http_error_quark ())

GQuark muster_http_error_quark (void);

/* The remedy for an HTTP status that is no success. */
MusterHttpError muster_http_error_from_status (guint status);

/* 0 where no whole answer came. */
guint muster_http_error_get_status (const GError *error);

/* (transfer none) (nullable): the answer's body and its media type, in lower case and
 * without parameters. */
GBytes     *muster_http_error_get_body (const GError *error);
const char *muster_http_error_get_content_type (const GError *error);

/* (nullable): what a 401 asks for, `WWW-Authenticate` as it came. */
const char *muster_http_error_get_challenge (const GError *error);

/* Monotonic time, in microseconds, before which the server wants no new request; 0
 * where it did not say. */
gint64 muster_http_error_get_retry_at (const GError *error);

G_END_DECLS
