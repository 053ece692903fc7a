/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-batch-error.h"
#include "muster-operation.h"
#include "muster-platform.h"

G_BEGIN_DECLS

/* What a person names, as the platform knows it: a role, an organization, a company or a
 * user, by which field it is for; by display name (a user by user name or e-mail address)
 * or by identifier. A name that fits several things or none is %MUSTER_BATCH_ERROR_NAME,
 * and the message lists what it could mean. A time zone must be one that this machine
 * knows; a flagged field one of the twelve.
 *
 * Finish: (transfer full). */
void muster_name_resolver_resolve_async (MusterPlatform     *platform,
                                         MusterField         field,
                                         const char         *name,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
MusterReference *
muster_name_resolver_resolve_finish (GAsyncResult *result, GError **error);

/* For the fields whose values need no platform: time zones, flags. Sets no error and
 * answers %NULL for the others. Returns: (transfer full) (nullable). */
MusterReference *
muster_name_resolver_resolve_local (MusterField field, const char *name, GError **error);

G_END_DECLS
