/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-schema-value.h"

#include "muster-message.h"
#include "muster-schema-check.h"

#define MAX_LENGTH 1024
#define MAX_VALUES 1000

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (GError **error, const char *path, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list          arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE, "%s: %s",
               path, reason);
  return FALSE;
}

static gboolean
is_shown (gunichar c, gboolean many_lines)
{
  return !g_unichar_iscntrl (c) || (many_lines && c == '\n');
}

static gboolean
check_text (const MusterSchemaAttribute *attribute,
            const char                  *path,
            const char                  *text,
            GError                     **error)
{
  guint max_length = attribute->max_length != 0 ? attribute->max_length : MAX_LENGTH;

  if (g_utf8_strlen (text, -1) > max_length)
    return refuse (error, path, "the text is longer than %u characters.", max_length);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!is_shown (g_utf8_get_char (c), attribute->many_lines))
        return refuse (error, path, "the text holds a control character.");
    }
  if (attribute->check != NULL && !attribute->check (text, error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_simple (const MusterSchemaAttribute *attribute,
             const char                  *path,
             JsonNode                    *given,
             JsonNode                   **value,
             GError                     **error)
{
  gboolean boolean = attribute->type == MUSTER_SCHEMA_BOOLEAN;

  if (!JSON_NODE_HOLDS_VALUE (given)
      || json_node_get_value_type (given) != (boolean ? G_TYPE_BOOLEAN : G_TYPE_STRING))
    return refuse (error, path,
                   boolean ? "the value must be true or false, without quotes."
                           : "the value must be a string.");
  if (!boolean && !check_text (attribute, path, json_node_get_string (given), error))
    return FALSE;

  *value = json_node_copy (given);
  return TRUE;
}

static gboolean
is_unassigned (JsonNode *given)
{
  switch (json_node_get_node_type (given))
    {
    case JSON_NODE_NULL:
      return TRUE;
    case JSON_NODE_ARRAY:
      return json_array_get_length (json_node_get_array (given)) == 0;
    case JSON_NODE_OBJECT:
      return json_object_get_size (json_node_get_object (given)) == 0;
    case JSON_NODE_VALUE:
    default:
      return FALSE;
    }
}

static gboolean
read_member (const MusterSchemaAttribute *attribute,
             MusterValueMode              mode,
             const char                  *path,
             const char                  *name,
             JsonNode                    *given,
             JsonObject                  *object,
             GError                     **error)
{
  const MusterSchemaAttribute *sub = muster_schema_find_sub (attribute, name);
  g_autofree char             *sub_path = NULL;
  JsonNode                    *value = NULL;

  if (sub == NULL || sub->mutability == MUSTER_SCHEMA_READ_ONLY
      || (mode == MUSTER_VALUE_WHOLE && is_unassigned (given)))
    return TRUE;

  sub_path = g_strconcat (path, ".", sub->name, NULL);
  if (json_object_has_member (object, sub->name))
    return refuse (error, sub_path, "it is given twice.");
  if (is_unassigned (given))
    value = json_node_new (JSON_NODE_NULL);
  else if (!read_simple (sub, sub_path, given, &value, error))
    return FALSE;

  json_object_set_member (object, sub->name, value);
  return TRUE;
}

static gboolean
check_required (const MusterSchemaAttribute *attribute,
                const char                  *path,
                JsonObject                  *object,
                GError                     **error)
{
  const MusterSchemaAttribute *sub;

  for (sub = attribute->sub_attributes; sub->name != NULL; sub++)
    {
      if (sub->required && !json_object_has_member (object, sub->name))
        return refuse (error, path, "“%s” is missing.", sub->name);
    }
  return TRUE;
}

static gboolean
read_members (const MusterSchemaAttribute *attribute,
              MusterValueMode              mode,
              const char                  *path,
              JsonObject                  *given,
              JsonObject                  *object,
              GError                     **error)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *member;

  json_object_iter_init_ordered (&iter, given);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      if (!read_member (attribute, mode, path, name, member, object, error))
        return FALSE;
    }
  return TRUE;
}

