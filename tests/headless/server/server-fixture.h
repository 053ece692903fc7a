/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-server.h"

G_BEGIN_DECLS

/**
 * ServerFixture:
 *
 * A server in a thread of its own, on a free port, with a store in memory that holds a
 * few sample users.
 */
typedef struct _ServerFixture ServerFixture;

ServerFixture *server_fixture_new (const MusterRoute *const     *tables,
                                   const MusterConnectionLimits *limits,
                                   const char                   *fault);
void           server_fixture_free (ServerFixture *self);
guint16        server_fixture_get_port (ServerFixture *self);

/* Sends bytes as they are over a connection of its own and reads until the server closes
 * it or @timeout_ms have gone. Returns: (transfer full): what came, maybe "". */
char *server_fixture_talk (ServerFixture *self,
                           const char    *bytes,
                           gssize         length,
                           guint          timeout_ms);

GSocketConnection *server_fixture_connect (ServerFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ServerFixture, server_fixture_free)

G_END_DECLS
