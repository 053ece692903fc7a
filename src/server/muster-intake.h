/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <libsoup/soup.h>

#include "muster-request.h"
#include "muster-server-error.h"

G_BEGIN_DECLS

/* The largest body of a request, in bytes: ServiceProviderConfig's maxPayloadSize. */
#define MUSTER_INTAKE_MAX_BODY (4 * 1024 * 1024)

/* Takes over the reading of @message's body: keeps it up to the limit, and what is over
 * it is read away without being kept. To be called when the message is new. */
void muster_intake_begin (SoupServerMessage *message);

/* The request that was read.
 * @only_loopback: a `Host` that is not this machine's own is refused, since only a web
 * page that plays tricks with names would send one.
 *
 * Returns: (transfer full): or %NULL with _TOO_LARGE, _MISDIRECTED or _INVALID_SYNTAX. */
MusterRequest *
muster_intake_finish (SoupServerMessage *message, gboolean only_loopback, GError **error);

G_END_DECLS
