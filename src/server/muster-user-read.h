/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-user-record.h"

G_BEGIN_DECLS

/* Takes @attributes of a resource in the form that muster_schema_read_resource() and
 * muster_patch_apply() leave; what the resource has not is unassigned, but for `active`
 * and `password`, which stay. References must lead to what is in the caller's scope, or
 * be those that @record has already. The record's links must be loaded. */
gboolean muster_user_read (const MusterWork *work,
                           MusterUserRecord *record,
                           JsonObject       *resource,
                           MusterAttributes  attributes,
                           GError          **error);

G_END_DECLS
