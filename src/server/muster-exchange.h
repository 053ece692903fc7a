/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <libsoup/soup.h>

#include "muster-connections.h"
#include "muster-fault.h"
#include "muster-router.h"
#include "muster-sign-in.h"
#include "muster-store.h"

G_BEGIN_DECLS

/* What an exchange works with; none of it is owned. */
typedef struct
{
  MusterStore       *store;
  MusterSignIn      *sign_in;
  MusterRouter      *router;
  MusterConnections *connections;
  MusterFaults      *faults; /* (nullable) */
  gboolean           only_loopback;
  gboolean           stopping; /* each answer closes its connection */
  guint              n_running;
  GSourceOnceFunc    idle; /* (nullable): called when none runs any more */
  gpointer           idle_data;
} MusterExchangeParts;

/* Answers a request that was read whole. */
void muster_exchange_begin (MusterExchangeParts *parts, SoupServerMessage *message);

G_END_DECLS
