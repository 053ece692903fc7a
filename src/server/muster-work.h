/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-directory.h"
#include "muster-route.h"

G_BEGIN_DECLS

/**
 * MusterWork:
 *
 * What a request about resources works with: who asks, how far that reaches, and what it
 * read already. One for each request, all operations of a Bulk included.
 */
typedef struct
{
  MusterDatabase     *database;      /* (not owned) */
  const MusterCaller *caller;        /* (not owned) */
  const char         *base_url;      /* (not owned) */
  const char         *request_id;    /* (not owned) (nullable): NULL where it reads */
  gint64              now;           /* microseconds since 1970, UTC */
  MusterDirectory    *directory;     /* (owned) */
  GHashTable         *organizations; /* (owned) (nullable): rows in the caller's scope;
                                        NULL: all are */
  GHashTable *updates;     /* (owned): prepared statements, by what they change */
  guint       n_passwords; /* set so far */
  gboolean    own;         /* the caller's own resource, by /Me: its names
                              are no secret from its user, and changing it
                              asks for no permission */
} MusterWork;

MusterWork *muster_work_new (const MusterContext *context, GError **error);
MusterWork *muster_work_new_for (MusterDatabase     *database,
                                 const MusterCaller *caller,
                                 const char         *base_url,
                                 GError            **error);
void        muster_work_free (MusterWork *self);

/* To be called when a role, an organization or a company was written. */
gboolean muster_work_forget (MusterWork *self, GError **error);

/* Whether the caller manages the organization, or one above it. What is in none, @row 0,
 * is in the scope of who manages all alone. */
gboolean muster_work_has_organization (const MusterWork *self, gint64 row);

/* Sets %MUSTER_SERVER_ERROR_FORBIDDEN where the caller does not hold them all; @what is
 * what they would do, "edit users". */
gboolean muster_work_require (const MusterWork *self,
                              MusterPermissions permissions,
                              const char       *what,
                              GError          **error);

/* The rows of organizations that ?1, the row of a user, manages. */
#define MUSTER_SCOPE_SQL                                                                 \
  "(WITH RECURSIVE managed (row) AS ("                                                   \
  "SELECT organization FROM user_managed_organization WHERE user = ?1 "                  \
  "UNION SELECT below.row FROM organization AS below "                                   \
  "JOIN managed ON below.parent = managed.row) SELECT row FROM managed)"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterWork, muster_work_free)

G_END_DECLS
