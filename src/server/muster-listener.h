/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Lets @server take connections at @address (`127.0.0.1:8080`, `[::1]:0`), with TLS where
 * it has a certificate. Fails with %G_IO_ERROR; the sentence says what is wrong with the
 * address and what to do.
 *
 * Returns: (transfer full): where it listens, with the real port: `127.0.0.1:40123`. */
char *muster_listener_open (SoupServer *server, const char *address, GError **error);

/* Whether @address is one of this machine's own, which no other machine reaches. */
gboolean muster_listener_is_loopback (const char *address, GError **error);

G_END_DECLS
