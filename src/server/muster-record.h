/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-schema.h"
#include "muster-work.h"

G_BEGIN_DECLS

/**
 * MusterRecord:
 *
 * What rows of all resource types have; the records of each begin with one.
 */
typedef struct
{
  gint64 row;         /* 0: not stored yet */
  char  *id;          /* (owned) */
  char  *external_id; /* (owned) (nullable) */
  gint64 created;     /* microseconds since 1970, UTC */
  gint64 modified;    /* microseconds since 1970, UTC */
  gint64 version;
} MusterRecord;

void muster_record_clear (MusterRecord *self);
void muster_record_copy (const MusterRecord *self, MusterRecord *copy);

/* Gives a new resource its id and its times. */
void muster_record_begin (MusterRecord *self, gint64 now);

/* Reads the first columns of a statement: row, id, external_id, created, modified,
 * version. */
#define MUSTER_RECORD_COLUMNS(table)                                                     \
  table ".row, " table ".id, " table ".external_id, " table ".created, " table           \
        ".modified, " table ".version"
#define MUSTER_RECORD_N_COLUMNS 6
void muster_record_read_columns (MusterRecord *self, sqlite3_stmt *statement);

/* W/"N". Returns: (transfer full). */
char *muster_record_dup_etag (const MusterRecord *self);

/* BASE/scim/v2/Users/ID. */
void muster_record_append_location (const MusterWork *work,
                                    const char       *endpoint,
                                    const char       *id,
                                    GString          *out);

/* The resource's meta, an object. */
void muster_record_append_meta (const MusterWork   *work,
                                const MusterSchema *schema,
                                const MusterRecord *self,
                                guint32             subs,
                                GString            *out);

/* Text of a column. Returns: (transfer full) (nullable). */
char *muster_record_dup_column (sqlite3_stmt *statement, int column);

/* Binds text, or NULL, which must live until the statement is reset. */
void muster_record_bind_text (sqlite3_stmt *statement, int parameter, const char *text);

G_END_DECLS
