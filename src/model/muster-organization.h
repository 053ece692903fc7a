/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-resource.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ORGANIZATION (muster_organization_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterOrganization, muster_organization, MUSTER, ORGANIZATION, MusterResource)

MusterOrganization *
muster_organization_new (const char *id, const char *display_name, const char *parent_id);
const char *muster_organization_get_parent_id (MusterOrganization *self);

G_END_DECLS
