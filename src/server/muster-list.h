/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-resource-type.h"

G_BEGIN_DECLS

#define MUSTER_LIST_DEFAULT_COUNT 100
#define MUSTER_LIST_MAX_COUNT 1000

/**
 * MusterListQuery:
 *
 * What is asked of a list (RFC 7644 §3.4.2, RFC 9865), by a URL's query or by a
 * SearchRequest.
 */
typedef struct
{
  char    *filter;  /* (owned) (nullable) */
  char    *sort_by; /* (owned) (nullable) */
  gboolean descending;
  gint64   start_index; /* of 1 */
  gint64   count;
  char    *cursor;     /* (owned) (nullable): "" begins a walk by cursor */
  GStrv    attributes; /* (owned) (nullable) */
  GStrv    excluded;   /* (owned) (nullable) */
} MusterListQuery;

gboolean muster_list_query_read (MusterListQuery     *self,
                                 const MusterRequest *request,
                                 GError             **error);
gboolean
     muster_list_query_read_message (MusterListQuery *self, GBytes *body, GError **error);
void muster_list_query_clear (MusterListQuery *self);

/* Splits a query's list of names. Returns: (transfer full) (nullable). */
GStrv muster_list_split_names (const char *text); /* (nullable) */

/* Writes the ListResponse of what the caller may see. */
gboolean muster_list_append (MusterWork               *work,
                             const MusterResourceType *type,
                             const MusterListQuery    *query,
                             GString                  *out,
                             GError                  **error);

G_END_DECLS
