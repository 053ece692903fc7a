/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-bulk.h"

#include "muster-message.h"
#include "muster-scim-urns.h"

static void
clear_operation_cb (gpointer data)
{
  MusterBulkOperation *operation = data;

  g_free (operation->id);
  g_free (operation->location);
  g_free (operation->etag);
  g_clear_error (&operation->malformed);
  g_clear_error (&operation->error);
}

void
muster_bulk_free (MusterBulk *self)
{
  g_clear_pointer (&self->operations, g_array_unref);
  g_clear_pointer (&self->by_bulk_id, g_hash_table_unref);
  g_clear_pointer (&self->patch, muster_patch_free);
  g_clear_pointer (&self->message, json_node_unref);
  g_free (self);
}

static gboolean
refuse (GError **error, MusterServerError code, const char *message)
{
  g_set_error_literal (error, MUSTER_SERVER_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
read_method (JsonObject *object, MusterBulkOperation *operation, GError **error)
{
  static const char *const names[] = { "POST", "PUT", "PATCH", "DELETE" };
  const char              *name;

  if (!muster_message_get_string (object, "method", &name, error))
    return FALSE;
  operation->method_name = name;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (name, names[i]) == 0)
        {
          operation->method = (MusterBulkMethod) i;
          operation->method_name = names[i];
          return TRUE;
        }
    }
  return refuse (error, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
                 "method: it must be POST, PUT, PATCH or DELETE.");
}

static gboolean
read_members (JsonObject *object, MusterBulkOperation *operation, GError **error)
{
  if (!muster_message_get_string (object, "bulkId", &operation->bulk_id, error)
      || !read_method (object, operation, error)
      || !muster_message_get_string (object, "path", &operation->path, error)
      || !muster_message_get_string (object, "version", &operation->version, error))
    return FALSE;
  if (operation->path == NULL)
    return refuse (error, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
                   "path: each operation needs one.");
  if (operation->method == MUSTER_BULK_POST && operation->bulk_id == NULL)
    return refuse (error, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
                   "bulkId: an operation that adds a resource needs one.");
  return TRUE;
}

/* One that is malformed fails alone (RFC 7644 §3.7.3). */
static gboolean
read_operation (JsonNode *node, MusterBulkOperation *operation, GError **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
                   "Operations: each must be an object.");

  operation->given = json_node_get_object (node);
  read_members (operation->given, operation, &operation->malformed);
  return TRUE;
}

static gboolean
index_operations (MusterBulk *self, GError **error)
{
  for (guint i = 0; i < self->operations->len; i++)
    {
      MusterBulkOperation *operation
        = &g_array_index (self->operations, MusterBulkOperation, i);

      if (operation->bulk_id == NULL || operation->method != MUSTER_BULK_POST
          || operation->malformed != NULL)
        continue;
      if (!g_hash_table_insert (self->by_bulk_id, (gpointer) operation->bulk_id,
                                operation))
        return refuse (error, MUSTER_SERVER_ERROR_INVALID_VALUE,
                       "bulkId: two operations have the same one.");
    }
  return TRUE;
}

static gboolean
read_operations (MusterBulk *self, JsonNode *node, GError **error)
{
  JsonArray *array;
  guint      length;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, MUSTER_SERVER_ERROR_INVALID_SYNTAX,
                   "Operations: it must be an array of operations.");

  array = json_node_get_array (node);
  length = json_array_get_length (array);
  if (length > MUSTER_BULK_MAX_OPERATIONS)
    {
      g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_TOO_LARGE,
                   "A Bulk request may have %d operations (maxOperations), and this one "
                   "has %u: send it in parts.",
                   MUSTER_BULK_MAX_OPERATIONS, length);
      return FALSE;
    }

  g_array_set_size (self->operations, length);
  for (guint i = 0; i < length; i++)
    {
      if (!read_operation (json_array_get_element (array, i),
                           &g_array_index (self->operations, MusterBulkOperation, i),
                           error))
        return FALSE;
    }
  return index_operations (self, error);
}

static gboolean
check_size (GBytes *body, GError **error)
{
  if (g_bytes_get_size (body) <= MUSTER_BULK_MAX_PAYLOAD)
    return TRUE;

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_TOO_LARGE,
               "A Bulk request may have %d bytes (maxPayloadSize): send it in parts.",
               MUSTER_BULK_MAX_PAYLOAD);
  return FALSE;
}

/* Many users are often changed alike: an operation's data stands at this depth. */
#define DATA_DEPTH 3

MusterBulk *
muster_bulk_read (MusterWork *work, GBytes *body, GError **error)
{
  g_autoptr (MusterBulk) self = g_new0 (MusterBulk, 1);
  JsonObject *message;

  self->work = work;
  self->operations = g_array_new (FALSE, TRUE, sizeof (MusterBulkOperation));
  g_array_set_clear_func (self->operations, clear_operation_cb);
  self->by_bulk_id = g_hash_table_new (g_str_hash, g_str_equal);
  if (!check_size (body, error))
    return NULL;
  self->message = muster_message_parse_repeating (body, DATA_DEPTH,
                                                  MUSTER_SCIM_URN_BULK_REQUEST, error);
  if (self->message == NULL)
    return NULL;

  message = json_node_get_object (self->message);
  if (!muster_message_get_number (message, "failOnErrors", &self->fail_on_errors, error)
      || !read_operations (self, muster_message_get (message, "Operations"), error))
    return NULL;
  return g_steal_pointer (&self);
}
