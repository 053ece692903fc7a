/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-resource.h"

#include <string.h>

#include "muster-json-guard.h"
#include "muster-schema-user.h"
#include "muster-schema-value.h"

/* What rights look at, whatever is changed. */
#define NEEDED_FOR_RIGHTS                                                                \
  (MUSTER_ATTRIBUTE (MUSTER_USER_ROLES) | MUSTER_ATTRIBUTE (MUSTER_USER_PASSWORD))

/* The text of an entity tag without what makes it weak. */
static void
strip_tag (char *tag)
{
  g_strstrip (tag);
  if (g_ascii_strncasecmp (tag, "W/", 2) == 0)
    memmove (tag, tag + 2, strlen (tag + 2) + 1);
}

gboolean
muster_precondition_names (const char *header, const MusterRecord *record)
{
  g_autofree char *tag = NULL;
  g_auto (GStrv) tags = NULL;

  if (header == NULL)
    return FALSE;

  tag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", record->version);
  tags = g_strsplit (header, ",", 100);
  for (char **other = tags; *other != NULL; other++)
    {
      strip_tag (*other);
      if (g_str_equal (*other, "*") || g_str_equal (*other, tag))
        return TRUE;
    }
  return FALSE;
}

gboolean
muster_precondition_check (const MusterPrecondition *self,
                           const MusterRecord       *record,
                           GError                  **error)
{
  if (self == NULL
      || ((self->if_match == NULL || muster_precondition_names (self->if_match, record))
          && !muster_precondition_names (self->if_none_match, record)))
    return TRUE;

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_PRECONDITION,
               "It was changed in the meantime: its version is W/\"%" G_GINT64_FORMAT
               "\" now; read it again.",
               record->version);
  return FALSE;
}

MusterRecord *
muster_resource_create (MusterWork               *work,
                        const MusterResourceType *type,
                        JsonNode                 *body,
                        GError                  **error)
{
  g_autoptr (JsonObject) resource = NULL;
  MusterRecord *record;

  if (!type->check_create (work, error))
    return NULL;
  resource = muster_schema_read_resource (type->schema, body, error);
  if (resource == NULL)
    return NULL;

  record = type->create (type, work);
  if (!type->read (work, record, resource, MUSTER_ATTRIBUTES_ALL, error)
      || !type->save (work, NULL, record, error))
    g_clear_pointer (&record, type->free);
  return record;
}

MusterRecord *
muster_resource_get (MusterWork               *work,
                     const MusterResourceType *type,
                     const char               *id,
                     MusterAttributes          attributes,
                     GError                  **error)
{
  if (!type->check_view (work, error))
    return NULL;
  return type->load (type, work, id, attributes, error);
}

/* Returns: (transfer full): the copy that was saved, or NULL with an error. */
static MusterRecord *
change (MusterWork               *work,
        const MusterResourceType *type,
        MusterRecord             *before,
        JsonObject               *resource,
        MusterAttributes          attributes,
        GError                  **error)
{
  MusterRecord *after = type->copy (before);

  if (!type->read (work, after, resource, attributes, error)
      || !type->save (work, before, after, error))
    g_clear_pointer (&after, type->free);
  return after;
}

MusterRecord *
muster_resource_replace (MusterWork               *work,
                         const MusterResourceType *type,
                         const char               *id,
                         const MusterPrecondition *precondition,
                         JsonNode                 *body,
                         GError                  **error)
{
  g_autoptr (JsonObject) resource = NULL;
  MusterRecord *before, *after = NULL;

  before = muster_resource_get (work, type, id, MUSTER_ATTRIBUTES_ALL, error);
  if (before == NULL)
    return NULL;

  if (muster_precondition_check (precondition, before, error))
    resource = muster_schema_read_resource (type->schema, body, error);
  if (resource != NULL)
    after = change (work, type, before, resource, MUSTER_ATTRIBUTES_ALL, error);
  type->free (before);
  return after;
}

/* What a PATCH looks at of an attribute: what it can change, and where it picks values by
 * a filter, what the platform adds to them too. */
