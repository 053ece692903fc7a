/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-resource.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ROLE (muster_role_get_type ())

G_DECLARE_FINAL_TYPE (MusterRole, muster_role, MUSTER, ROLE, MusterResource)

MusterRole        *muster_role_new (const char        *id,
                                    const char        *display_name,
                                    gboolean           administrative,
                                    const char *const *permissions);
gboolean           muster_role_is_administrative (MusterRole *self);
const char *const *muster_role_get_permissions (MusterRole *self);

G_END_DECLS
