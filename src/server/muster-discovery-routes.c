/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <string.h>

#include "muster-bulk.h"
#include "muster-json-writer.h"
#include "muster-list.h"
#include "muster-record.h"
#include "muster-scim-urns.h"

static const char *const type_names[] = {
  [MUSTER_SCHEMA_STRING] = "string",      [MUSTER_SCHEMA_BOOLEAN] = "boolean",
  [MUSTER_SCHEMA_DATE_TIME] = "dateTime", [MUSTER_SCHEMA_REFERENCE] = "reference",
  [MUSTER_SCHEMA_BINARY] = "binary",      [MUSTER_SCHEMA_COMPLEX] = "complex",
};

static const char *const mutability_names[] = {
  [MUSTER_SCHEMA_READ_WRITE] = "readWrite",
  [MUSTER_SCHEMA_READ_ONLY] = "readOnly",
  [MUSTER_SCHEMA_IMMUTABLE] = "immutable",
  [MUSTER_SCHEMA_WRITE_ONLY] = "writeOnly",
};

static const char *const returned_names[] = {
  [MUSTER_SCHEMA_RETURNED_DEFAULT] = "default",
  [MUSTER_SCHEMA_RETURNED_ALWAYS] = "always",
  [MUSTER_SCHEMA_RETURNED_NEVER] = "never",
  [MUSTER_SCHEMA_RETURNED_REQUEST] = "request",
};

static const char *const uniqueness_names[] = {
  [MUSTER_SCHEMA_UNIQUENESS_NONE] = "none",
  [MUSTER_SCHEMA_UNIQUENESS_SERVER] = "server",
};

/* A schema as /Schemas shows it: the core of a resource type, or its extension. */
typedef struct
{
  const char                  *urn;
  const char                  *name;
  const char                  *description;
  const MusterSchemaAttribute *attributes;
} Described;

static void
append_text (GString *out, const char *name, const char *text)
{
  muster_json_append_name (out, name);
  muster_json_append_string (out, text);
}

static void
append_truth (GString *out, const char *name, gboolean truth)
{
  muster_json_append_name (out, name);
  g_string_append (out, truth ? "true" : "false");
}

