/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-page.h"
#include "muster-scim-json.h"
#include "muster-scim-server.h"

G_BEGIN_DECLS

/**
 * MusterScimListing:
 *
 * What to list. The texts are copied.
 */
typedef struct
{
  const char        *endpoint;   /* `/Users` */
  const char        *filter;     /* (nullable) */
  const char *const *attributes; /* (nullable): all */
  const char        *cursor;     /* (nullable): as a page gave it; NULL begins */
  guint              count;      /* at most */
} MusterScimListing;

/* (transfer full): reads one of the resources; %NULL with an error ends the list. */
typedef gpointer (*MusterScimItemReader) (const MusterScimServer *server,
                                          JsonObject             *object,
                                          const MusterScimPlace  *place,
                                          guint                   data,
                                          GError                **error);

/* One page, by POST .search at our own server or where the filter is long, else by GET;
 * with cursors where they are announced, else by position: advancing by what was really
 * received, and ending where a server begins again at the start.
 * Finish: (transfer full). */
void        muster_scim_list_async (MusterScimServer        *server,
                                    const MusterScimListing *listing,
                                    MusterScimItemReader     reader,
                                    guint                    data,
                                    GDestroyNotify           free_item,
                                    GCancellable            *cancellable,
                                    GAsyncReadyCallback      callback,
                                    gpointer                 user_data);
MusterPage *muster_scim_list_finish (GAsyncResult *result, GError **error);

G_END_DECLS
