/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib-object.h>

#include "muster-field.h"

G_BEGIN_DECLS

/**
 * MusterMatchKey:
 *
 * By which of its names an entry of a list may mean a user.
 */
typedef enum
{
  MUSTER_MATCH_KEY_ID,
  MUSTER_MATCH_KEY_USER_NAME,
  MUSTER_MATCH_KEY_EMAIL,
} MusterMatchKey;

#define MUSTER_TYPE_USER_QUERY (muster_user_query_get_type ())

/**
 * MusterUserQuery:
 *
 * Which users to ask a platform for, and which of their fields are needed. Everything
 * set narrows the answer; an empty query asks for all users.
 *
 * Immutable once given to a platform; counted.
 */
typedef struct _MusterUserQuery MusterUserQuery;

GType            muster_user_query_get_type (void);
MusterUserQuery *muster_user_query_new (void);
MusterUserQuery *muster_user_query_ref (MusterUserQuery *self);
void             muster_user_query_unref (MusterUserQuery *self);

/* Text that any of a user's names or e-mail addresses contains. */
const char *muster_user_query_get_search (const MusterUserQuery *self);
void        muster_user_query_set_search (MusterUserQuery *self, const char *search);

/* A filter in the platform's own words, as a person typed it. */
const char *muster_user_query_get_filter (const MusterUserQuery *self);
void        muster_user_query_set_filter (MusterUserQuery *self, const char *filter);

/* Exact names: a user matches who bears any of @texts as its @key. */
gboolean           muster_user_query_has_match (const MusterUserQuery *self);
MusterMatchKey     muster_user_query_get_match_key (const MusterUserQuery *self);
const char *const *muster_user_query_get_match_texts (const MusterUserQuery *self);
void               muster_user_query_set_match (MusterUserQuery   *self,
                                                MusterMatchKey     key,
                                                const char *const *texts);

/* Active users alone that have the role of that identifier. */
const char *muster_user_query_get_role (const MusterUserQuery *self);
void        muster_user_query_set_role (MusterUserQuery *self, const char *role_id);

/* The fields to read beside the names; every one unless set. */
MusterFields muster_user_query_get_fields (const MusterUserQuery *self);
void         muster_user_query_set_fields (MusterUserQuery *self, MusterFields fields);

/* Of the names, whether user name and display name are enough; all of them unless set. */
gboolean muster_user_query_is_brief (const MusterUserQuery *self);
void     muster_user_query_set_brief (MusterUserQuery *self, gboolean brief);

/* Whether the texts of every profile field are read too, beside those that are names or
 * fields of their own; they are not unless set. */
gboolean muster_user_query_wants_profile (const MusterUserQuery *self);
void     muster_user_query_set_profile (MusterUserQuery *self, gboolean profile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterUserQuery, muster_user_query_unref)

G_END_DECLS
