/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-dialect.h"

#include <glib/gi18n.h>

#include "muster-scim-json.h"
#include "muster-scim-profile.h"
#include "muster-scim-urns.h"

#define MAX_PAGE 1000
#define DEFAULT_PAGE 100
/* Another server may be slower with each operation than it is with requests. */
#define MAX_FOREIGN_OPERATIONS 100
#define MAX_FOREIGN_READ 100
#define PARALLEL 4

#define FIELD(name) MUSTER_FIELDS_OF (MUSTER_FIELD_##name)

/* An option is an object with `supported` in it (RFC 7643 §5). */
static gboolean
read_option (JsonObject  *object,
             const char  *member,
             gboolean    *supported,
             JsonObject **option,
             GError     **error)
{
  MusterScimPlace place = { .member = member };
  JsonObject     *found;

  *supported = FALSE;
  if (!muster_scim_json_get_object (object, member, NULL, &found, error))
    return FALSE;
  if (option != NULL)
    *option = found;
  return found == NULL
         || muster_scim_json_get_boolean (found, "supported", &place, supported, error);
}

static gboolean
read_bulk (MusterScimDialect *self, JsonObject *object, GError **error)
{
  MusterScimPlace place = { .member = "bulk" };
  JsonObject     *bulk;

  if (!read_option (object, "bulk", &self->has_bulk, &bulk, error))
    return FALSE;
  if (bulk == NULL)
    return TRUE;
  if (!muster_scim_json_get_int (bulk, "maxOperations", &place, &self->max_operations,
                                 error)
      || !muster_scim_json_get_int (bulk, "maxPayloadSize", &place, &self->max_payload,
                                    error))
    return FALSE;
  self->has_bulk = self->has_bulk && self->max_operations > 0;
  return TRUE;
}

static gboolean
read_filter (MusterScimDialect *self, JsonObject *object, GError **error)
{
  MusterScimPlace place = { .member = "filter" };
  JsonObject     *filter;

  if (!read_option (object, "filter", &self->has_filter, &filter, error))
    return FALSE;
  return filter == NULL
         || muster_scim_json_get_int (filter, "maxResults", &place, &self->max_results,
                                      error);
}

static gboolean
read_pagination (MusterScimDialect *self, JsonObject *object, GError **error)
{
  MusterScimPlace place = { .member = "pagination" };
  JsonObject     *pagination;

  if (!muster_scim_json_get_object (object, "pagination", NULL, &pagination, error))
    return FALSE;
  return pagination == NULL
         || muster_scim_json_get_boolean (pagination, "cursor", &place,
                                          &self->has_cursors, error);
}

static gboolean
read_schemes (MusterScimDialect *self, JsonObject *object, GError **error)
{
  MusterScimPlace place = { .member = "authenticationSchemes" };
  JsonArray      *schemes;

  if (!muster_scim_json_get_array (object, "authenticationSchemes", NULL, &schemes,
                                   error))
    return FALSE;
  for (guint i = 0; schemes != NULL && i < json_array_get_length (schemes); i++)
    {
      MusterScimPlace here = { .parent = &place, .index = i };
      JsonObject     *scheme;
      const char     *type;

      if (!muster_scim_json_get_element (schemes, &here, &scheme, error)
          || !muster_scim_json_get_string (scheme, "type", &here, &type, error))
        return FALSE;
      if (type != NULL && g_ascii_strcasecmp (type, "httpbasic") == 0)
        self->takes_basic = TRUE;
      else if (type != NULL && g_ascii_strcasecmp (type, "oauthbearertoken") == 0)
        self->takes_bearer = TRUE;
    }
  return TRUE;
}

