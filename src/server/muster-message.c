/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-message.h"

#include "muster-json-guard.h"

gboolean
muster_message_propagate (GError **error, GError *failure)
{
  if (failure->domain == MUSTER_SCIM_ERROR)
    {
      static const MusterServerError codes[] = {
        [MUSTER_SCIM_ERROR_INVALID_FILTER] = MUSTER_SERVER_ERROR_INVALID_FILTER,
        [MUSTER_SCIM_ERROR_INVALID_PATH] = MUSTER_SERVER_ERROR_INVALID_PATH,
        [MUSTER_SCIM_ERROR_INVALID_JSON] = MUSTER_SERVER_ERROR_INVALID_SYNTAX,
      };

      failure->code = (int) codes[failure->code];
      failure->domain = MUSTER_SERVER_ERROR;
    }
  g_propagate_error (error, failure);
  return FALSE;
}

static JsonNode *
parse (GBytes *body, guint repeats, GError **error)
{
  GError   *failure = NULL;
  JsonNode *node = muster_json_parse_repeating (body, repeats, &failure);

  if (node == NULL)
    {
      g_prefix_error (&failure, "The body is ");
      muster_message_propagate (error, failure);
    }
  return node;
}

JsonNode *
muster_message_parse_body (GBytes *body, GError **error)
{
  return parse (body, 0, error);
}

static gboolean
has_urn (JsonNode *schemas, const char *urn)
{
  JsonArray *array;

  if (schemas == NULL || !JSON_NODE_HOLDS_ARRAY (schemas))
    return FALSE;

  array = json_node_get_array (schemas);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element)
          && json_node_get_value_type (element) == G_TYPE_STRING
          && g_ascii_strcasecmp (json_node_get_string (element), urn) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
muster_message_check (JsonNode *node, const char *urn, GError **error)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node)
      && has_urn (muster_message_get (json_node_get_object (node), "schemas"), urn))
    return TRUE;

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
               "schemas: the body must be a JSON object whose schemas are an array with "
               "“%s”.",
               urn);
  return FALSE;
}

JsonNode *
muster_message_parse_repeating (GBytes     *body,
                                guint       repeats,
                                const char *urn,
                                GError    **error)
{
  g_autoptr (JsonNode) node = parse (body, repeats, error);

  if (node == NULL || !muster_message_check (node, urn, error))
    return NULL;
  return g_steal_pointer (&node);
}

JsonNode *
muster_message_parse (GBytes *body, const char *urn, GError **error)
{
  return muster_message_parse_repeating (body, 0, urn, error);
}

JsonNode *
muster_message_get (JsonObject *object, const char *name)
{
  JsonNode      *node = json_object_get_member (object, name);
  JsonObjectIter iter;
  const char    *member;
  JsonNode      *value;

  if (node != NULL)
    return node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, &value))
    {
      if (g_ascii_strcasecmp (member, name) == 0)
        return value;
    }
  return NULL;
}

static gboolean
refuse (const char *name, const char *what, GError **error)
{
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
               "%s: the value must be %s.", name, what);
  return FALSE;
}

gboolean
muster_message_get_string (JsonObject  *object,
                           const char  *name,
                           const char **text,
                           GError     **error)
{
  JsonNode *node = muster_message_get (object, name);

  *text = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (name, "a string", error);

  *text = json_node_get_string (node);
  return TRUE;
}

gboolean
muster_message_get_number (JsonObject *object,
                           const char *name,
                           gint64     *number,
                           GError    **error)
{
  JsonNode *node = muster_message_get (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return refuse (name, "a whole number", error);

  *number = json_node_get_int (node);
  return TRUE;
}
