/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-route.h"

G_BEGIN_DECLS

/* Answers a request in one of the store's threads: who asks, whether the body is of a
 * kind that is read, then the route's handler, in a transaction where it writes.
 *
 * Returns: (transfer full): the answer; what goes wrong is one too. */
MusterReply *muster_dispatch_run (MusterDatabase    *database,
                                  MusterRequest     *request,
                                  const MusterRoute *route);

G_END_DECLS
