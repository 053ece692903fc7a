/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-platform.h"

G_BEGIN_DECLS

/* Reads users anew, names and all, several calls at once. @users: of MusterUser.
 *
 * Finish: (transfer container): of MusterUser, in the same order; in the place of one
 * whom the platform does not have any more stands the user as it was given. */
void       muster_user_refresher_refresh_async (MusterPlatform     *platform,
                                                GPtrArray          *users,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
GPtrArray *muster_user_refresher_refresh_finish (GAsyncResult *result, GError **error);

G_END_DECLS
