/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterSql:
 *
 * SQL that is put together, whose values are parameters always. The first parameter is
 * the caller's row.
 */
typedef struct
{
  GString   *text;   /* (owned) */
  GPtrArray *values; /* (owned): GVariant, of ?2 and on; NULL is SQL's */
} MusterSql;

void muster_sql_init (MusterSql *self);
void muster_sql_clear (MusterSql *self);
void muster_sql_add (MusterSql *self, const char *text);

/* Adds a parameter and its value. */
void muster_sql_add_text (MusterSql *self, const char *value); /* (nullable) */
void muster_sql_add_number (MusterSql *self, gint64 value);
void muster_sql_add_value (MusterSql *self, GVariant *value); /* bytestring or number */

/* Prepares the text and binds all. Returns: (transfer full): for sqlite3_finalize(); the
 * values must live as long. */
sqlite3_stmt *muster_sql_prepare (const MusterSql *self,
                                  MusterDatabase  *database,
                                  gint64           caller,
                                  GError         **error);

G_END_DECLS
