/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-resource-type.h"
#include "muster-schema-directory.h"

G_BEGIN_DECLS

/**
 * MusterDirectoryRecord:
 *
 * A role, an organization or a company as the store has it.
 */
typedef struct
{
  MusterRecord              base;
  const MusterResourceType *type; /* (not owned) */
  char                     *name; /* (owned) */
  gboolean                  administrative;
  MusterPermissions         permissions;
  gint64                    parent; /* row; 0: none */
} MusterDirectoryRecord;

MusterRecord *
muster_directory_record_new (const MusterResourceType *type, const MusterWork *work);
MusterRecord *muster_directory_record_copy (const MusterRecord *record);
void          muster_directory_record_free (MusterRecord *record);

/* Outside the caller's scope there is none: %NULL with _NOT_FOUND. */
MusterRecord *muster_directory_record_load (const MusterResourceType *type,
                                            const MusterWork         *work,
                                            const char               *id,
                                            MusterAttributes          attributes,
                                            GError                  **error);
MusterRecord *muster_directory_record_read_row (const MusterResourceType *type,
                                                sqlite3_stmt             *statement);

gboolean muster_directory_record_append (const MusterWork       *work,
                                         MusterRecord           *record,
                                         const MusterProjection *projection,
                                         GString                *out,
                                         GError                **error);
gboolean muster_directory_record_append_value (
  const MusterWork *work, MusterRecord *record, guint key, GString *out, GError **error);

/* As muster_user_read() does for users. */
gboolean muster_directory_record_read (const MusterWork *work,
                                       MusterRecord     *record,
                                       JsonObject       *resource,
                                       MusterAttributes  attributes,
                                       GError          **error);

/* As muster_user_save() and muster_user_remove() do for users. */
gboolean muster_directory_record_save (MusterWork   *work,
                                       MusterRecord *before,
                                       MusterRecord *after,
                                       GError      **error);
gboolean
muster_directory_record_remove (MusterWork *work, MusterRecord *record, GError **error);

G_END_DECLS
