/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-http-client.h"
#include "muster-scim-dialect.h"
#include "muster-user.h"

G_BEGIN_DECLS

/**
 * MusterScimServer:
 *
 * What the parts of this provider share: where it is, who we are there, what it speaks.
 * Owned by the platform object, which every call keeps alive.
 */
typedef struct
{
  MusterHttpClient *client;   /* (owned) */
  char             *base;     /* (owned): path of the SCIM root, without a last slash */
  char             *account;  /* (owned): may be empty */
  char             *password; /* (owned): wiped at the end */
  gboolean          has_session;
  MusterScimDialect dialect;
  MusterUser       *user; /* (owned) (nullable): the signed-in one */
} MusterScimServer;

/* (transfer full): @path, with its query, below the SCIM root. */
MusterHttpRequest *muster_scim_server_new_request (const MusterScimServer *self,
                                                   const char             *method,
                                                   const char             *path);

/* (transfer full): /Users/@id */
char *muster_scim_server_dup_user_path (const char *id);

/* @json: (transfer full): becomes the body. */
void muster_scim_server_set_json (MusterHttpRequest *request, GString *json);

G_END_DECLS
