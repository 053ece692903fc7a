/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-user-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-scim-profile-reader.h"
#include "muster-scim-urns.h"

typedef struct
{
  MusterUser              *user;    /* (owned) */
  JsonObject              *object;  /* (not owned) */
  const MusterScimDialect *dialect; /* (not owned) */
  const MusterScimPlace   *place;   /* (nullable) */
} Reading;

/* (transfer full) */
static MusterReference *
new_text_reference (const char *text)
{
  return muster_reference_new (text, text);
}

static MusterValueSet *
take_single (MusterReference *reference)
{
  MusterValueSet *values;

  if (reference == NULL)
    return muster_value_set_ref (muster_value_set_get_empty ());
  values = muster_value_set_new_single (reference);
  muster_reference_unref (reference);
  return values;
}

/* An empty text is no value. (transfer full) */
static MusterValueSet *
read_text (JsonObject            *object,
           const char            *member,
           const MusterScimPlace *place,
           GError               **error)
{
  const char *text;

  if (!muster_scim_json_get_string (object, member, place, &text, error))
    return NULL;
  return take_single (text != NULL && *text != '\0' ? new_text_reference (text) : NULL);
}

/* The value's identifier and what a person reads. @reference: NULL where there is no
 * identifier. */
static gboolean
read_reference (JsonObject            *object,
                const MusterScimPlace *place,
                MusterReference      **reference,
                GError               **error)
{
  const char *value;
  const char *display;

  *reference = NULL;
  if (!muster_scim_json_get_string (object, "value", place, &value, error)
      || !muster_scim_json_get_string (object, "display", place, &display, error))
    return FALSE;
  if (value != NULL && *value != '\0')
    *reference = muster_reference_new (value, display);
  return TRUE;
}

static MusterValueSet *
read_single_reference (JsonObject            *object,
                       const char            *member,
                       const MusterScimPlace *place,
                       GError               **error)
{
  MusterScimPlace  here = { .parent = place, .member = member };
  JsonObject      *value;
  MusterReference *reference = NULL;

  if (!muster_scim_json_get_object (object, member, place, &value, error)
      || (value != NULL && !read_reference (value, &here, &reference, error)))
    return NULL;
  return take_single (reference);
}

static MusterValueSet *
read_references (JsonObject            *object,
                 const char            *member,
                 const MusterScimPlace *place,
                 GError               **error)
{
  MusterScimPlace here = { .parent = place, .member = member };
  JsonArray      *array;
  g_autoptr (GPtrArray) found = NULL;

  if (!muster_scim_json_get_array (object, member, place, &array, error))
    return NULL;
  if (array == NULL)
    return take_single (NULL);
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reference_unref);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MusterScimPlace  element = { .parent = &here, .index = i };
      JsonObject      *value;
      MusterReference *reference;

      if (!muster_scim_json_get_element (array, &element, &value, error)
          || !read_reference (value, &element, &reference, error))
        return NULL;
      if (reference != NULL)
        g_ptr_array_add (found, reference);
    }
  return muster_value_set_new ((MusterReference *const *) found->pdata, found->len);
}

static MusterValueSet *
read_texts (JsonObject            *object,
            const char            *member,
            const MusterScimPlace *place,
            GError               **error)
{
  MusterScimPlace here = { .parent = place, .member = member };
  JsonArray      *array;
  g_autoptr (GPtrArray) found = NULL;

  if (!muster_scim_json_get_array (object, member, place, &array, error))
    return NULL;
  if (array == NULL)
    return take_single (NULL);
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reference_unref);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MusterScimPlace element = { .parent = &here, .index = i };
      JsonNode       *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node)
          || json_node_get_value_type (node) != G_TYPE_STRING)
        {
          muster_scim_json_fail (&element, N_ ("%s is not a string"), error);
          return NULL;
        }
      g_ptr_array_add (found, new_text_reference (json_node_get_string (node)));
    }
  return muster_value_set_new ((MusterReference *const *) found->pdata, found->len);
}

/* The object that the field stands in, and the member there. @object: NULL where the
 * user lacks the extension. */
static gboolean
find_member (const Reading   *reading,
             MusterField      field,
             MusterScimPlace *place,
             JsonObject     **object,
             const char     **member,
             GError         **error)
{
  const char *path = muster_scim_dialect_get_path (reading->dialect, field);
  const char *colon = strrchr (path, ':');
  const char *urn = reading->dialect->has_profile ? MUSTER_SCIM_URN_PROFILE
                                                  : MUSTER_SCIM_URN_ENTERPRISE;

  *place = (MusterScimPlace){ .parent = reading->place, .member = urn };
  *object = reading->object;
  *member = colon != NULL ? colon + 1 : path;
  return colon == NULL
         || muster_scim_json_get_object (reading->object, urn, reading->place, object,
                                         error);
}

