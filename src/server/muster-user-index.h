/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-user-record.h"

G_BEGIN_DECLS

/* Writes what the store looks users up by: the keys of names, the rows of e-mail
 * addresses, the text that "contains" looks through. All of it is made from the record.
 */
gboolean muster_user_index (const MusterWork *work,
                            MusterUserRecord *record,
                            MusterAttributes  changed,
                            GError          **error);

gboolean muster_user_unindex (const MusterWork       *work,
                              const MusterUserRecord *record,
                              GError                **error);

G_END_DECLS
