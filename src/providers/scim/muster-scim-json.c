/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-json.h"

#include <glib/gi18n.h>

#include "muster-platform-error.h"

static void
print_place (const MusterScimPlace *place, GString *out)
{
  if (place == NULL)
    return;
  print_place (place->parent, out);
  if (place->member == NULL)
    g_string_append_printf (out, "[%u]", place->index);
  else
    g_string_append_printf (out, "%s%s", out->len > 0 ? "." : "", place->member);
}

gboolean
muster_scim_json_fail (const MusterScimPlace *place, const char *problem, GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (GString) clause = g_string_new (_ (problem));
  g_autofree char *message = NULL;

  print_place (place, path);
  /* Translators: what a platform answered, where no part of it can be named. */
  g_string_replace (clause, "%s", path->len > 0 ? path->str : _ ("the whole of it"), 1);
  /* Translators: what is wrong, as a clause without its full stop. */
  message = g_strdup_printf (_ ("The platform's answer cannot be used: %s. Its "
                                "administrator should know."),
                             clause->str);
  g_propagate_error (error, muster_platform_error_new (MUSTER_PLATFORM_ERROR_BAD_REPLY, 0,
                                                       NULL, NULL, message));
  return FALSE;
}

/* @found: %NULL where the member is missing or null. */
static gboolean
find_value (JsonObject            *object,
            const char            *member,
            const MusterScimPlace *place,
            GType                  type,
            const char            *problem,
            JsonNode             **found,
            GError               **error)
{
  MusterScimPlace here = { .parent = place, .member = member };
  JsonNode       *node = json_object_get_member (object, member);

  *found = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    return muster_scim_json_fail (&here, problem, error);
  *found = node;
  return TRUE;
}

gboolean
muster_scim_json_get_string (JsonObject            *object,
                             const char            *member,
                             const MusterScimPlace *place,
                             const char           **value,
                             GError               **error)
{
  JsonNode *node;

  *value = NULL;
  if (!find_value (object, member, place, G_TYPE_STRING, N_ ("%s is not a string"), &node,
                   error))
    return FALSE;
  if (node != NULL)
    *value = json_node_get_string (node);
  return TRUE;
}

gboolean
muster_scim_json_get_boolean (JsonObject            *object,
                              const char            *member,
                              const MusterScimPlace *place,
                              gboolean              *value,
                              GError               **error)
{
  JsonNode *node;

  if (!find_value (object, member, place, G_TYPE_BOOLEAN,
                   N_ ("%s is neither true nor false"), &node, error))
    return FALSE;
  if (node != NULL)
    *value = json_node_get_boolean (node);
  return TRUE;
}

gboolean
muster_scim_json_get_int (JsonObject            *object,
                          const char            *member,
                          const MusterScimPlace *place,
                          gint64                *value,
                          GError               **error)
{
  JsonNode *node;

  if (!find_value (object, member, place, G_TYPE_INT64, N_ ("%s is not a whole number"),
                   &node, error))
    return FALSE;
  if (node != NULL)
    *value = json_node_get_int (node);
  return TRUE;
}

gboolean
muster_scim_json_get_object (JsonObject            *object,
                             const char            *member,
                             const MusterScimPlace *place,
                             JsonObject           **value,
                             GError               **error)
{
  MusterScimPlace here = { .parent = place, .member = member };
  JsonNode       *node = json_object_get_member (object, member);

  *value = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return muster_scim_json_fail (&here, N_ ("%s is not an object"), error);
  *value = json_node_get_object (node);
  return TRUE;
}

gboolean
muster_scim_json_get_array (JsonObject            *object,
                            const char            *member,
                            const MusterScimPlace *place,
                            JsonArray            **value,
                            GError               **error)
{
  MusterScimPlace here = { .parent = place, .member = member };
  JsonNode       *node = json_object_get_member (object, member);

  *value = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return muster_scim_json_fail (&here, N_ ("%s is not a list"), error);
  *value = json_node_get_array (node);
  return TRUE;
}

gboolean
muster_scim_json_get_element (JsonArray             *array,
                              const MusterScimPlace *place,
                              JsonObject           **value,
                              GError               **error)
{
  JsonNode *node = json_array_get_element (array, place->index);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return muster_scim_json_fail (place, N_ ("%s is not an object"), error);
  *value = json_node_get_object (node);
  return TRUE;
}

gboolean
muster_scim_json_lists (JsonObject *object, const char *member, const char *text)
{
  JsonNode  *node = json_object_get_member (object, member);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element)
          && json_node_get_value_type (element) == G_TYPE_STRING
          && g_ascii_strcasecmp (json_node_get_string (element), text) == 0)
        return TRUE;
    }
  return FALSE;
}
