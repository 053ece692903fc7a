/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterHttpRequest:
 *
 * What to ask for. The fields may be filled in until it is sent.
 */
typedef struct
{
  const char *method;        /* (not owned): a literal */
  char       *path;          /* (owned): with the query, percent-encoded */
  GBytes     *body;          /* (owned) (nullable) */
  const char *content_type;  /* (not owned) (nullable): a literal; the body's */
  const char *accept;        /* (not owned) (nullable): a literal */
  char       *if_match;      /* (owned) (nullable) */
  char       *authorization; /* (owned) (nullable): instead of the client's own */
  gboolean    at_once;       /* over a connection of its own: does not wait until it is
                                known what the one that is being made can do */
} MusterHttpRequest;

/* @path: absolute, at the client's origin. */
MusterHttpRequest *muster_http_request_new (const char *method, const char *path);

/* @body: (transfer full) */
void muster_http_request_set_body (MusterHttpRequest *self,
                                   GBytes            *body,
                                   const char        *content_type);
void muster_http_request_free (MusterHttpRequest *self);

/* (transfer full): an `Authorization` of HTTP Basic, in UTF-8 (RFC 7617). */
char *muster_http_basic_new (const char *account, const char *password);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterHttpRequest, muster_http_request_free)

G_END_DECLS
