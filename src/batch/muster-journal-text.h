/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-plan-row.h"

G_BEGIN_DECLS

/* Operations and values as the journal keeps them: a line for each, of cells between
 * tabs, with backslash escapes. Readable with SQLite's own shell. */

/* "VERB FIELD [ID [DISPLAY]]": of MusterOperation. */
char *muster_journal_encode_operations (GPtrArray *operations);

/* (transfer container) (nullable): %NULL where the text is not of that form. */
GPtrArray *muster_journal_decode_operations (const char *text);

/* "FIELD [ID [DISPLAY]]": what @user has in @fields; a field without a value stands
 * alone, and one that was not read is not there. */
char *muster_journal_encode_values (MusterUser *user, MusterFields fields);

/* Sets them; %FALSE where the text is not of that form. */
gboolean muster_journal_decode_values (const char *text, MusterUser *user);

/* "OUTCOME NUMBER", those that are not 0. */
char    *muster_journal_encode_counts (const MusterOutcomeCounts *counts);
gboolean muster_journal_decode_counts (const char *text, MusterOutcomeCounts *counts);

G_END_DECLS
