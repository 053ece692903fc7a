/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "http-fixture.h"
#include "muster-platform.h"

G_BEGIN_DECLS

/**
 * Rule:
 *
 * What a scripted provider answers. The first rule that fits a request answers it; none
 * is 404 without a body. In @body and @has quotes are written as '.
 */
typedef struct
{
  const char *line;          /* how "METHOD target" begins */
  const char *has;           /* (nullable): what the request's body must contain */
  const char *authorization; /* (nullable): what must be shown */
  guint       status;        /* 0: the connection is cut */
  const char *body;          /* (nullable) */
  const char *headers;       /* (nullable): each with its line end */
  const char *type;          /* (nullable): application/scim+json */
} Rule;

/* A list of rules ends with one without a line. */
HttpFixture *script_new (const Rule *rules);

/* Parts of a muster-platform, and of a provider that announces @members. */
#define OWN_RULES                                                                        \
  { .line = "GET /scim/v2/ServiceProviderConfig", .status = 200, .body = OWN_CONFIG },   \
    { .line = "GET /scim/v2/Schemas", .status = 200, .body = OWN_SCHEMAS },              \
  {                                                                                      \
    .line = "POST /sessions", .authorization = "Basic YWRtaW46cHc=", .status = 201,      \
    .body = OWN_SESSION                                                                  \
  }
#define CONFIG_WITH(members)                                                             \
  "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig']" members "}"
#define OWN_CONFIG                                                                       \
  CONFIG_WITH (",'patch':{'supported':true},'bulk':{'supported':true,'maxOperations':"   \
               "1000,'maxPayloadSize':4194304},'filter':{'supported':true,'maxResults':" \
               "1000},'etag':{'supported':true},'pagination':{'cursor':true}")
#define OWN_SCHEMAS                                                                      \
  "{'Resources':[{'id':'urn:muster:scim:schemas:extension:profile:1.0:User'}]}"
#define OWN_SESSION                                                                      \
  "{'token':'t1','expiresAt':'2030-01-01T00:00:00Z','user':{'id':'u0','userName':"       \
  "'admin','displayName':'Ada'}}"

/* (transfer full): a platform at @path of the fixture, "admin" with "pw". */
MusterPlatform *script_connect (HttpFixture *fixture, const char *path);
gboolean        script_open (MusterPlatform *platform, GError **error);

/* (transfer full): both, and it must work. */
MusterPlatform *script_connect_and_open (HttpFixture *fixture);

MusterPage *script_find (MusterPlatform  *platform,
                         MusterUserQuery *query,
                         const char      *cursor,
                         guint            limit,
                         GError         **error);

/* (transfer full): their user names, joined by spaces; NULL with an error. */
char *script_read (MusterPlatform *platform, const char *ids, GError **error);

/* (transfer full): a letter for each result, in order: Taken, Conflict, Rejected, Not
 * read, Unsure. NULL with an error. */
char *script_write (MusterPlatform *platform,
                    GPtrArray      *writes,
                    guint           transport,
                    GError        **error);

G_END_DECLS