/* Where there is one canonical value only, it need not be written. */
static void
fill_in (const MusterSchemaAttribute *attribute, JsonObject *object)
{
  const MusterSchemaAttribute *sub;

  for (sub = attribute->sub_attributes; sub->name != NULL; sub++)
    {
      if (sub->canonical_values != NULL && sub->canonical_values[1] == NULL
          && json_object_get_size (object) > 0
          && !json_object_has_member (object, sub->name))
        json_object_set_string_member (object, sub->name, sub->canonical_values[0]);
    }
}

/* A text alone stands for the value's "value". */
static gboolean
read_complex (const MusterSchemaAttribute *attribute,
              MusterValueMode              mode,
              const char                  *path,
              JsonNode                    *given,
              JsonNode                   **value,
              GError                     **error)
{
  g_autoptr (JsonObject) object = json_object_new ();

  if (JSON_NODE_HOLDS_VALUE (given)
      && muster_schema_find_sub (attribute, "value") != NULL)
    {
      if (!read_member (attribute, mode, path, "value", given, object, error))
        return FALSE;
    }
  else if (!JSON_NODE_HOLDS_OBJECT (given))
    return refuse (error, path, "the value must be an object.");
  else if (!read_members (attribute, mode, path, json_node_get_object (given), object,
                          error))
    return FALSE;

  if (mode == MUSTER_VALUE_WHOLE && !check_required (attribute, path, object, error))
    return FALSE;

  *value = NULL;
  if (mode == MUSTER_VALUE_WHOLE)
    fill_in (attribute, object);
  if (mode == MUSTER_VALUE_PART || json_object_get_size (object) > 0)
    *value = json_node_init_object (json_node_alloc (), object);
  return TRUE;
}

gboolean
muster_schema_read_element (const MusterSchemaAttribute *attribute,
                            MusterValueMode              mode,
                            const char                  *path,
                            JsonNode                    *given,
                            JsonNode                   **value,
                            GError                     **error)
{
  *value = NULL;
  if (attribute->type == MUSTER_SCHEMA_COMPLEX)
    return read_complex (attribute, mode, path, given, value, error);
  return read_simple (attribute, path, given, value, error);
}

static guint
count_primaries (JsonArray *array)
{
  guint count = 0;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element)
          && json_object_get_boolean_member_with_default (json_node_get_object (element),
                                                          "primary", FALSE))
        count++;
    }
  return count;
}

/* One value that is not in an array stands for an array of it. */
static gboolean
read_values (const MusterSchemaAttribute *attribute,
             const char                  *path,
             JsonNode                    *given,
             JsonNode                   **value,
             GError                     **error)
{
  g_autoptr (JsonArray) values = json_array_new ();
  JsonArray *array = NULL;
  guint      length = 1;

  if (JSON_NODE_HOLDS_ARRAY (given))
    {
      array = json_node_get_array (given);
      length = json_array_get_length (array);
    }
  if (length > MAX_VALUES)
    return refuse (error, path, "there are more than %d values.", MAX_VALUES);

  for (guint i = 0; i < length; i++)
    {
      JsonNode *element = NULL;

      if (!muster_schema_read_element (attribute, MUSTER_VALUE_WHOLE, path,
                                       array != NULL ? json_array_get_element (array, i)
                                                     : given,
                                       &element, error))
        return FALSE;
      if (element != NULL)
        json_array_add_element (values, element);
    }

  if (count_primaries (values) > 1)
    return refuse (error, path, "only one value can be primary.");
  if (json_array_get_length (values) > 0)
    *value = json_node_init_array (json_node_alloc (), values);
  return TRUE;
}

