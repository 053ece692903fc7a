/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-projection.h"
#include "muster-user-record.h"

G_BEGIN_DECLS

/* Writes the members that stand in the user's doc, as far as they are to be answered. */
gboolean muster_user_doc_append (const MusterUserRecord *record,
                                 const MusterProjection *projection,
                                 GString                *out,
                                 GError                **error);

G_END_DECLS
