/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text on one line, with nothing in it that a terminal would obey or
 * that would turn the order of what stands beside it: controls, line ends and bidi
 * controls become \uXXXX, bytes that are no UTF-8 the replacement character. */
char *muster_cli_text_escape (const char *text);

/* How many columns of a terminal @text takes. */
guint muster_cli_text_measure (const char *text);

/* (transfer full): as much of @text as fits into @width columns, ended by an ellipsis
 * where something was left off. */
char *muster_cli_text_cut (const char *text, guint width);

G_END_DECLS