static void
append_texts (GString *out, const char *name, const char *const *texts)
{
  if (texts == NULL)
    return;

  muster_json_append_name (out, name);
  g_string_append_c (out, '[');
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      muster_json_append_string (out, texts[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_meta (GString *out, const char *base_url, const char *type, const char *path)
{
  g_autofree char *location = g_strconcat (base_url, "/scim/v2", path, NULL);

  muster_json_append_name (out, "meta");
  g_string_append_c (out, '{');
  append_text (out, "resourceType", type);
  append_text (out, "location", location);
  g_string_append_c (out, '}');
}

static void
append_attributes (GString *out, const char *name, const MusterSchemaAttribute *table);

static void
append_attribute (GString *out, const MusterSchemaAttribute *attribute)
{
  gboolean text = attribute->type != MUSTER_SCHEMA_COMPLEX
                  && attribute->type != MUSTER_SCHEMA_BOOLEAN;

  g_string_append_c (out, '{');
  append_text (out, "name", attribute->name);
  append_text (out, "type", type_names[attribute->type]);
  append_truth (out, "multiValued", attribute->multi_valued);
  append_text (out, "description", attribute->description);
  append_truth (out, "required", attribute->required);
  if (text)
    append_truth (out, "caseExact", attribute->case_exact);
  append_text (out, "mutability", mutability_names[attribute->mutability]);
  append_text (out, "returned", returned_names[attribute->returned]);
  if (attribute->type != MUSTER_SCHEMA_BOOLEAN)
    append_text (out, "uniqueness", uniqueness_names[attribute->uniqueness]);
  append_texts (out, "canonicalValues", attribute->canonical_values);
  append_texts (out, "referenceTypes", attribute->reference_types);
  if (attribute->sub_attributes != NULL)
    append_attributes (out, "subAttributes", attribute->sub_attributes);
  g_string_append_c (out, '}');
}

static void
append_attributes (GString *out, const char *name, const MusterSchemaAttribute *table)
{
  muster_json_append_name (out, name);
  g_string_append_c (out, '[');
  for (guint i = 0; table[i].name != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_attribute (out, &table[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_schema (GString *out, const Described *schema, const char *base_url)
{
  g_autofree char *path = g_strconcat ("/Schemas/", schema->urn, NULL);

  g_string_append (out, "{\"schemas\":[\"" MUSTER_SCIM_URN_SCHEMA "\"]");
  append_text (out, "id", schema->urn);
  append_text (out, "name", schema->name);
  append_text (out, "description", schema->description);
  append_attributes (out, "attributes", schema->attributes);
  append_meta (out, base_url, "Schema", path);
  g_string_append_c (out, '}');
}

static GArray *
collect_schemas (void)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Described));

  for (guint i = 0; muster_schemas[i] != NULL; i++)
    {
      const MusterSchema *type = muster_schemas[i];
      Described core = { type->urn, type->name, type->description, type->attributes };
      Described extension = { type->extension_urn, type->extension_name,
                              type->extension_description, type->extension_attributes };

      g_array_append_val (found, core);
      if (extension.urn != NULL)
        g_array_append_val (found, extension);
    }
  return found;
}

static void
append_resource_type (GString *out, const MusterSchema *type, const char *base_url)
{
  g_autofree char *path = g_strconcat ("/ResourceTypes/", type->name, NULL);

  g_string_append (out, "{\"schemas\":[\"" MUSTER_SCIM_URN_RESOURCE_TYPE "\"]");
  append_text (out, "id", type->name);
  append_text (out, "name", type->name);
  append_text (out, "description", type->description);
  append_text (out, "endpoint", type->endpoint);
  append_text (out, "schema", type->urn);
  muster_json_append_name (out, "schemaExtensions");
  g_string_append_c (out, '[');
  if (type->extension_urn != NULL)
    {
      g_string_append_c (out, '{');
      append_text (out, "schema", type->extension_urn);
      append_truth (out, "required", FALSE);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
  append_meta (out, base_url, "ResourceType", path);
  g_string_append_c (out, '}');
}

/* RFC 7644 §4: discovery is not filtered. */
static gboolean
check_no_filter (const MusterContext *context, GError **error)
{
  if (muster_request_get_query (context->request, "filter") == NULL)
    return TRUE;

  g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_FORBIDDEN,
                       "filter: discovery is answered whole, without a filter.");
  return FALSE;
}

static GString *
begin_list (guint count)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out,
                          "{\"schemas\":[\"" MUSTER_SCIM_URN_LIST_RESPONSE "\"],"
                          "\"totalResults\":%u,\"itemsPerPage\":%u,\"startIndex\":1,"
                          "\"Resources\":[",
                          count, count);
  return out;
}

static MusterReply *
list_schemas_cb (MusterContext *context, GError **error)
{
  g_autoptr (GArray) found = collect_schemas ();
  GString *out;

  if (!check_no_filter (context, error))
    return NULL;

  out = begin_list (found->len);
  for (guint i = 0; i < found->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_schema (out, &g_array_index (found, Described, i),
                     context->request->base_url);
    }
  g_string_append (out, "]}");
  return muster_reply_new_text (200, out);
}

static MusterReply *
reply_not_found (const char *what, GError **error)
{
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_NOT_FOUND,
               "There is no such %s.", what);
  return NULL;
}

static MusterReply *
get_schema_cb (MusterContext *context, GError **error)
{
  g_autoptr (GArray) found = collect_schemas ();
  const char *id = muster_request_get_capture (context->request, 0);

  for (guint i = 0; i < found->len; i++)
    {
      const Described *schema = &g_array_index (found, Described, i);
      GString         *out;

      if (g_ascii_strcasecmp (schema->urn, id) != 0)
        continue;
      out = g_string_new (NULL);
      append_schema (out, schema, context->request->base_url);
      return muster_reply_new_text (200, out);
    }
  return reply_not_found ("schema", error);
}

static MusterReply *
list_resource_types_cb (MusterContext *context, GError **error)
{
  guint    count = 0;
  GString *out;

  if (!check_no_filter (context, error))
    return NULL;

  while (muster_schemas[count] != NULL)
    count++;
  out = begin_list (count);
  for (guint i = 0; i < count; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_resource_type (out, muster_schemas[i], context->request->base_url);
    }
  g_string_append (out, "]}");
  return muster_reply_new_text (200, out);
}

static MusterReply *
get_resource_type_cb (MusterContext *context, GError **error)
{
  const char *id = muster_request_get_capture (context->request, 0);

  for (guint i = 0; muster_schemas[i] != NULL; i++)
    {
      GString *out;

      if (strcmp (muster_schemas[i]->name, id) != 0)
        continue;
      out = g_string_new (NULL);
      append_resource_type (out, muster_schemas[i], context->request->base_url);
      return muster_reply_new_text (200, out);
    }
  return reply_not_found ("resource type", error);
}

static MusterReply *
get_config_cb (MusterContext *context, GError **error)
{
  GString *out
    = g_string_new ("{\"schemas\":[\"" MUSTER_SCIM_URN_SERVICE_PROVIDER_CONFIG "\"],"
                    "\"patch\":{\"supported\":true},");

  g_string_append_printf (
    out,
    "\"bulk\":{\"supported\":true,\"maxOperations\":%d,\"maxPayloadSize\":%d},"
    "\"filter\":{\"supported\":true,\"maxResults\":%d},"
    "\"changePassword\":{\"supported\":true},\"sort\":{\"supported\":true},"
    "\"etag\":{\"supported\":true},"
    "\"pagination\":{\"cursor\":true,\"index\":true,"
    "\"defaultPaginationMethod\":\"index\",\"defaultPageSize\":%d,\"maxPageSize\":%d},",
    MUSTER_BULK_MAX_OPERATIONS, MUSTER_BULK_MAX_PAYLOAD, MUSTER_LIST_MAX_COUNT,
    MUSTER_LIST_DEFAULT_COUNT, MUSTER_LIST_MAX_COUNT);
  g_string_append (out,
                   "\"authenticationSchemes\":[{\"type\":\"oauthbearertoken\","
                   "\"name\":\"Bearer token\",\"description\":\"POST /sessions with HTTP "
                   "Basic gives a token, which goes along as RFC 6750 has it.\","
                   "\"specUri\":\"https://www.rfc-editor.org/info/rfc6750\","
                   "\"primary\":true}]");
  append_meta (out, context->request->base_url, "ServiceProviderConfig",
               "/ServiceProviderConfig");
  g_string_append_c (out, '}');
  return muster_reply_new_text (200, out);
}

#define OPEN(path, route_handler)                                                        \
  {                                                                                      \
    .method = "GET", .pattern = "/scim/v2/" path, .flags = MUSTER_ROUTE_OPEN,            \
    .handler = route_handler                                                             \
  }

const MusterRoute muster_discovery_routes[] = {
  OPEN ("ServiceProviderConfig", get_config_cb),
  OPEN ("ResourceTypes", list_resource_types_cb),
  OPEN ("ResourceTypes/*", get_resource_type_cb),
  OPEN ("Schemas", list_schemas_cb),
  OPEN ("Schemas/*", get_schema_cb),
  { NULL },
};