gboolean
muster_scim_dialect_read_config (MusterScimDialect *self,
                                 JsonObject        *object,
                                 GError           **error)
{
  if (!muster_scim_json_lists (object, "schemas",
                               MUSTER_SCIM_URN_SERVICE_PROVIDER_CONFIG))
    return muster_scim_json_fail (NULL, N_ ("%s is no service provider configuration"),
                                  error);
  return read_option (object, "patch", &self->has_patch, NULL, error)
         && read_bulk (self, object, error) && read_filter (self, object, error)
         && read_option (object, "sort", &self->has_sort, NULL, error)
         && read_option (object, "etag", &self->has_versions, NULL, error)
         && read_pagination (self, object, error) && read_schemes (self, object, error);
}

/* (nullable) */
static const char *
peek_string (JsonObject *object, const char *member)
{
  const char *text;

  return muster_scim_json_get_string (object, member, NULL, &text, NULL) ? text : NULL;
}

static void
note_urn (MusterScimDialect *self, const char *urn)
{
  if (urn == NULL)
    return;
  if (g_ascii_strcasecmp (urn, MUSTER_SCIM_URN_PROFILE) == 0)
    self->has_profile = TRUE;
  else if (g_ascii_strcasecmp (urn, MUSTER_SCIM_URN_ENTERPRISE) == 0)
    self->has_enterprise = TRUE;
}

/* Of the core schema: which attributes it has and lets one write. */
static MusterFields
read_attributes (JsonObject *schema)
{
  static const MusterField candidates[]
    = { MUSTER_FIELD_TIME_ZONE, MUSTER_FIELD_ROLES, MUSTER_FIELD_ACTIVE };
  MusterFields fields = 0;
  JsonArray   *attributes;

  if (!muster_scim_json_get_array (schema, "attributes", NULL, &attributes, NULL)
      || attributes == NULL)
    return 0;
  for (guint i = 0; i < json_array_get_length (attributes); i++)
    {
      MusterScimPlace place = { .index = i };
      JsonObject     *attribute;
      const char     *name;

      if (!muster_scim_json_get_element (attributes, &place, &attribute, NULL)
          || (name = peek_string (attribute, "name")) == NULL
          || g_strcmp0 (peek_string (attribute, "mutability"), "readOnly") == 0)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (candidates); k++)
        if (g_ascii_strcasecmp (name, muster_scim_field_get_path (candidates[k])) == 0)
          fields |= MUSTER_FIELDS_OF (candidates[k]);
    }
  return fields;
}

typedef void (*MemberFunc) (MusterScimDialect *self, JsonObject *resource);

static void
for_each_resource (MusterScimDialect *self, JsonObject *list, MemberFunc func)
{
  JsonArray *resources;

  if (list == NULL
      || !muster_scim_json_get_array (list, "Resources", NULL, &resources, NULL)
      || resources == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (resources); i++)
    {
      MusterScimPlace place = { .index = i };
      JsonObject     *resource;

      if (muster_scim_json_get_element (resources, &place, &resource, NULL))
        func (self, resource);
    }
}

static void
read_schema (MusterScimDialect *self, JsonObject *schema)
{
  const char *urn = peek_string (schema, "id");

  note_urn (self, urn);
  if (urn != NULL && g_ascii_strcasecmp (urn, MUSTER_SCIM_URN_USER) == 0)
    self->fields |= read_attributes (schema);
}

void
muster_scim_dialect_read_schemas (MusterScimDialect *self, JsonObject *object)
{
  self->fields = 0;
  for_each_resource (self, object, read_schema);
  /* Says nothing of users: what every user has (RFC 7643 §4.1). The runner looks at what
   * comes of it. */
  if (self->fields == 0)
    self->fields = FIELD (TIME_ZONE) | FIELD (ROLES) | FIELD (ACTIVE);
}

static void
read_resource_type (MusterScimDialect *self, JsonObject *type)
{
  JsonArray *extensions;

  if (g_strcmp0 (peek_string (type, "schema"), MUSTER_SCIM_URN_USER) != 0
      || !muster_scim_json_get_array (type, "schemaExtensions", NULL, &extensions, NULL)
      || extensions == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (extensions); i++)
    {
      MusterScimPlace place = { .index = i };
      JsonObject     *extension;

      if (muster_scim_json_get_element (extensions, &place, &extension, NULL))
        note_urn (self, peek_string (extension, "schema"));
    }
}

