/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-bulk.h"

#include <string.h>

#include "muster-message.h"

#define PREFIX "bulkId:"

static gboolean
refuse (GError **error, const char *bulk_id, const char *what)
{
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_CONFLICT,
               "bulkId:%.*s: %s", 80, bulk_id, what);
  return FALSE;
}

/* The id that stands for a bulkId. @id is (transfer none). */
static gboolean
find_id (MusterBulk *self, const char *bulk_id, const char **id, GError **error)
{
  MusterBulkOperation *other = g_hash_table_lookup (self->by_bulk_id, bulk_id);

  if (other == NULL)
    return refuse (error, bulk_id, "no operation that adds a resource has this bulkId.");
  if (other->state == MUSTER_BULK_RUNNING)
    return refuse (error, bulk_id, "operations refer to each other in a circle.");
  if (!muster_bulk_run_operation (self, other, error))
    return FALSE;
  if (other->state != MUSTER_BULK_DONE)
    return refuse (error, bulk_id, "the operation that adds it failed.");

  *id = other->id;
  return TRUE;
}

static gboolean
resolve_text (MusterBulk *self, JsonNode *node, GError **error)
{
  const char *text = json_node_get_string (node);
  const char *id;

  if (!g_str_has_prefix (text, PREFIX))
    return TRUE;
  if (!find_id (self, text + strlen (PREFIX), &id, error))
    return FALSE;

  json_node_set_string (node, id);
  return TRUE;
}

static gboolean resolve_node (MusterBulk *self, JsonNode *node, GError **error);

static gboolean
resolve_members (MusterBulk *self, JsonObject *object, GError **error)
{
  JsonObjectIter iter;
  JsonNode      *member;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, NULL, &member))
    {
      if (!resolve_node (self, member, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
resolve_elements (MusterBulk *self, JsonArray *array, GError **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!resolve_node (self, json_array_get_element (array, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
resolve_node (MusterBulk *self, JsonNode *node, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return resolve_members (self, json_node_get_object (node), error);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return resolve_elements (self, json_node_get_array (node), error);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return resolve_text (self, node, error);
  return TRUE;
}

/* "/Users/bulkId:abc" */
static gboolean
resolve_path (MusterBulk *self, const char *given, char **path, GError **error)
{
  const char *slash = strrchr (given, '/');
  const char *id;

  if (slash == NULL || !g_str_has_prefix (slash + 1, PREFIX))
    return TRUE;
  if (!find_id (self, slash + 1 + strlen (PREFIX), &id, error))
    return FALSE;

  *path = g_strdup_printf ("%.*s/%s", (int) (slash - given), given, id);
  return TRUE;
}

gboolean
muster_bulk_resolve (MusterBulk          *self,
                     MusterBulkOperation *operation,
                     char               **path,
                     GError             **error)
{
  JsonNode *data = muster_message_get (operation->given, "data");

  *path = NULL;
  if (g_hash_table_size (self->by_bulk_id) == 0)
    return TRUE;
  return resolve_path (self, operation->path, path, error)
         && (data == NULL || resolve_node (self, data, error));
}
