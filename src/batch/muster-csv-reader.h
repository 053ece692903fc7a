/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterCsvReader:
 *
 * Reads RFC 4180 text row by row, lines ended by CR LF or LF.
 */
typedef struct
{
  const char *at; /* UTF-8 */
  const char *end;
  char        separator;
  const char *unclosed; /* (nullable): a quotation mark that has no end */
} MusterCsvReader;

/* @text must outlive the reader. The separator is the one of comma, semicolon and tab
 * that the first line has most of. */
void muster_csv_reader_init (MusterCsvReader *self, const char *text, gsize length);

/* Returns: (transfer full) (nullable): the next row's cells; %NULL at the end. */
GPtrArray *muster_csv_reader_read_row (MusterCsvReader *self);

G_END_DECLS
