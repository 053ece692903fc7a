/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-resource-reader.h"

#include <glib/gi18n.h>

#include "muster-company.h"
#include "muster-organization.h"
#include "muster-role.h"

const char *
muster_scim_resource_get_endpoint (MusterResourceKind kind)
{
  static const char *const endpoints[] = {
    [MUSTER_RESOURCE_KIND_ROLE] = "/Roles",
    [MUSTER_RESOURCE_KIND_ORGANIZATION] = "/Organizations",
    [MUSTER_RESOURCE_KIND_COMPANY] = "/Companies",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (endpoints), NULL);

  return endpoints[kind];
}

/* (transfer full) */
static char **
read_permissions (JsonObject *object, const MusterScimPlace *place, GError **error)
{
  MusterScimPlace here = { .parent = place, .member = "permissions" };
  JsonArray      *array;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!muster_scim_json_get_array (object, "permissions", place, &array, error))
    return NULL;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      MusterScimPlace element = { .parent = &here, .index = i };
      JsonNode       *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node)
          || json_node_get_value_type (node) != G_TYPE_STRING)
        {
          muster_scim_json_fail (&element, N_ ("%s is not a string"), error);
          return NULL;
        }
      g_strv_builder_add (builder, json_node_get_string (node));
    }
  return g_strv_builder_end (builder);
}

static MusterResource *
read_role (JsonObject            *object,
           const char            *id,
           const char            *name,
           const MusterScimPlace *place,
           GError               **error)
{
  gboolean administrative = FALSE;
  g_auto (GStrv) permissions = NULL;

  if (!muster_scim_json_get_boolean (object, "administrative", place, &administrative,
                                     error))
    return NULL;
  permissions = read_permissions (object, place, error);
  if (permissions == NULL)
    return NULL;
  return MUSTER_RESOURCE (
    muster_role_new (id, name, administrative, (const char *const *) permissions));
}

static MusterResource *
read_organization (JsonObject            *object,
                   const char            *id,
                   const char            *name,
                   const MusterScimPlace *place,
                   GError               **error)
{
  MusterScimPlace here = { .parent = place, .member = "parent" };
  JsonObject     *parent;
  const char     *parent_id = NULL;

  if (!muster_scim_json_get_object (object, "parent", place, &parent, error)
      || (parent != NULL
          && !muster_scim_json_get_string (parent, "value", &here, &parent_id, error)))
    return NULL;
  return MUSTER_RESOURCE (muster_organization_new (id, name, parent_id));
}

MusterResource *
muster_scim_resource_read (JsonObject            *object,
                           MusterResourceKind     kind,
                           const MusterScimPlace *place,
                           GError               **error)
{
  MusterScimPlace here = { .parent = place, .member = "id" };
  const char     *id;
  const char     *name;

  if (!muster_scim_json_get_string (object, "id", place, &id, error)
      || !muster_scim_json_get_string (object, "displayName", place, &name, error))
    return NULL;
  if (id == NULL || *id == '\0')
    {
      muster_scim_json_fail (&here, N_ ("%s is missing"), error);
      return NULL;
    }
  if (name == NULL || *name == '\0')
    name = id;
  switch (kind)
    {
    case MUSTER_RESOURCE_KIND_ROLE:
      return read_role (object, id, name, place, error);
    case MUSTER_RESOURCE_KIND_ORGANIZATION:
      return read_organization (object, id, name, place, error);
    case MUSTER_RESOURCE_KIND_COMPANY:
    default:
      return MUSTER_RESOURCE (muster_company_new (id, name));
    }
}
