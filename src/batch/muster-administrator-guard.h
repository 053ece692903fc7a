/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-plan.h"
#include "muster-platform.h"

G_BEGIN_DECLS

/* Marks the rows after which no active user would be left with one of the platform's
 * highest administrative roles: those whose permissions no other role exceeds. Asks the
 * platform only where a row disables somebody or takes such a role away.
 *
 * Finish: (transfer full): @plan. */
void        muster_administrator_guard_async (MusterPlatform     *platform,
                                              MusterPlan         *plan,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
MusterPlan *muster_administrator_guard_finish (GAsyncResult *result, GError **error);

G_END_DECLS
