/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-list.h"

#include "muster-message.h"
#include "muster-scim-urns.h"

static gboolean
refuse (GError **error, const char *name, const char *what)
{
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE, "%s: %s",
               name, what);
  return FALSE;
}

GStrv
muster_list_split_names (const char *text)
{
  GStrv names;

  if (text == NULL || text[0] == '\0')
    return NULL;

  names = g_strsplit (text, ",", -1);
  for (char **name = names; *name != NULL; name++)
    g_strstrip (*name);
  return names;
}

static gboolean
set_order (MusterListQuery *self, const char *order, GError **error)
{
  self->descending = order != NULL && g_ascii_strcasecmp (order, "descending") == 0;
  if (order == NULL || self->descending || g_ascii_strcasecmp (order, "ascending") == 0)
    return TRUE;
  return refuse (error, "sortOrder", "it must be ascending or descending.");
}

/* RFC 7644 §3.4.2.3 and §3.4.2.4: an order is one of what sorts, and what lies below the
 * least is the least. */
static void
bound_page (MusterListQuery *self)
{
  self->descending
    = self->descending && self->sort_by != NULL && self->sort_by[0] != '\0';
  self->start_index = MAX (self->start_index, 1);
  self->count = CLAMP (self->count, 0, MUSTER_LIST_MAX_COUNT);
}

static gboolean
read_number (const MusterRequest *request,
             const char          *name,
             gint64              *number,
             GError             **error)
{
  const char *text = muster_request_get_query (request, name);

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, number, NULL))
    return refuse (error, name, "it must be a whole number.");
  return TRUE;
}

static char *
dup_query (const MusterRequest *request, const char *name)
{
  return g_strdup (muster_request_get_query (request, name));
}

gboolean
muster_list_query_read (MusterListQuery     *self,
                        const MusterRequest *request,
                        GError             **error)
{
  *self = (MusterListQuery){ .start_index = 1, .count = MUSTER_LIST_DEFAULT_COUNT };
  self->filter = dup_query (request, "filter");
  self->sort_by = dup_query (request, "sortBy");
  self->cursor = dup_query (request, "cursor");
  self->attributes
    = muster_list_split_names (muster_request_get_query (request, "attributes"));
  self->excluded
    = muster_list_split_names (muster_request_get_query (request, "excludedAttributes"));
  if (!set_order (self, muster_request_get_query (request, "sortOrder"), error)
      || !read_number (request, "startIndex", &self->start_index, error)
      || !read_number (request, "count", &self->count, error))
    return FALSE;

  bound_page (self);
  return TRUE;
}

static gboolean
read_names (JsonObject *object, const char *name, GStrv *names, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode  *node = muster_message_get (object, name);
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, name, "it must be an array of strings.");

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element)
          || json_node_get_value_type (element) != G_TYPE_STRING)
        return refuse (error, name, "it must be an array of strings.");
      g_strv_builder_add (builder, json_node_get_string (element));
    }
  if (json_array_get_length (array) > 0)
    *names = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_text (JsonObject *object, const char *name, char **text, GError **error)
{
  const char *value;

  if (!muster_message_get_string (object, name, &value, error))
    return FALSE;

  *text = g_strdup (value);
  return TRUE;
}

gboolean
muster_list_query_read_message (MusterListQuery *self, GBytes *body, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  const char *order;

  *self = (MusterListQuery){ .start_index = 1, .count = MUSTER_LIST_DEFAULT_COUNT };
  node = muster_message_parse (body, MUSTER_SCIM_URN_SEARCH_REQUEST, error);
  if (node == NULL)
    return FALSE;

  object = json_node_get_object (node);
  if (!read_text (object, "filter", &self->filter, error)
      || !read_text (object, "sortBy", &self->sort_by, error)
      || !read_text (object, "cursor", &self->cursor, error)
      || !read_names (object, "attributes", &self->attributes, error)
      || !read_names (object, "excludedAttributes", &self->excluded, error)
      || !muster_message_get_number (object, "startIndex", &self->start_index, error)
      || !muster_message_get_number (object, "count", &self->count, error)
      || !muster_message_get_string (object, "sortOrder", &order, error)
      || !set_order (self, order, error))
    return FALSE;

  bound_page (self);
  return TRUE;
}

void
muster_list_query_clear (MusterListQuery *self)
{
  g_free (self->filter);
  g_free (self->sort_by);
  g_free (self->cursor);
  g_strfreev (self->attributes);
  g_strfreev (self->excluded);
}
