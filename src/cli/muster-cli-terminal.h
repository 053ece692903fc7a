/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a person can be asked: standard input and standard error are a terminal. */
gboolean muster_cli_terminal_can_ask (void);

/* Whether progress may be shown: standard error is a terminal. */
gboolean muster_cli_terminal_shows_progress (void);

/* The columns of standard output; 0 where it is no terminal. */
guint muster_cli_terminal_get_width (void);

/* Writes to standard output, all of it or fails with %MUSTER_CLI_ERROR_OUTPUT. */
gboolean muster_cli_terminal_print (const char *text, GError **error);

/* A line on standard error, behind the program's name, escaped. */
void muster_cli_terminal_complain (const char *sentence);

G_END_DECLS
