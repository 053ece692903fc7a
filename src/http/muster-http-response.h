/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterHttpResponse:
 *
 * A whole answer.
 */
typedef struct
{
  guint   status;
  char   *reason;       /* (owned) (nullable): the words behind the status */
  char   *content_type; /* (owned) (nullable): in lower case, without parameters */
  char   *etag;         /* (owned) (nullable) */
  char   *location;     /* (owned) (nullable) */
  char   *challenge;    /* (owned) (nullable): `WWW-Authenticate` */
  gint64  retry_at;     /* monotonic, microseconds; 0: not said */
  GBytes *body;         /* (owned) */
} MusterHttpResponse;

void muster_http_response_free (MusterHttpResponse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterHttpResponse, muster_http_response_free)

G_END_DECLS
