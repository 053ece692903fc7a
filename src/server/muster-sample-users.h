/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-sample-directory.h"

G_BEGIN_DECLS

/* Writes @n_users users, the first of them the Site Administrator. */
gboolean muster_sample_users_fill (MusterDatabase              *database,
                                   const MusterSampleDirectory *directory,
                                   GRand                       *random,
                                   guint                        n_users,
                                   gint64                       created,
                                   GError                     **error);

G_END_DECLS
