/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-batch-error.h"

G_BEGIN_DECLS

/* The largest list that is read, in bytes. */
#define MUSTER_USER_LIST_MAX_BYTES (64 * 1024 * 1024)

/* Reads a list of users: a CSV whose first line names a column of user names, e-mail
 * addresses or identifiers; without such a line one entry on each line, taken as it
 * stands. Each entry once, in order; empty ones are left out.
 *
 * @name: what the list is called in errors.
 * Returns: (transfer full): %NULL-terminated, never empty; or %NULL with
 * %MUSTER_BATCH_ERROR_LIST. */
char **muster_user_list_parse (GBytes *bytes, const char *name, GError **error);

/* The same from a file. Blocks. */
char **muster_user_list_read_file (const char *path, GError **error);

G_END_DECLS
