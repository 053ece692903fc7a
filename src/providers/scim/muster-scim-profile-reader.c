/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-profile-reader.h"

#include <string.h>

typedef struct
{
  const char        *member;
  MusterProfileField field;
} TextMember;

static gboolean
read_text_members (JsonObject            *object,
                   MusterUser            *user,
                   const TextMember      *members,
                   gsize                  n_members,
                   const MusterScimPlace *place,
                   GError               **error)
{
  for (gsize i = 0; i < n_members; i++)
    {
      const char *text;

      if (!muster_scim_json_get_string (object, members[i].member, place, &text, error))
        return FALSE;
      if (text != NULL)
        muster_user_set_profile_text (user, members[i].field, text);
    }
  return TRUE;
}

/* The given name before the family name, where nothing says how it is done there. */
static void
compose_display_name (JsonObject *name, MusterUser *user)
{
  const char *given
    = muster_user_get_profile_text (user, MUSTER_PROFILE_FIELD_GIVEN_NAME);
  const char *family
    = muster_user_get_profile_text (user, MUSTER_PROFILE_FIELD_FAMILY_NAME);
  const char      *formatted;
  g_autofree char *composed = NULL;

  if (!muster_scim_json_get_string (name, "formatted", NULL, &formatted, NULL)
      || formatted == NULL || *formatted == '\0')
    {
      composed = g_strdup_printf ("%s %s", given != NULL ? given : "",
                                  family != NULL ? family : "");
      formatted = g_strstrip (composed);
    }
  if (*formatted != '\0')
    muster_user_set_display_name (user, formatted);
}

static gboolean
read_names (JsonObject            *object,
            MusterUser            *user,
            const MusterScimPlace *place,
            GError               **error)
{
  static const TextMember members[] = {
    { "givenName", MUSTER_PROFILE_FIELD_GIVEN_NAME },
    { "familyName", MUSTER_PROFILE_FIELD_FAMILY_NAME },
  };
  MusterScimPlace here = { .parent = place, .member = "name" };
  JsonObject     *name;
  const char     *display;

  if (!muster_scim_json_get_string (object, "displayName", place, &display, error)
      || !muster_scim_json_get_object (object, "name", place, &name, error)
      || (name != NULL
          && !read_text_members (name, user, members, G_N_ELEMENTS (members), &here,
                                 error)))
    return FALSE;
  if (display != NULL && *display != '\0')
    muster_user_set_display_name (user, display);
  else if (name != NULL)
    compose_display_name (name, user);
  return TRUE;
}

/* The element of a list of objects that counts: with @type where it is given, else the
 * primary one, else the first. @found: NULL where there is none. */
static gboolean
find_element (JsonObject            *object,
              const char            *member,
              const char            *type,
              const MusterScimPlace *place,
              JsonObject           **found,
              GError               **error)
{
  MusterScimPlace here = { .parent = place, .member = member };
  JsonArray      *array;

  *found = NULL;
  if (!muster_scim_json_get_array (object, member, place, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      MusterScimPlace element = { .parent = &here, .index = i };
      JsonObject     *value;
      const char     *its_type;
      gboolean        primary = FALSE;

      if (!muster_scim_json_get_element (array, &element, &value, error)
          || !muster_scim_json_get_string (value, "type", &element, &its_type, error)
          || !muster_scim_json_get_boolean (value, "primary", &element, &primary, error))
        return FALSE;
      if (type != NULL ? g_strcmp0 (its_type, type) == 0 : primary || *found == NULL)
        *found = value;
    }
  return TRUE;
}

static gboolean
read_email (JsonObject            *object,
            MusterUser            *user,
            const MusterScimPlace *place,
            GError               **error)
{
  MusterScimPlace here = { .parent = place, .member = "emails" };
  JsonObject     *email;
  const char     *address;

  if (!find_element (object, "emails", NULL, place, &email, error))
    return FALSE;
  if (email == NULL)
    return TRUE;
  if (!muster_scim_json_get_string (email, "value", &here, &address, error))
    return FALSE;
  muster_user_set_email (user, address);
  return TRUE;
}

static gboolean
read_phone (JsonObject            *object,
            MusterUser            *user,
            const char            *type,
            MusterProfileField     field,
            const MusterScimPlace *place,
            GError               **error)
{
  TextMember      member = { "value", field };
  MusterScimPlace here = { .parent = place, .member = "phoneNumbers" };
  JsonObject     *phone;

  return find_element (object, "phoneNumbers", type, place, &phone, error)
         && (phone == NULL || read_text_members (phone, user, &member, 1, &here, error));
}

/* Both lines of an address stand in one text. */
static void
split_street (MusterUser *user)
{
  g_autofree char *street
    = g_strdup (muster_user_get_profile_text (user, MUSTER_PROFILE_FIELD_ADDRESS));
  char *line_end = street != NULL ? strchr (street, '\n') : NULL;

  if (line_end == NULL)
    return;
  *line_end = '\0';
  muster_user_set_profile_text (user, MUSTER_PROFILE_FIELD_ADDRESS, street);
  muster_user_set_profile_text (user, MUSTER_PROFILE_FIELD_ADDRESS2, line_end + 1);
}

static gboolean
read_address (JsonObject            *object,
              MusterUser            *user,
              const MusterScimPlace *place,
              GError               **error)
{
  static const TextMember members[] = {
    { "streetAddress", MUSTER_PROFILE_FIELD_ADDRESS },
    { "locality", MUSTER_PROFILE_FIELD_CITY },
    { "region", MUSTER_PROFILE_FIELD_STATE },
    { "postalCode", MUSTER_PROFILE_FIELD_ZIP_CODE },
    { "country", MUSTER_PROFILE_FIELD_COUNTRY },
  };
  MusterScimPlace here = { .parent = place, .member = "addresses" };
  JsonObject     *address;

  if (!find_element (object, "addresses", "work", place, &address, error))
    return FALSE;
  if (address == NULL)
    return TRUE;
  if (!read_text_members (address, user, members, G_N_ELEMENTS (members), &here, error))
    return FALSE;
  split_street (user);
  return TRUE;
}

gboolean
muster_scim_profile_read (JsonObject            *object,
                          MusterUser            *user,
                          const MusterScimPlace *place,
                          GError               **error)
{
  static const TextMember members[] = {
    { "title", MUSTER_PROFILE_FIELD_JOB_TITLE },
    { "timezone", MUSTER_PROFILE_FIELD_TIME_ZONE },
  };

  return read_names (object, user, place, error)
         && read_email (object, user, place, error)
         && read_text_members (object, user, members, G_N_ELEMENTS (members), place,
                               error)
         && read_phone (object, user, "work", MUSTER_PROFILE_FIELD_PRIMARY_PHONE, place,
                        error)
         && read_phone (object, user, "mobile", MUSTER_PROFILE_FIELD_SECONDARY_PHONE,
                        place, error)
         && read_address (object, user, place, error);
}
