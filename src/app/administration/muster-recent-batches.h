/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-session.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_RECENT_BATCHES (muster_recent_batches_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterRecentBatches, muster_recent_batches, MUSTER, RECENT_BATCHES, GtkWidget)

/**
 * MusterRecentBatches:
 *
 * The tile *Recent Bulk Edits*: what this person changed of late on this computer, and
 * what came of it.
 */

/* Reads the journal of @session, now and each time it is called. */
void muster_recent_batches_refresh (MusterRecentBatches *self, MusterSession *session);

G_END_DECLS
