/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-schema.h"
#include "muster-scim-filter.h"

G_BEGIN_DECLS

/* Checks that a value filter fits the attribute whose values it picks: names that it has,
 * values of their types. Errors are _INVALID_FILTER. */
gboolean muster_filter_match_check (const MusterSchemaAttribute *attribute,
                                    const MusterScimFilter      *filter,
                                    GError                     **error);

/* Whether a checked value filter picks the value; a simple value is its own "value". */
gboolean muster_filter_match (const MusterSchemaAttribute *attribute,
                              const MusterScimFilter      *filter,
                              JsonNode                    *value);

/* How a text compares, both folded already where case does not count. */
gboolean
muster_filter_match_text (MusterScimOperator op, const char *text, const char *wanted);

G_END_DECLS
