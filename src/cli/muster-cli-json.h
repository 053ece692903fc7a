/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

#include "muster-plan.h"
#include "muster-resource.h"
#include "muster-user.h"

G_BEGIN_DECLS

/* (transfer full): @builder's root as text with a line end; empties @builder. */
char *muster_cli_json_print (JsonBuilder *builder);

void muster_cli_json_add_user (JsonBuilder *builder, MusterUser *user);
void muster_cli_json_add_resource (JsonBuilder *builder, MusterResource *resource);

/* Into an object that is open: `selected`, how many there are in all. */
void
muster_cli_json_add_selected (JsonBuilder *builder, const MusterOutcomeCounts *counts);

/* Into an object that is open: a member for each outcome. Rows that are
 * not decided yet count as *changed* with @foretold, as *notSent* without. */
void muster_cli_json_add_counts (JsonBuilder               *builder,
                                 const MusterOutcomeCounts *counts,
                                 gboolean                   foretold);

/* Into an object that is open: `users`, an array with an object for each row. */
void muster_cli_json_add_rows (JsonBuilder *builder, MusterPlan *plan, gboolean foretold);

/* (transfer full) (nullable): @time, in microseconds since 1970, as ISO 8601 in UTC;
 * %NULL for 0. */
char *muster_cli_json_format_time (gint64 time);

G_END_DECLS
