/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/* Brings the database to the newest schema, in one transaction for each version
 * (user_version). Fails, and changes nothing, where it is another program's or was made
 * by a newer Muster. */
gboolean muster_migration_run (MusterDatabase *database, GError **error);

G_END_DECLS
