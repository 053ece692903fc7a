/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-resource.h"
#include "muster-scim-json.h"

G_BEGIN_DECLS

/* /Roles, /Organizations, /Companies */
const char *muster_scim_resource_get_endpoint (MusterResourceKind kind);

/* Reads a role, an organization or a company. Where it has no display name its identifier
 * stands in. */
MusterResource *muster_scim_resource_read (JsonObject            *object,
                                           MusterResourceKind     kind,
                                           const MusterScimPlace *place,
                                           GError               **error);

G_END_DECLS