gboolean
muster_schema_read_value (const MusterSchemaAttribute *attribute,
                          const MusterSchemaAttribute *sub,
                          MusterValueMode              mode,
                          const char                  *path,
                          JsonNode                    *given,
                          JsonNode                   **value,
                          GError                     **error)
{
  *value = NULL;
  if (is_unassigned (given)
      && !(mode == MUSTER_VALUE_PART && JSON_NODE_HOLDS_OBJECT (given)))
    return TRUE;
  if (sub != NULL)
    return read_simple (sub, path, given, value, error);
  if (attribute->multi_valued)
    return read_values (attribute, path, given, value, error);
  return muster_schema_read_element (attribute, mode, path, given, value, error);
}

JsonObject *
muster_schema_get_holder (const MusterSchema          *self,
                          const MusterSchemaAttribute *attribute,
                          JsonObject                  *resource,
                          gboolean                     make)
{
  if (!muster_schema_is_of_extension (attribute))
    return resource;
  if (json_object_has_member (resource, self->extension_urn))
    return json_object_get_object_member (resource, self->extension_urn);
  if (!make)
    return NULL;

  json_object_set_object_member (resource, self->extension_urn, json_object_new ());
  return json_object_get_object_member (resource, self->extension_urn);
}

static gboolean
read_attribute (const MusterSchema *self,
                const char         *urn,
                const char         *name,
                JsonNode           *given,
                JsonObject         *resource,
                GError            **error)
{
  const MusterSchemaAttribute *attribute = muster_schema_find (self, urn, name);
  g_autofree char             *path = NULL;
  JsonObject                  *holder;
  JsonNode                    *value = NULL;

  if (attribute == NULL || attribute->mutability == MUSTER_SCHEMA_READ_ONLY)
    return TRUE;

  path = muster_schema_dup_path (self, attribute, NULL);
  holder = muster_schema_get_holder (self, attribute, resource, TRUE);
  if (json_object_has_member (holder, attribute->name))
    return refuse (error, path, "it is given twice.");
  if (!muster_schema_read_value (attribute, NULL, MUSTER_VALUE_WHOLE, path, given, &value,
                                 error))
    return FALSE;

  if (value != NULL)
    json_object_set_member (holder, attribute->name, value);
  return TRUE;
}

static gboolean
read_attributes (const MusterSchema *self,
                 const char         *urn,
                 JsonObject         *given,
                 JsonObject         *resource,
                 GError            **error)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  json_object_iter_init_ordered (&iter, given);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      gboolean extension = self->extension_urn != NULL
                           && g_ascii_strcasecmp (name, self->extension_urn) == 0;

      if (!extension && !read_attribute (self, urn, name, value, resource, error))
        return FALSE;
      if (!extension || JSON_NODE_HOLDS_NULL (value))
        continue;
      if (!JSON_NODE_HOLDS_OBJECT (value) || urn == self->extension_urn)
        return refuse (error, name, "the value must be an object.");
      if (!read_attributes (self, self->extension_urn, json_node_get_object (value),
                            resource, error))
        return FALSE;
    }
  return TRUE;
}

JsonObject *
muster_schema_read_resource (const MusterSchema *self, JsonNode *given, GError **error)
{
  g_autoptr (JsonObject) resource = json_object_new ();

  if (!muster_message_check (given, self->urn, error))
    return NULL;
  if (!read_attributes (self, self->urn, json_node_get_object (given), resource, error))
    return NULL;
  return g_steal_pointer (&resource);
}

gboolean
muster_schema_check_values (const MusterSchema          *self,
                            const MusterSchemaAttribute *attribute,
                            JsonNode                    *value,
                            GError                     **error)
{
  g_autofree char *path = muster_schema_dup_path (self, attribute, NULL);

  if (value == NULL && attribute->required)
    return refuse (error, path, "a %s needs one.", self->name);
  if (value == NULL || !JSON_NODE_HOLDS_ARRAY (value))
    return TRUE;
  if (json_array_get_length (json_node_get_array (value)) > MAX_VALUES)
    return refuse (error, path, "there are more than %d values.", MAX_VALUES);
  if (count_primaries (json_node_get_array (value)) > 1)
    return refuse (error, path, "only one value can be primary.");
  return TRUE;
}
