/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-projection.h"

#include <string.h>

#define MAX_NAMES 200

static void
add_returned (MusterProjection            *self,
              const MusterSchemaAttribute *table,
              MusterSchemaReturned         returned)
{
  for (; table != NULL && table->name != NULL; table++)
    {
      if (table->returned == returned)
        self->attributes |= MUSTER_ATTRIBUTE (table->key);
    }
}

static void
add_all_returned (MusterProjection    *self,
                  const MusterSchema  *schema,
                  MusterSchemaReturned returned)
{
  add_returned (self, muster_schema_common, returned);
  add_returned (self, schema->attributes, returned);
  add_returned (self, schema->extension_attributes, returned);
}

void
muster_projection_init (MusterProjection *self, const MusterSchema *schema)
{
  self->attributes = 0;
  self->has_subs = FALSE;
  memset (self->subs, 0xff, sizeof self->subs);
  add_all_returned (self, schema, MUSTER_SCHEMA_RETURNED_ALWAYS);
  add_all_returned (self, schema, MUSTER_SCHEMA_RETURNED_DEFAULT);
}

static gboolean
equal_urn (const char *urn, const char *name)
{
  return urn != NULL && g_ascii_strcasecmp (urn, name) == 0;
}

/* The attributes that a URN alone names: all of one schema. */
static MusterAttributes
find_of_urn (const MusterSchema *schema, const char *name)
{
  const MusterSchemaAttribute *table = NULL;
  MusterAttributes             found = 0;

  if (equal_urn (schema->urn, name))
    table = schema->attributes;
  else if (equal_urn (schema->extension_urn, name))
    table = schema->extension_attributes;
  for (; table != NULL && table->name != NULL; table++)
    {
      if (table->returned != MUSTER_SCHEMA_RETURNED_NEVER)
        found |= MUSTER_ATTRIBUTE (table->key);
    }
  return found;
}

/* Parts "URN:name.sub" at the URNs that the resource has; a URN holds dots itself. */
static const MusterSchemaAttribute *
find_attribute (const MusterSchema           *schema,
                const char                   *text,
                const MusterSchemaAttribute **sub)
{
  const MusterSchemaAttribute *attribute;
  const char                  *colon = strrchr (text, ':');
  g_autofree char             *urn = colon ? g_strndup (text, colon - text) : NULL;
  g_auto (GStrv) parts = g_strsplit (colon ? colon + 1 : text, ".", 2);

  *sub = NULL;
  if (parts[0] == NULL)
    return NULL;

  attribute = muster_schema_find (schema, urn, parts[0]);
  if (attribute == NULL || parts[1] == NULL)
    return attribute;

  *sub = muster_schema_find_sub (attribute, parts[1]);
  return *sub != NULL ? attribute : NULL;
}

static void
include_name (MusterProjection *self, const MusterSchema *schema, const char *name)
{
  const MusterSchemaAttribute *attribute, *sub;
  MusterAttributes             of_urn = find_of_urn (schema, name);
  guint32                      bit;

  self->attributes |= of_urn;
  if (of_urn != 0)
    return;

  attribute = find_attribute (schema, name, &sub);
  if (attribute == NULL || attribute->returned == MUSTER_SCHEMA_RETURNED_NEVER)
    return;

  bit = sub ? 1u << muster_schema_get_sub_position (attribute, sub) : G_MAXUINT32;
  if (!muster_projection_has (self, attribute->key))
    self->subs[attribute->key] = 0;
  self->attributes |= MUSTER_ATTRIBUTE (attribute->key);
  self->subs[attribute->key] |= bit;
  self->has_subs |= self->subs[attribute->key] != G_MAXUINT32;
}

static void
exclude_name (MusterProjection *self, const MusterSchema *schema, const char *name)
{
  const MusterSchemaAttribute *attribute, *sub;

  self->attributes &= ~find_of_urn (schema, name);
  attribute = find_attribute (schema, name, &sub);
  if (attribute == NULL)
    return;

  if (sub == NULL)
    self->attributes &= ~MUSTER_ATTRIBUTE (attribute->key);
  else
    {
      self->subs[attribute->key]
        &= ~(1u << muster_schema_get_sub_position (attribute, sub));
      self->has_subs = TRUE;
    }
}

static gboolean
check_names (const char *const *names, const char *parameter, GError **error)
{
  if (names == NULL || g_strv_length ((GStrv) names) <= MAX_NAMES)
    return TRUE;

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
               "%s names more than %d attributes.", parameter, MAX_NAMES);
  return FALSE;
}

gboolean
muster_projection_read (MusterProjection   *self,
                        const MusterSchema *schema,
                        const char *const  *attributes,
                        const char *const  *excluded,
                        GError            **error)
{
  muster_projection_init (self, schema);
  if (!check_names (attributes, "attributes", error)
      || !check_names (excluded, "excludedAttributes", error))
    return FALSE;
  if (attributes != NULL && excluded != NULL)
    {
      g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
                           "attributes and excludedAttributes cannot be given together.");
      return FALSE;
    }

  if (attributes != NULL)
    self->attributes = 0;
  for (; attributes != NULL && *attributes != NULL; attributes++)
    include_name (self, schema, *attributes);
  for (; excluded != NULL && *excluded != NULL; excluded++)
    exclude_name (self, schema, *excluded);
  add_all_returned (self, schema, MUSTER_SCHEMA_RETURNED_ALWAYS);
  return TRUE;
}

gboolean
muster_projection_has (const MusterProjection *self, guint key)
{
  return (self->attributes & MUSTER_ATTRIBUTE (key)) != 0;
}
