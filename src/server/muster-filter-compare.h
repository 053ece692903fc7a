/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-schema.h"
#include "muster-scim-filter.h"
#include "muster-sql.h"

G_BEGIN_DECLS

/* How the texts of an expression compare. */
typedef enum
{
  MUSTER_COMPARISON_EXACT,   /* as they are */
  MUSTER_COMPARISON_KEY,     /* the expression is folded, the value is not yet */
  MUSTER_COMPARISON_FOLD,    /* neither is */
  MUSTER_COMPARISON_NO_CASE, /* the column compares without case */
  MUSTER_COMPARISON_BOOLEAN,
  MUSTER_COMPARISON_TIME,
} MusterComparison;

/**
 * MusterTerm:
 *
 * A comparison, or that an attribute is present. Several values, of `eq` alone, are those
 * of terms that were or-ed.
 */
typedef struct
{
  const MusterScimFilter *filter; /* (not owned): PRESENT or COMPARE */
  GPtrArray              *texts;  /* (owned) (nullable): several values, not owned */
} MusterTerm;

/* Adds a condition on a single value. @name is what messages call it. */
gboolean muster_filter_compare (MusterSql        *sql,
                                const char       *expression,
                                MusterComparison  comparison,
                                const MusterTerm *term,
                                const char       *name,
                                GError          **error);

/* Whether the term asks that there is a value (1), that there is none (-1), or neither
 * (0): `pr`, and comparisons to null. */
int muster_filter_asks_presence (const MusterTerm *term);

/* Adds what narrows a search by the trigrams of user_text before the texts themselves are
 * compared, if the term is one that they can answer; else nothing. */
void
muster_filter_add_search (MusterSql *sql, const char *column, const MusterTerm *term);

/* Whether the term compares to a string, else _INVALID_FILTER. */
gboolean
muster_filter_check_string (const MusterTerm *term, const char *name, GError **error);

G_END_DECLS
