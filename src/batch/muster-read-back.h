/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-platform.h"

G_BEGIN_DECLS

/* Reads users as they are now, in as many calls as the platform wants, and tries again
 * where it fails for a while. @ids: %NULL-terminated.
 * Finish: (transfer container): identifier → MusterUser; who is not there is not in it.
 */
void        muster_read_back_async (MusterPlatform     *platform,
                                    char              **ids,
                                    MusterFields        fields,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
GHashTable *muster_read_back_finish (GAsyncResult *result, GError **error);

G_END_DECLS
