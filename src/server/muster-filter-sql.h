/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-resource-type.h"
#include "muster-sql.h"

G_BEGIN_DECLS

/* Adds a filter (RFC 7644 §3.4.2.2) as a condition on the rows of the type's table.
 * References' names outside the caller's scope match nothing. Errors are
 * _INVALID_FILTER and name the attribute. */
gboolean muster_filter_sql_add (MusterSql                *sql,
                                const MusterWork         *work,
                                const MusterResourceType *type,
                                const MusterScimFilter   *filter,
                                GError                  **error);

/* Adds the expression that an attribute sorts by. */
gboolean muster_filter_sql_add_sort (MusterSql                *sql,
                                     const MusterWork         *work,
                                     const MusterResourceType *type,
                                     const char               *path,
                                     GError                  **error);

G_END_DECLS
