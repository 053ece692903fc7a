/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-operation.h"
#include "muster-scim-dialect.h"

G_BEGIN_DECLS

/* Prints a PATCH body (RFC 7644 §3.5.2) in the one form that the servers we tried all
 * take: one replace without a path for all single values, `add` for what a list lacks,
 * `remove` with a value filter, `remove` with a path for what shall be empty.
 * @operations: of MusterOperation, about fields that the dialect has.
 * @bare: the list of operations alone. */
void muster_scim_patch_print (GPtrArray               *operations,
                              const MusterScimDialect *dialect,
                              gboolean                 bare,
                              GString                 *out);

G_END_DECLS
