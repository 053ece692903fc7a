/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-query.h"

#include <glib/gi18n.h>

#include "muster-platform-error.h"
#include "muster-scim-filter.h"

static GPtrArray *
new_parts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) muster_scim_filter_free);
}

static MusterScimFilter *
build_search (const char *text)
{
  static const char *const paths[]
    = { "userName", "displayName", "name.givenName", "name.familyName", "emails.value" };
  GPtrArray *parts = new_parts ();

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_ptr_array_add (parts,
                     muster_scim_filter_new_compare (paths[i], MUSTER_SCIM_OPERATOR_CO,
                                                     text));
  return muster_scim_filter_new_any (parts);
}

static MusterScimFilter *
build_any (const char *path, const char *const *texts)
{
  GPtrArray *parts = new_parts ();

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (parts, muster_scim_filter_new_compare (path, MUSTER_SCIM_OPERATOR_EQ,
                                                            texts[i]));
  return muster_scim_filter_new_any (parts);
}

static const char *
get_match_path (MusterMatchKey key)
{
  switch (key)
    {
    case MUSTER_MATCH_KEY_ID:
      return "id";
    case MUSTER_MATCH_KEY_EMAIL:
      return "emails.value";
    case MUSTER_MATCH_KEY_USER_NAME:
    default:
      return "userName";
    }
}

static void
add_holders (GPtrArray *parts, const char *role)
{
  g_ptr_array_add (parts, muster_scim_filter_new_compare ("roles.value",
                                                          MUSTER_SCIM_OPERATOR_EQ, role));
  g_ptr_array_add (parts, muster_scim_filter_new_compare_boolean ("active", TRUE));
}

static gboolean
add_typed (GPtrArray *parts, const char *text, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  MusterScimFilter *filter = muster_scim_filter_parse (text, &local_error);

  if (filter != NULL)
    {
      g_ptr_array_add (parts, filter);
      return TRUE;
    }
  g_propagate_error (error,
                     muster_platform_error_new (MUSTER_PLATFORM_ERROR_BAD_REQUEST, 0,
                                                NULL, NULL, local_error->message));
  return FALSE;
}

static gboolean
check_offered (const MusterScimDialect *dialect, GPtrArray *parts, GError **error)
{
  if (parts->len == 0 || dialect->has_filter)
    return TRUE;
  g_propagate_error (error, muster_platform_error_new (
                              MUSTER_PLATFORM_ERROR_NOT_OFFERED, 0, NULL, NULL,
                              _ ("This platform cannot search: it only lists all of its "
                                 "users. Name the users by their identifiers instead.")));
  return FALSE;
}

gboolean
muster_scim_query_print (const MusterUserQuery   *query,
                         const MusterScimDialect *dialect,
                         char                   **filter,
                         GError                 **error)
{
  const char *search = muster_user_query_get_search (query);
  const char *typed = muster_user_query_get_filter (query);
  const char *role = muster_user_query_get_role (query);
  g_autoptr (GPtrArray) parts = new_parts ();
  g_autoptr (MusterScimFilter) whole = NULL;

  *filter = NULL;
  if (typed != NULL && !add_typed (parts, typed, error))
    return FALSE;
  if (search != NULL && *search != '\0')
    g_ptr_array_add (parts, build_search (search));
  if (role != NULL)
    add_holders (parts, role);
  if (muster_user_query_has_match (query))
    g_ptr_array_add (parts,
                     build_any (get_match_path (muster_user_query_get_match_key (query)),
                                muster_user_query_get_match_texts (query)));
  if (!check_offered (dialect, parts, error))
    return FALSE;
  if (parts->len == 0)
    return TRUE;
  whole = muster_scim_filter_new_all (g_steal_pointer (&parts));
  *filter = muster_scim_filter_print (whole);
  return TRUE;
}

char *
muster_scim_query_print_any (const char *path, const char *const *texts)
{
  g_autoptr (MusterScimFilter) filter = build_any (path, texts);

  return muster_scim_filter_print (filter);
}

/* Of a reference its address is not needed, and it is the longest part. */
static void
add_attribute (GStrvBuilder *builder, const MusterScimDialect *dialect, MusterField field)
{
  const char      *path = muster_scim_dialect_get_path (dialect, field);
  g_autofree char *value = g_strconcat (path, ".value", NULL);
  g_autofree char *display = g_strconcat (path, ".display", NULL);

  switch (field)
    {
    case MUSTER_FIELD_TIME_ZONE:
    case MUSTER_FIELD_FLAGGED_FIELDS:
    case MUSTER_FIELD_ACTIVE:
      g_strv_builder_add (builder, path);
      break;
    case MUSTER_FIELD_COMPANY:
    case MUSTER_FIELD_ACCOUNT_EXECUTIVE:
    case MUSTER_FIELD_ORGANIZATION:
    case MUSTER_FIELD_ROLES:
    case MUSTER_FIELD_MANAGED_ORGANIZATIONS:
    default:
      g_strv_builder_add (builder, value);
      g_strv_builder_add (builder, display);
    }
}

char **
muster_scim_query_list_attributes (const MusterScimDialect *dialect,
                                   MusterFields             fields,
                                   MusterScimNames          names)
{
  static const char *const always[] = { "userName", "meta.version" };
  static const char *const all[] = { "name.givenName", "name.familyName", "emails.value",
                                     "emails.primary", "meta.created" };
  static const char *const profile[]
    = { "title", "phoneNumbers.type", "phoneNumbers.value", "addresses" };
  g_autoptr (GStrvBuilder) builder = NULL;

  /* Where an attribute is left out, one that the server did not understand looks like
   * one that the user does not have. Only our own server is known to tell them apart. */
  if (!dialect->has_profile)
    return NULL;
  builder = g_strv_builder_new ();
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    g_strv_builder_add (builder, always[i]);
  if (names != MUSTER_SCIM_NAMES_NONE)
    g_strv_builder_add (builder, "displayName");
  for (guint i = 0; names >= MUSTER_SCIM_NAMES_ALL && i < G_N_ELEMENTS (all); i++)
    g_strv_builder_add (builder, all[i]);
  for (guint i = 0; names == MUSTER_SCIM_NAMES_PROFILE && i < G_N_ELEMENTS (profile); i++)
    g_strv_builder_add (builder, profile[i]);
  for (MusterField field = 0; field < MUSTER_N_FIELDS; field++)
    if ((fields & MUSTER_FIELDS_OF (field)) != 0)
      add_attribute (builder, dialect, field);
  return g_strv_builder_end (builder);
}
