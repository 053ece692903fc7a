/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-dialect.h"
#include "muster-scim-json.h"
#include "muster-user.h"

G_BEGIN_DECLS

/* Reads a user resource. Of the fields that a bulk edit can change those in @fields are
 * known afterwards, as empty where the resource lacks them; the others stay unknown, and
 * so does a state that the resource does not tell. Members that are not known are
 * ignored; a wrong type is %MUSTER_PLATFORM_ERROR_BAD_REPLY with its path. */
MusterUser *muster_scim_user_read (JsonObject              *object,
                                   const MusterScimDialect *dialect,
                                   MusterFields             fields,
                                   const MusterScimPlace   *place,
                                   GError                 **error);

G_END_DECLS
