/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-server-options.h"

G_BEGIN_DECLS

/* Opens the store, serves it until SIGTERM or SIGINT, and finishes what is in flight.
 * Prints where it listens as its first line. Blocks.
 *
 * Fails, before it listens, with a sentence for people. */
gboolean muster_service_run (const MusterServerOptions *options, GError **error);

/* Makes the account that `add-administrator` names. Blocks. */
gboolean
muster_service_add_administrator (const MusterServerOptions *options, GError **error);

G_END_DECLS
