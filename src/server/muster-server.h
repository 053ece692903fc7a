/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-connections.h"
#include "muster-fault.h"
#include "muster-route.h"
#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterServer:
 *
 * Serves a store over HTTP. Belongs to the thread, and the thread-default main context,
 * that made it; requests are worked on in the store's threads.
 */
typedef struct _MusterServer MusterServer;

/* What @limits is unless a test wants other ones. */
extern const MusterConnectionLimits muster_server_limits;

/* @store and @faults must outlive the server; @faults may be %NULL. */
MusterServer *muster_server_new (MusterStore                  *store,
                                 const MusterConnectionLimits *limits,
                                 MusterFaults                 *faults);
void          muster_server_free (MusterServer *self);

/* A table of routes beyond none: see muster-route.h. Before muster_server_listen(). */
void muster_server_add_routes (MusterServer *self, const MusterRoute *routes);

/* @certificate: (nullable): without one only loopback addresses are taken. */
gboolean muster_server_listen (MusterServer    *self,
                               const char      *address,
                               GTlsCertificate *certificate,
                               GError         **error);

/* (transfer full): `http://127.0.0.1:40123`, without a path. */
char *muster_server_get_url (MusterServer *self);

/* Refuses new requests, and calls back when what is in flight is answered, after
 * @timeout_ms at the latest. */
void muster_server_stop (MusterServer   *self,
                         guint           timeout_ms,
                         GSourceOnceFunc stopped,
                         gpointer        user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterServer, muster_server_free)

G_END_DECLS
