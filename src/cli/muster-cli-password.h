/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first line of a file. @open_to_others: whether others may read the file.
 *
 * Returns: (transfer full): to be given back to muster_cli_password_free(); or %NULL with
 * %MUSTER_CLI_ERROR_PASSWORD. */
char *
muster_cli_password_read (const char *path, gboolean *open_to_others, GError **error);

/* Wipes and frees. (nullable) */
void muster_cli_password_free (char *password);

G_END_DECLS
