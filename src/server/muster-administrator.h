/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/* The name of the role that manages all. */
#define MUSTER_SITE_ADMINISTRATOR "Site Administrator"

/* Makes an account that is Site Administrator, and the role where there is none yet, in a
 * transaction of its own. Fails with _UNIQUENESS where the name is taken. */
gboolean muster_administrator_add (MusterDatabase *database,
                                   const char     *user_name,
                                   const char     *password,
                                   GError        **error);

G_END_DECLS