static guint32
collect_subs (const MusterSchemaAttribute *attribute, gboolean picks)
{
  guint32 subs = 0;

  if (attribute->sub_attributes == NULL || picks)
    return G_MAXUINT32;
  for (guint i = 0; attribute->sub_attributes[i].name != NULL; i++)
    {
      if (attribute->sub_attributes[i].mutability != MUSTER_SCHEMA_READ_ONLY)
        subs |= 1u << i;
    }
  return subs;
}

static void
init_touched (MusterProjection *projection, const MusterPatch *patch)
{
  muster_projection_init (projection, patch->schema);
  projection->attributes = patch->attributes;
  for (guint i = 0; i < patch->steps->len; i++)
    {
      const MusterPatchStep *step = patch->steps->pdata[i];
      guint                  key = step->attribute->key;

      if (step->attribute->type == MUSTER_SCHEMA_COMPLEX)
        projection->subs[key] = 0;
    }
  for (guint i = 0; i < patch->steps->len; i++)
    {
      const MusterPatchStep *step = patch->steps->pdata[i];

      projection->subs[step->attribute->key]
        |= collect_subs (step->attribute, step->filter != NULL);
    }
}

/* The touched attributes as they are, to be changed. */
static JsonObject *
build_touched (MusterWork               *work,
               const MusterResourceType *type,
               MusterRecord             *record,
               const MusterPatch        *patch,
               GError                  **error)
{
  g_autoptr (GString) text = g_string_sized_new (256);
  g_autoptr (JsonNode) node = NULL;
  MusterProjection projection;

  init_touched (&projection, patch);
  if (!type->append (work, record, &projection, text, error))
    return NULL;

  node = muster_json_parse_text (text->str, text->len, error);
  return node != NULL ? json_node_dup_object (node) : NULL;
}

MusterRecord *
muster_resource_patch_record (MusterWork               *work,
                              const MusterResourceType *type,
                              MusterRecord             *before,
                              const MusterPatch        *patch,
                              GError                  **error)
{
  g_autoptr (JsonObject) resource = NULL;

  resource = build_touched (work, type, before, patch, error);
  if (resource == NULL || !muster_patch_apply (patch, resource, error))
    return NULL;
  return change (work, type, before, resource, patch->attributes, error);
}

MusterRecord *
muster_resource_apply (MusterWork               *work,
                       const MusterResourceType *type,
                       const char               *id,
                       const MusterPrecondition *precondition,
                       const MusterPatch        *patch,
                       MusterAttributes          attributes,
                       GError                  **error)
{
  MusterRecord *before, *after = NULL;

  attributes |= patch->attributes;
  if (type == &muster_resource_type_user && (attributes & NEEDED_FOR_RIGHTS))
    attributes |= MUSTER_ATTRIBUTE (MUSTER_USER_MANAGED_ORGANIZATIONS);
  before = muster_resource_get (work, type, id, attributes, error);
  if (before == NULL)
    return NULL;

  if (muster_precondition_check (precondition, before, error))
    after = muster_resource_patch_record (work, type, before, patch, error);
  type->free (before);
  return after;
}

MusterRecord *
muster_resource_patch (MusterWork               *work,
                       const MusterResourceType *type,
                       const char               *id,
                       const MusterPrecondition *precondition,
                       JsonNode                 *body,
                       MusterAttributes          attributes,
                       GError                  **error)
{
  g_autoptr (MusterPatch) patch = muster_patch_read (type->schema, body, error);

  if (patch == NULL)
    return NULL;
  return muster_resource_apply (work, type, id, precondition, patch, attributes, error);
}

gboolean
muster_resource_delete (MusterWork               *work,
                        const MusterResourceType *type,
                        const char               *id,
                        const MusterPrecondition *precondition,
                        GError                  **error)
{
  MusterRecord *record;
  gboolean      done;

  record = muster_resource_get (work, type, id, MUSTER_ATTRIBUTES_ALL, error);
  if (record == NULL)
    return FALSE;

  done = muster_precondition_check (precondition, record, error)
         && type->remove (work, record, error);
  type->free (record);
  return done;
}