void
muster_scim_dialect_read_resource_types (MusterScimDialect *self, JsonObject *object)
{
  for_each_resource (self, object, read_resource_type);
}

const char *
muster_scim_dialect_get_path (const MusterScimDialect *self, MusterField field)
{
  switch (field)
    {
    case MUSTER_FIELD_TIME_ZONE:
    case MUSTER_FIELD_ROLES:
    case MUSTER_FIELD_ACTIVE:
      return muster_scim_field_get_path (field);
    case MUSTER_FIELD_ORGANIZATION:
      if (!self->has_profile && self->has_enterprise)
        return MUSTER_SCIM_URN_ENTERPRISE ":organization";
      G_GNUC_FALLTHROUGH;
    case MUSTER_FIELD_COMPANY:
    case MUSTER_FIELD_ACCOUNT_EXECUTIVE:
    case MUSTER_FIELD_MANAGED_ORGANIZATIONS:
    case MUSTER_FIELD_FLAGGED_FIELDS:
    default:
      return self->has_profile ? muster_scim_field_get_path (field) : NULL;
    }
}

static void
add_transport (MusterCapabilities *capabilities, const char *name, guint max_writes)
{
  MusterTransport transport = { name, max_writes };

  g_array_append_val (capabilities->transports, transport);
}

static void
add_transports (const MusterScimDialect *self, MusterCapabilities *capabilities)
{
  gint64 limit = self->has_profile ? G_MAXUINT16 : MAX_FOREIGN_OPERATIONS;
  guint  max_writes = (guint) CLAMP (self->max_operations, 1, limit);

  if (!self->has_patch)
    {
      add_transport (capabilities, "each user sent back whole", 1);
      return;
    }
  if (self->has_bulk)
    add_transport (capabilities, "bulk", max_writes);
  if (self->has_bulk && !self->has_profile)
    add_transport (capabilities, "bulk with a bare list of operations", max_writes);
  add_transport (capabilities, "one request for each user", 1);
}

MusterScimTransport
muster_scim_dialect_get_transport (const MusterScimDialect *self, guint position)
{
  if (!self->has_patch)
    return MUSTER_SCIM_TRANSPORT_WHOLE;
  if (!self->has_bulk || position > MUSTER_SCIM_TRANSPORT_BULK_BARE)
    return MUSTER_SCIM_TRANSPORT_SINGLE;
  if (position == 0)
    return MUSTER_SCIM_TRANSPORT_BULK;
  return self->has_profile ? MUSTER_SCIM_TRANSPORT_SINGLE
                           : MUSTER_SCIM_TRANSPORT_BULK_BARE;
}

static MusterFields
choose_fields (const MusterScimDialect *self)
{
  if (self->has_profile)
    return self->has_patch ? MUSTER_FIELDS_ALL : 0;
  return self->fields | (self->has_enterprise ? FIELD (ORGANIZATION) : 0);
}

MusterCapabilities *
muster_scim_dialect_to_capabilities (const MusterScimDialect *self)
{
  MusterCapabilities *capabilities = muster_capabilities_new ();

  capabilities->fields = choose_fields (self);
  capabilities->page_size
    = (guint) CLAMP (self->max_results > 0 ? self->max_results : DEFAULT_PAGE, 1,
                     MAX_PAGE);
  capabilities->read_size
    = self->has_profile ? capabilities->page_size : MAX_FOREIGN_READ;
  /* Not every server takes `or`, and some answer it wrongly. */
  capabilities->match_size = self->has_profile ? capabilities->page_size : 1;
  capabilities->has_versions = self->has_versions;
  capabilities->parallel = PARALLEL;
  add_transports (self, capabilities);
  return capabilities;
}
