/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-schema.h"

#include "muster-schema-check.h"

static const MusterSchemaAttribute meta_attributes[] = {
  { .name = "resourceType",
    .description = "The name of the resource type.",
    .case_exact = TRUE,
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { .name = "created",
    .description = "When the resource was added.",
    .type = MUSTER_SCHEMA_DATE_TIME,
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { .name = "lastModified",
    .description = "When the resource was last changed.",
    .type = MUSTER_SCHEMA_DATE_TIME,
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { .name = "location",
    .description = "The URI of the resource.",
    .type = MUSTER_SCHEMA_REFERENCE,
    .case_exact = TRUE,
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { .name = "version",
    .description = "The version of the resource; it moves only with a change.",
    .case_exact = TRUE,
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { NULL },
};

const MusterSchemaAttribute muster_schema_common[] = {
  { .name = "schemas",
    .description = "The URIs of the schemas of the resource.",
    .key = MUSTER_ATTRIBUTE_SCHEMAS,
    .type = MUSTER_SCHEMA_REFERENCE,
    .multi_valued = TRUE,
    .required = TRUE,
    .case_exact = TRUE,
    .mutability = MUSTER_SCHEMA_READ_ONLY,
    .returned = MUSTER_SCHEMA_RETURNED_ALWAYS },
  { .name = "id",
    .description = "A unique identifier, issued by the platform.",
    .key = MUSTER_ATTRIBUTE_ID,
    .case_exact = TRUE,
    .mutability = MUSTER_SCHEMA_READ_ONLY,
    .returned = MUSTER_SCHEMA_RETURNED_ALWAYS,
    .uniqueness = MUSTER_SCHEMA_UNIQUENESS_SERVER },
  { .name = "externalId",
    .description = "An identifier as the provisioning client has it.",
    .key = MUSTER_ATTRIBUTE_EXTERNAL_ID,
    .case_exact = TRUE,
    .check = muster_schema_check_not_blank },
  { .name = "meta",
    .description = "What the platform says about the resource.",
    .key = MUSTER_ATTRIBUTE_META,
    .type = MUSTER_SCHEMA_COMPLEX,
    .mutability = MUSTER_SCHEMA_READ_ONLY,
    .sub_attributes = meta_attributes },
  { NULL },
};

const MusterSchema *const muster_schemas[] = {
  &muster_schema_user,
  &muster_schema_role,
  &muster_schema_organization,
  &muster_schema_company,
  NULL,
};

static const MusterSchemaAttribute *
find_name (const MusterSchemaAttribute *table, const char *name)
{
  for (; table != NULL && table->name != NULL; table++)
    {
      if (g_ascii_strcasecmp (table->name, name) == 0)
        return table;
    }
  return NULL;
}

static const MusterSchemaAttribute *
find_key (const MusterSchemaAttribute *table, guint key)
{
  for (; table != NULL && table->name != NULL; table++)
    {
      if (table->key == key)
        return table;
    }
  return NULL;
}

static gboolean
equal_urns (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

const MusterSchemaAttribute *
muster_schema_find (const MusterSchema *self, const char *urn, const char *name)
{
  const MusterSchemaAttribute *found = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (urn == NULL || equal_urns (urn, self->urn))
    {
      found = find_name (self->attributes, name);
      if (found == NULL)
        found = find_name (muster_schema_common, name);
    }
  if (found == NULL && (urn == NULL || equal_urns (urn, self->extension_urn)))
    found = find_name (self->extension_attributes, name);
  return found;
}

const MusterSchemaAttribute *
muster_schema_find_key (const MusterSchema *self, guint key)
{
  if (key < MUSTER_ATTRIBUTE_FIRST_OWN)
    return find_key (muster_schema_common, key);
  if (key < MUSTER_ATTRIBUTE_FIRST_OF_EXTENSION)
    return find_key (self->attributes, key);
  return find_key (self->extension_attributes, key);
}

const MusterSchemaAttribute *
muster_schema_find_sub (const MusterSchemaAttribute *attribute, const char *name)
{
  g_return_val_if_fail (attribute != NULL && name != NULL, NULL);

  return find_name (attribute->sub_attributes, name);
}

guint
muster_schema_get_sub_position (const MusterSchemaAttribute *attribute,
                                const MusterSchemaAttribute *sub)
{
  return (guint) (sub - attribute->sub_attributes);
}

gboolean
muster_schema_is_of_extension (const MusterSchemaAttribute *attribute)
{
  return attribute->key >= MUSTER_ATTRIBUTE_FIRST_OF_EXTENSION;
}

char *
muster_schema_dup_path (const MusterSchema          *self,
                        const MusterSchemaAttribute *attribute,
                        const MusterSchemaAttribute *sub)
{
  gboolean extension = muster_schema_is_of_extension (attribute);

  return g_strconcat (extension ? self->extension_urn : "", extension ? ":" : "",
                      attribute->name, sub != NULL ? "." : "",
                      sub != NULL ? sub->name : "", NULL);
}
