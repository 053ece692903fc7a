/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-user-record.h"

G_BEGIN_DECLS

/* Writes the columns of the changed attributes, the version and the time in one UPDATE,
 * which is prepared once for all users of a request whose changes are alike. A column
 * that is not named costs no index. */
gboolean muster_user_update_columns (MusterWork             *work,
                                     const MusterUserRecord *record,
                                     MusterAttributes        changed,
                                     GError                **error);

G_END_DECLS
