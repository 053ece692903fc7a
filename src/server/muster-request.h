/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterRequest:
 *
 * A request as the routes see it: read whole, its limits checked, none of its bytes
 * believed. It belongs to one thread at a time.
 */
typedef struct
{
  char       *method;        /* (owned): upper case */
  char       *path;          /* (owned): decoded, below the server's root */
  GHashTable *query;         /* (owned): decoded names and values; empty without */
  GBytes     *body;          /* (owned): maybe empty */
  char       *content_type;  /* (owned) (nullable): without parameters */
  char       *authorization; /* (owned) (nullable): never logged */
  char       *if_match;      /* (owned) (nullable) */
  char       *if_none_match; /* (owned) (nullable) */
  char       *base_url;      /* (owned): http://HOST:PORT, without a slash */
  char       *peer;          /* (owned): the client's address */
  char       *id;            /* (owned): unique, for the audit */
  GPtrArray  *captures;      /* (owned): what the route's placeholders matched */
} MusterRequest;

MusterRequest *muster_request_new (const char *method, const char *path);
void           muster_request_free (MusterRequest *self);
const char    *muster_request_get_query (const MusterRequest *self, const char *name);
const char    *muster_request_get_capture (const MusterRequest *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRequest, muster_request_free)

G_END_DECLS
