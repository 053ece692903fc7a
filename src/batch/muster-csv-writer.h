/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a row of RFC 4180, CR LF included. @cells: %NULL-terminated; each UTF-8. A cell
 * that a spreadsheet would run as a formula gets an apostrophe in front, which our own
 * reader of lists takes off again. */
void muster_csv_append_row (GString *out, const char *const *cells);

G_END_DECLS
