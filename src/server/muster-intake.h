/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <libsoup/soup.h>

#include "muster-request.h"
#include "muster-server-error.h"

G_BEGIN_DECLS

/* The largest body of a request, in bytes: ServiceProviderConfig's maxPayloadSize. */
#define MUSTER_INTAKE_MAX_BODY (4 * 1024 * 1024)

/* What all bodies that are read or worked on at one time may hold, in bytes: nobody needs
 * to be signed in to send one. */
#define MUSTER_INTAKE_MAX_BODIES (128 * 1024 * 1024)

/**
 * MusterIntakeRoom:
 *
 * How much of that is taken, on one server. Belongs to its thread.
 */
typedef struct
{
  gsize taken; /* bytes */
} MusterIntakeRoom;

/* Counted: messages may outlast their server. */
MusterIntakeRoom *muster_intake_room_new (void);
MusterIntakeRoom *muster_intake_room_ref (MusterIntakeRoom *self);
void              muster_intake_room_unref (MusterIntakeRoom *self);

/* Takes over the reading of @message's body: keeps it up to the limit, and what is over
 * it is read away without being kept. To be called when the message is new. */
void muster_intake_begin (SoupServerMessage *message, MusterIntakeRoom *room);

/* The request that was read.
 * @only_loopback: a `Host` that is not this machine's own is refused, since only a web
 * page that plays tricks with names would send one.
 *
 * Returns: (transfer full): or %NULL with _TOO_LARGE, _BUSY, _MISDIRECTED or
 * _INVALID_SYNTAX. */
MusterRequest *
muster_intake_finish (SoupServerMessage *message, gboolean only_loopback, GError **error);

G_END_DECLS
