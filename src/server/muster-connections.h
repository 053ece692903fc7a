/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Times in milliseconds. */
typedef struct
{
  guint max_connections;
  guint idle_ms;    /* until the head of a request is whole */
  guint request_ms; /* from there until its body is */
  guint reply_ms;   /* until the answer is taken */
} MusterConnectionLimits;

typedef enum
{
  MUSTER_CONNECTION_WAITING, /* for a request, or for the rest of its head */
  MUSTER_CONNECTION_READING, /* its body */
  MUSTER_CONNECTION_WORKING, /* on the answer: no limit but the work's own */
  MUSTER_CONNECTION_REPLYING,
} MusterConnectionState;

/**
 * MusterConnections:
 *
 * The connections that are open, and how long each may stay in its state. libsoup has no
 * such limits of its own, but for the size of a request's head.
 */
typedef struct _MusterConnections MusterConnections;

MusterConnections *muster_connections_new (const MusterConnectionLimits *limits);
void               muster_connections_free (MusterConnections *self);

/* @socket is in that state from now on; one that is new is watched until it is gone. When
 * there are too many, the one that has waited the longest without a request gives way, or
 * the new one itself where all others are at work. */
void muster_connections_enter (MusterConnections    *self,
                               GSocket              *socket,
                               MusterConnectionState state);

/* Ends a connection in the way the network does: what is read or written there fails. */
void muster_connections_break (MusterConnections *self, GSocket *socket);

guint muster_connections_get_n_open (MusterConnections *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterConnections, muster_connections_free)

G_END_DECLS
