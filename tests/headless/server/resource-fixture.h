/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <json-glib/json-glib.h>

#include "muster-database.h"
#include "muster-router.h"

G_BEGIN_DECLS

#define FIXTURE_PROFILE "urn:muster:scim:schemas:extension:profile:1.0:User"
#define FIXTURE_USER_SCHEMA "urn:ietf:params:scim:schemas:core:2.0:User"
#define FIXTURE_PATCH_SCHEMA "urn:ietf:params:scim:api:messages:2.0:PatchOp"

/**
 * ResourceFixture:
 *
 * The resource routes on a database in memory, with a small world whose ids are known:
 *
 *   organizations  north (depot below it), south
 *   companies      acme, globex
 *   roles          basic, instructor (no permissions), ops (all but the site's),
 *                  helpdesk (views, sets passwords), site (all)
 *   users          admin: site; ops: of north, manages north; helper: of north,
 *                  helpdesk, manages north; ann: of north; bob: of depot, looked after by
 *                  ann; cleo: of south, ops, manages south; nobody: of north, no roles
 */
typedef struct
{
  MusterDatabase *database;      /* (owned) */
  MusterRouter   *router;        /* (owned) */
  guint           status;        /* of the last answer */
  char           *etag;          /* (owned) (nullable): of the last answer */
  char           *location;      /* (owned) (nullable): of the last answer */
  const char     *if_match;      /* (nullable): of the next request */
  const char     *if_none_match; /* (nullable): of the next request */
} ResourceFixture;

ResourceFixture *resource_fixture_new (void);
void             resource_fixture_free (ResourceFixture *self);

/* Runs a request as @user, whose query behind "?" is not escaped. Returns: (transfer
 * full) (nullable): the body. */
JsonNode *resource_fixture_call (ResourceFixture *self,
                                 const char      *user, /* (nullable) */
                                 const char      *method,
                                 const char      *path,
                                 const char      *body); /* (nullable) */

/* PATCHes a user with the operations, a JSON array. */
JsonNode *resource_fixture_patch (ResourceFixture *self,
                                  const char      *user,
                                  const char      *path,
                                  const char      *operations);

/* The value at a JSONPath, as text: strings as they are, the rest as JSON; "" where there
 * is none. Returns: (transfer full). */
char *resource_fixture_dup (JsonNode *node, const char *path);
void  resource_fixture_assert (JsonNode *node, const char *path, const char *expected);

/* Asserts the status and the scimType ("" for none) of an error, and that its detail
 * tells of @named. */
void resource_fixture_assert_error (ResourceFixture *self,
                                    JsonNode        *node,
                                    guint            status,
                                    const char      *scim_type,
                                    const char      *named);

/* The userNames of a list, in order, with commas. Returns: (transfer full). */
char *resource_fixture_dup_names (JsonNode *list);

/* The names of an object's members, of the objects in it too. Returns: (transfer full).
 */
char *resource_fixture_dup_shape (JsonNode *node);

/* One number that constant SQL answers. */
gint64 resource_fixture_count (ResourceFixture *self, const char *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ResourceFixture, resource_fixture_free)

G_END_DECLS
