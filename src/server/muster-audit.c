/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-audit.h"

gboolean
muster_audit_add (const MusterWork   *work,
                  const MusterSchema *schema,
                  const MusterRecord *record,
                  guint               key,
                  const char         *before,
                  const char         *after,
                  GError            **error)
{
  g_autofree char *field
    = muster_schema_dup_path (schema, muster_schema_find_key (schema, key), NULL);
  sqlite3_stmt *statement;

  statement = muster_database_prepare (work->database,
                                       "INSERT INTO audit (at, actor, request, "
                                       "resource_type, resource, field, before, after) "
                                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                       error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, work->now);
  muster_record_bind_text (statement, 2, work->caller->id);
  muster_record_bind_text (statement, 3, work->request_id);
  muster_record_bind_text (statement, 4, schema->name);
  muster_record_bind_text (statement, 5, record->id);
  muster_record_bind_text (statement, 6, field);
  muster_record_bind_text (statement, 7, before);
  muster_record_bind_text (statement, 8, after);
  return muster_database_run (work->database, statement, error);
}
