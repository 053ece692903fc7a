/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-cli-session.h"

G_BEGIN_DECLS

/* The entries of --user or --users-from. Blocks.
 * Returns: (transfer full): %NULL-terminated; %NULL without error where a filter picks.
 */
char **
muster_cli_selection_read_entries (const MusterCliOptions *options, GError **error);

/* Finds the users that the options pick, with @fields read. @entries: %NULL for a filter.
 * Finish: (transfer container): of MusterUser; an error names every entry that fits
 * nobody or several. */
void       muster_cli_selection_pick_async (MusterCliSession   *session,
                                            const char *const  *entries,
                                            MusterFields        fields,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
GPtrArray *muster_cli_selection_pick_finish (GAsyncResult *result, GError **error);

/* (transfer full): how the users are picked, for the journal. */
char *muster_cli_selection_describe (const MusterCliOptions *options);

G_END_DECLS
