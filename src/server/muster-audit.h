/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-record.h"

G_BEGIN_DECLS

/* Adds a row to the audit, in the transaction of the change itself. Values are JSON; a
 * secret is given as %NULL twice. */
gboolean muster_audit_add (const MusterWork   *work,
                           const MusterSchema *schema,
                           const MusterRecord *record,
                           guint               key,
                           const char         *before, /* (nullable) */
                           const char         *after,  /* (nullable) */
                           GError            **error);

G_END_DECLS
