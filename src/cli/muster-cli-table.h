/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterCliTable:
 *
 * Rows of text under headings, for people in columns and for programs as CSV.
 */
typedef struct _MusterCliTable MusterCliTable;

/* @headings: %NULL-terminated. */
MusterCliTable *muster_cli_table_new (const char *const *headings);
void            muster_cli_table_free (MusterCliTable *self);

/* @cells: as many as there are headings; %NULL is empty. Copied. */
void  muster_cli_table_add_row (MusterCliTable *self, const char *const *cells);
guint muster_cli_table_get_n_rows (MusterCliTable *self);

/* (transfer full): aligned by what the characters take on a terminal, escaped; with
 * @width not 0 the widest columns are cut until a row fits in it. */
char *muster_cli_table_print (MusterCliTable *self, guint width);

/* (transfer full): RFC 4180 with lines ended by LF, exactly what the cells hold. */
char *muster_cli_table_print_csv (MusterCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCliTable, muster_cli_table_free)

G_END_DECLS
