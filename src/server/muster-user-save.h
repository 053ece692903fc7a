/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-user-record.h"

G_BEGIN_DECLS

/* Stores the user as @after has it, where @before is what the store has, or %NULL for a
 * new one: rights, columns, links, search text, sessions that end, audit, version. What
 * did not change moves nothing. */
gboolean muster_user_save (MusterWork       *work,
                           MusterUserRecord *before, /* (nullable) */
                           MusterUserRecord *after,
                           GError          **error);

/* Removes the user for good; whom this user looked after has nobody then. */
gboolean muster_user_remove (MusterWork *work, MusterUserRecord *record, GError **error);

G_END_DECLS
