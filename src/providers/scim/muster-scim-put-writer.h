/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-dialect.h"

G_BEGIN_DECLS

/* Prints the body of a PUT (RFC 7644 §3.5.1): @user, a user as it was read, of which
 * everything that @operations (of MusterOperation) do not name stays to the letter. Left
 * out is what the provider alone writes: `meta`, `groups`. For providers that are no
 * muster-platform.
 * @user: JSON that was checked, and is an object. */
void muster_scim_put_print (const char              *user,
                            gsize                    length,
                            GPtrArray               *operations,
                            const MusterScimDialect *dialect,
                            GString                 *out);

G_END_DECLS
