/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

#define MUSTER_SAMPLE_PASSWORD "muster-sample"
#define MUSTER_SAMPLE_ADMINISTRATOR "admin"

/* Fills an empty database with @n_users users and what they refer to: the same for the
 * same @seed. Marks the database as one that holds sample data. A database that holds
 * that very sample is left as it is; one that holds anything else is refused. */
gboolean
muster_sample_fill (MusterDatabase *database, guint n_users, guint seed, GError **error);

/* Whether the database ever held sample data, whose passwords everybody knows. */
gboolean
muster_sample_is_marked (MusterDatabase *database, gboolean *marked, GError **error);

G_END_DECLS
