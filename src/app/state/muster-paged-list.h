/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-platform.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PAGED_LIST (muster_paged_list_get_type ())

G_DECLARE_FINAL_TYPE (MusterPagedList, muster_paged_list, MUSTER, PAGED_LIST, GObject)

/**
 * MusterPagedList:
 *
 * What a platform found, as a #GListModel of #MusterUser or #MusterResource that grows
 * page by page: the first page comes by itself, the next when
 * muster_paged_list_load_more() says that somebody looks at the end. A new search lets go
 * of the one before; its late answers change nothing.
 *
 * Properties, all notified: `loading` (gboolean), `total` (gint64: what the platform
 * found in all; -1 while it is not known), `complete` (gboolean: there is no further
 * page), `error` (GError, boxed, nullable: why the last page did not come; what came
 * before stays).
 */
MusterPagedList *muster_paged_list_new (MusterPlatform *platform);

/* Users of @query from now on. */
void muster_paged_list_search_users (MusterPagedList *self, MusterUserQuery *query);

/* Things whose names contain @search (nullable) from now on. */
void muster_paged_list_search_resources (MusterPagedList   *self,
                                         MusterResourceKind kind,
                                         const char        *search);

/* Asks for the next page, where there is one and none is under way; after an error, for
 * the page that did not come. */
void muster_paged_list_load_more (MusterPagedList *self);

/* Forgets everything and asks for nothing. */
void muster_paged_list_clear (MusterPagedList *self);

/* (nullable): the query of the users that are listed. */
MusterUserQuery *muster_paged_list_get_query (MusterPagedList *self);

gboolean      muster_paged_list_is_loading (MusterPagedList *self);
gboolean      muster_paged_list_is_complete (MusterPagedList *self);
gint64        muster_paged_list_get_total (MusterPagedList *self);
const GError *muster_paged_list_get_error (MusterPagedList *self);

G_END_DECLS
