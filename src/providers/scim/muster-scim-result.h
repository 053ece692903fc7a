/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-fault.h"
#include "muster-write.h"

G_BEGIN_DECLS

/* (transfer full): what a status says of @write. @status: 0 where none could be read. */
MusterWriteResult *muster_scim_result_new (guint                  status,
                                           const MusterScimFault *fault,
                                           const char            *version,
                                           const MusterWrite     *write);

/* (transfer full) (nullable): what the failure of a whole request says of the only user
 * in it; %NULL where it says nothing of that user. */
MusterWriteResult *
muster_scim_result_new_for_error (const GError *error, const MusterWrite *write);

G_END_DECLS
