/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-dialect.h"
#include "muster-user-query.h"

G_BEGIN_DECLS

/* What @query asks for as a SCIM filter; a filter that a person typed is parsed first, so
 * that what is wrong with it is said before anything is sent. @filter: (transfer full)
 * (nullable): NULL where every user is asked for. */
gboolean muster_scim_query_print (const MusterUserQuery   *query,
                                  const MusterScimDialect *dialect,
                                  char                   **filter,
                                  GError                 **error);

/* (transfer full): a filter for any of @texts as @path. */
char *muster_scim_query_print_any (const char *path, const char *const *texts);

/* How much of who a user is. */
typedef enum
{
  MUSTER_SCIM_NAMES_NONE,  /* the user name alone */
  MUSTER_SCIM_NAMES_BRIEF, /* what is shown of it */
  MUSTER_SCIM_NAMES_ALL,
  MUSTER_SCIM_NAMES_PROFILE, /* and every profile field */
} MusterScimNames;

/* (transfer full) (nullable): the attributes that are needed for @fields and @names.
 * NULL: do not say, which gives them all. */
char **muster_scim_query_list_attributes (const MusterScimDialect *dialect,
                                          MusterFields             fields,
                                          MusterScimNames          names);

G_END_DECLS
