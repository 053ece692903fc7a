/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads an address that requests may be sent to: `https`, or `http` to this machine
 * itself, without an account in it. The sentence of the error is for people.
 *
 * Returns: (transfer full): the address, or %NULL with %MUSTER_HTTP_ERROR_BAD_ADDRESS. */
GUri *muster_http_origin_parse (const char *address, GError **error);

/* Whether both have the same scheme, host and port. */
gboolean muster_http_origin_equal (GUri *uri, GUri *other);

/* Whether the host is this machine itself. */
gboolean muster_http_origin_is_loopback (GUri *uri);

/* (transfer full): `host:port` for sentences; a port that goes without saying does. */
char *muster_http_origin_describe (GUri *uri);

G_END_DECLS
