/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-schema.h"

G_BEGIN_DECLS

/* Where an attribute stands in the store, and how it is compared there. */
typedef enum
{
  MUSTER_COLUMN_EXACT,     /* text, as it is */
  MUSTER_COLUMN_KEY,       /* text, folded already */
  MUSTER_COLUMN_NO_CASE,   /* text, whose column compares without case */
  MUSTER_COLUMN_BOOLEAN,   /* 0 or 1 */
  MUSTER_COLUMN_TIME,      /* microseconds */
  MUSTER_COLUMN_REFERENCE, /* a row of another table */
  MUSTER_COLUMN_LINK,      /* several, by a table of links */
  MUSTER_COLUMN_BITS,      /* names of a list, a bit each */
  MUSTER_COLUMN_TEXTS,     /* a constant JSON array of texts */
  MUSTER_COLUMN_EMAIL,     /* the folded addresses of user_email */
  MUSTER_COLUMN_REFUSED,   /* cannot be filtered */
} MusterColumnKind;

/**
 * MusterFilterColumn:
 *
 * A line of the table by which filters and sorting find attributes. Those of a user that
 * are in no line stand in the doc.
 */
typedef struct
{
  guint            key;
  const char      *sub; /* (nullable): one sub-attribute only */
  MusterColumnKind kind;
  const char      *sql;    /* the column; of a LINK the column of the link */
  const char      *table;  /* (nullable): what a REFERENCE or LINK leads to */
  const char      *name;   /* (nullable): its folded name, of the alias e */
  const char      *scope;  /* (nullable): SQL of e where its name is in scope of ?1 */
  const char      *link;   /* (nullable): the table of a LINK */
  const char      *search; /* (nullable): the column of user_text */
  const char *(*get_name) (guint bit); /* (nullable): of BITS; NULL behind the last */
} MusterFilterColumn;

G_END_DECLS
