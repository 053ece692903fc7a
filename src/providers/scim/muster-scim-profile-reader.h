/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-json.h"
#include "muster-user.h"

G_BEGIN_DECLS

/* Reads what a person knows a user by: names, e-mail address, job title, telephones,
 * address. What the resource lacks stays unset. */
gboolean muster_scim_profile_read (JsonObject            *object,
                                   MusterUser            *user,
                                   const MusterScimPlace *place,
                                   GError               **error);

G_END_DECLS
