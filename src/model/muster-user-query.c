/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-query.h"

struct _MusterUserQuery
{
  gatomicrefcount ref_count;
  char           *search;      /* (owned) (nullable) */
  char           *filter;      /* (owned) (nullable) */
  char           *role;        /* (owned) (nullable): an identifier */
  char          **match_texts; /* (owned) (nullable) */
  MusterMatchKey  match_key;
  MusterFields    fields;
  gboolean        brief;
  gboolean        profile;
};

G_DEFINE_BOXED_TYPE (MusterUserQuery,
                     muster_user_query,
                     muster_user_query_ref,
                     muster_user_query_unref)

MusterUserQuery *
muster_user_query_new (void)
{
  MusterUserQuery *self = g_new0 (MusterUserQuery, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->fields = MUSTER_FIELDS_ALL;
  return self;
}

MusterUserQuery *
muster_user_query_ref (MusterUserQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
muster_user_query_unref (MusterUserQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->search);
  g_free (self->filter);
  g_free (self->role);
  g_strfreev (self->match_texts);
  g_free (self);
}

/* What narrows nothing is not there. */
static void
replace_text (char **text, const char *replacement)
{
  char *old = *text;

  *text = replacement != NULL && *replacement != '\0' ? g_strdup (replacement) : NULL;
  g_free (old);
}

const char *
muster_user_query_get_search (const MusterUserQuery *self)
{
  return self->search;
}

void
muster_user_query_set_search (MusterUserQuery *self, const char *search)
{
  replace_text (&self->search, search);
}

const char *
muster_user_query_get_filter (const MusterUserQuery *self)
{
  return self->filter;
}

void
muster_user_query_set_filter (MusterUserQuery *self, const char *filter)
{
  replace_text (&self->filter, filter);
}

const char *
muster_user_query_get_role (const MusterUserQuery *self)
{
  return self->role;
}

void
muster_user_query_set_role (MusterUserQuery *self, const char *role_id)
{
  replace_text (&self->role, role_id);
}

gboolean
muster_user_query_has_match (const MusterUserQuery *self)
{
  return self->match_texts != NULL;
}

MusterMatchKey
muster_user_query_get_match_key (const MusterUserQuery *self)
{
  return self->match_key;
}

const char *const *
muster_user_query_get_match_texts (const MusterUserQuery *self)
{
  return (const char *const *) self->match_texts;
}

void
muster_user_query_set_match (MusterUserQuery   *self,
                             MusterMatchKey     key,
                             const char *const *texts)
{
  char **copy = g_strdupv ((char **) texts);

  g_strfreev (self->match_texts);
  self->match_texts = copy;
  self->match_key = key;
}

MusterFields
muster_user_query_get_fields (const MusterUserQuery *self)
{
  return self->fields;
}

void
muster_user_query_set_fields (MusterUserQuery *self, MusterFields fields)
{
  self->fields = fields;
}

gboolean
muster_user_query_is_brief (const MusterUserQuery *self)
{
  return self->brief;
}

void
muster_user_query_set_brief (MusterUserQuery *self, gboolean brief)
{
  self->brief = brief;
}

gboolean
muster_user_query_wants_profile (const MusterUserQuery *self)
{
  return self->profile;
}

void
muster_user_query_set_profile (MusterUserQuery *self, gboolean profile)
{
  self->profile = profile;
}