static MusterValueSet *
read_member (const Reading         *reading,
             MusterField            field,
             JsonObject            *object,
             const char            *member,
             const MusterScimPlace *place,
             GError               **error)
{
  switch (field)
    {
    case MUSTER_FIELD_ORGANIZATION:
      if (!reading->dialect->has_profile)
        return read_text (object, member, place, error);
      G_GNUC_FALLTHROUGH;
    case MUSTER_FIELD_COMPANY:
    case MUSTER_FIELD_ACCOUNT_EXECUTIVE:
      return read_single_reference (object, member, place, error);
    case MUSTER_FIELD_ROLES:
      return read_references (object, member, reading->place, error);
    case MUSTER_FIELD_MANAGED_ORGANIZATIONS:
      return read_references (object, member, place, error);
    case MUSTER_FIELD_FLAGGED_FIELDS:
      return read_texts (object, member, place, error);
    case MUSTER_FIELD_TIME_ZONE:
    case MUSTER_FIELD_ACTIVE:
    default:
      return read_text (object, member, reading->place, error);
    }
}

static gboolean
read_active (const Reading *reading, GError **error)
{
  int active = -1;
  g_autoptr (MusterValueSet) values = NULL;

  if (!muster_scim_json_get_boolean (reading->object, "active", reading->place, &active,
                                     error))
    return FALSE;
  if (active < 0)
    return TRUE;
  values = take_single (
    new_text_reference (active != 0 ? MUSTER_ACTIVE_TRUE : MUSTER_ACTIVE_FALSE));
  muster_user_set_values (reading->user, MUSTER_FIELD_ACTIVE, values);
  return TRUE;
}

static gboolean
read_field (const Reading *reading, MusterField field, GError **error)
{
  g_autoptr (MusterValueSet) values = NULL;
  MusterScimPlace place;
  JsonObject     *object;
  const char     *member;

  if (field == MUSTER_FIELD_ACTIVE)
    return read_active (reading, error);
  if (!find_member (reading, field, &place, &object, &member, error))
    return FALSE;
  values = object != NULL ? read_member (reading, field, object, member, &place, error)
                          : take_single (NULL);
  if (values == NULL)
    return FALSE;
  muster_user_set_values (reading->user, field, values);
  return TRUE;
}

static gboolean
read_fields (const Reading *reading, MusterFields fields, GError **error)
{
  for (MusterField field = 0; field < MUSTER_N_FIELDS; field++)
    if ((fields & MUSTER_FIELDS_OF (field)) != 0
        && muster_scim_dialect_get_path (reading->dialect, field) != NULL
        && !read_field (reading, field, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_meta (const Reading *reading, GError **error)
{
  MusterScimPlace place = { .parent = reading->place, .member = "meta" };
  JsonObject     *meta;
  const char     *version;
  const char     *created;

  if (!muster_scim_json_get_object (reading->object, "meta", reading->place, &meta,
                                    error))
    return FALSE;
  if (meta == NULL)
    return TRUE;
  if (!muster_scim_json_get_string (meta, "version", &place, &version, error)
      || !muster_scim_json_get_string (meta, "created", &place, &created, error))
    return FALSE;
  /* Where versions are not announced they are not kept either. */
  if (reading->dialect->has_versions)
    muster_user_set_version (reading->user, version);
  muster_user_set_created (reading->user, created);
  return TRUE;
}

static gboolean
need_string (JsonObject            *object,
             const char            *member,
             const MusterScimPlace *place,
             const char           **text,
             GError               **error)
{
  MusterScimPlace here = { .parent = place, .member = member };

  if (!muster_scim_json_get_string (object, member, place, text, error))
    return FALSE;
  return (*text != NULL && **text != '\0')
         || muster_scim_json_fail (&here, N_ ("%s is missing"), error);
}

MusterUser *
muster_scim_user_read (JsonObject              *object,
                       const MusterScimDialect *dialect,
                       MusterFields             fields,
                       const MusterScimPlace   *place,
                       GError                 **error)
{
  g_autoptr (MusterUser) user = NULL;
  Reading     reading = { .object = object, .dialect = dialect, .place = place };
  const char *id;
  const char *user_name;

  if (!need_string (object, "id", place, &id, error)
      || !need_string (object, "userName", place, &user_name, error))
    return NULL;
  user = muster_user_new (id, user_name);
  reading.user = user;
  if (!read_meta (&reading, error) || !read_fields (&reading, fields, error)
      || !muster_scim_profile_read (object, user, place, error))
    return NULL;
  return g_steal_pointer (&user);
}
