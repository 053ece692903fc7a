/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-projection.h"

#include "muster-json-writer.h"

static void
append_subs (const MusterSchemaAttribute *attribute,
             guint32                      subs,
             JsonObject                  *object,
             GString                     *out)
{
  g_string_append_c (out, '{');
  for (guint i = 0; attribute->sub_attributes[i].name != NULL; i++)
    {
      const char *name = attribute->sub_attributes[i].name;
      JsonNode   *member = json_object_get_member (object, name);

      if (member == NULL || (subs & (1u << i)) == 0)
        continue;
      muster_json_append_name (out, name);
      muster_json_append_node (out, member);
    }
  g_string_append_c (out, '}');
}

static void
append_projected (const MusterSchemaAttribute *attribute,
                  guint32                      subs,
                  JsonNode                    *node,
                  GString                     *out)
{
  if (JSON_NODE_HOLDS_OBJECT (node) && attribute->sub_attributes != NULL)
    append_subs (attribute, subs, json_node_get_object (node), out);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      g_string_append_c (out, '[');
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (i > 0)
            g_string_append_c (out, ',');
          append_projected (attribute, subs, json_array_get_element (array, i), out);
        }
      g_string_append_c (out, ']');
    }
  else
    muster_json_append_node (out, node);
}

void
muster_projection_append (const MusterProjection      *self,
                          const MusterSchemaAttribute *attribute,
                          JsonNode                    *value,
                          GString                     *out)
{
  append_projected (attribute, self->subs[attribute->key], value, out);
}
