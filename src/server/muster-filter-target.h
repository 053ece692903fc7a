/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-filter-compare.h"
#include "muster-resource-type.h"

G_BEGIN_DECLS

/**
 * MusterTarget:
 *
 * What a filter's path leads to.
 */
typedef struct
{
  const MusterSchemaAttribute *attribute;
  const MusterSchemaAttribute *sub;    /* (nullable) */
  const MusterFilterColumn    *column; /* (nullable): NULL stands in the doc */
  char                        *name;   /* (owned): as messages call it */
} MusterTarget;

void muster_target_clear (MusterTarget *self);

/* Looks a path up. Of complex attributes that have one, "value" is meant where the path
 * names no other. */
gboolean muster_target_find (MusterTarget             *self,
                             const MusterResourceType *type,
                             const MusterScimPath     *path,
                             GError                  **error);

/* Adds the condition that a term makes on a target. */
gboolean muster_target_add (const MusterTarget *self,
                            MusterSql          *sql,
                            const MusterWork   *work,
                            const MusterTerm   *term,
                            GError            **error);

/* Adds that one value of a multi-valued target fulfils a whole value filter. */
gboolean muster_target_add_value_filter (const MusterTarget     *self,
                                         MusterSql              *sql,
                                         const MusterWork       *work,
                                         const MusterScimFilter *filter,
                                         GError                **error);

/* Adds the parts of an `and` or `or` as a balanced tree: SQLite bounds the depth. */
typedef gboolean (*MusterPartAdder) (gpointer data, guint part, GError **error);
gboolean muster_filter_add_parts (MusterSql      *sql,
                                  guint           first,
                                  guint           count,
                                  const char     *joint,
                                  MusterPartAdder add_part,
                                  gpointer        data,
                                  GError        **error);

G_END_DECLS
