/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-filter-column.h"
#include "muster-patch.h"
#include "muster-projection.h"
#include "muster-record.h"

G_BEGIN_DECLS

typedef struct _MusterResourceType MusterResourceType;

/**
 * MusterResourceType:
 *
 * What routes, lists and Bulk do with a kind of resource. Records begin with a
 * MusterRecord.
 */
struct _MusterResourceType
{
  const MusterSchema       *schema;
  const char               *table;
  const char               *columns; /* of the table, for read_row() */
  const MusterFilterColumn *filter_columns;
  const char               *scope; /* (nullable): SQL that holds of what is in the scope
                                      of ?1, where the caller does not manage all */

  /* Whether the caller may see any, and make one, at all. */
  gboolean (*check_view) (const MusterWork *work, GError **error);
  gboolean (*check_create) (const MusterWork *work, GError **error);

  MusterRecord *(*create) (const MusterResourceType *type, const MusterWork *work);
  MusterRecord *(*load) (const MusterResourceType *type,
                         const MusterWork         *work,
                         const char               *id,
                         MusterAttributes          attributes,
                         GError                  **error);
  MusterRecord *(*read_row) (const MusterResourceType *type, sqlite3_stmt *statement);
  gboolean (*load_links) (MusterRecord     *record,
                          const MusterWork *work,
                          MusterAttributes  attributes,
                          GError          **error); /* (nullable) */
  MusterRecord *(*copy) (const MusterRecord *record);
  void (*free) (MusterRecord *record);

  gboolean (*append) (const MusterWork       *work,
                      MusterRecord           *record,
                      const MusterProjection *projection,
                      GString                *out,
                      GError                **error);
  gboolean (*read) (const MusterWork *work,
                    MusterRecord     *record,
                    JsonObject       *resource,
                    MusterAttributes  attributes,
                    GError          **error);
  gboolean (*save) (MusterWork   *work,
                    MusterRecord *before,
                    MusterRecord *after,
                    GError      **error);
  gboolean (*remove) (MusterWork *work, MusterRecord *record, GError **error);
};

extern const MusterResourceType muster_resource_type_user;
extern const MusterResourceType muster_resource_type_role;
extern const MusterResourceType muster_resource_type_organization;
extern const MusterResourceType muster_resource_type_company;

/* By an endpoint such as "Users". Returns: (nullable). */
const MusterResourceType *muster_resource_type_find (const char *endpoint, gsize length);

G_END_DECLS
