/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

#include "muster-server-error.h"

G_BEGIN_DECLS

/**
 * MusterReply:
 *
 * What a route answers. Made in any thread, sent by the one that serves.
 */
typedef struct
{
  guint       status;
  GBytes     *body;         /* (owned) (nullable) */
  const char *content_type; /* application/scim+json unless said otherwise */
  char       *location;     /* (owned) (nullable) */
  char       *etag;         /* (owned) (nullable) */
  guint       retry_after;  /* seconds; 0: no such header */
} MusterReply;

MusterReply *muster_reply_new (guint status);
MusterReply *muster_reply_new_json (guint status, JsonNode *root);
MusterReply *muster_reply_new_text (guint status, GString *json);

/* An RFC 7644 §3.12 body; what is not a MUSTER_SERVER_ERROR becomes a 500 that tells the
 * client nothing of the inside. */
MusterReply *muster_reply_new_error (const GError *error);
void         muster_reply_free (MusterReply *self);

/* The body that muster_reply_new_error() sends, for Bulk's single answers. */
JsonNode *muster_reply_build_error (const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReply, muster_reply_free)

G_END_DECLS
