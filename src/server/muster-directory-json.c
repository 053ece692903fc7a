/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-directory-record.h"

#include "muster-json-writer.h"

/* Positions in the table of the parent's sub-attributes. */
enum
{
  PARENT_VALUE,
  PARENT_REF,
  PARENT_DISPLAY,
};

static gboolean
append_parent (const MusterWork            *work,
               const MusterDirectoryRecord *self,
               guint32                      subs,
               GString                     *out,
               GError                     **error)
{
  const MusterDirectoryEntry *entry
    = muster_directory_get (work->directory, MUSTER_DIRECTORY_ORGANIZATION, self->parent,
                            error);

  if (entry == NULL)
    return FALSE;

  g_string_append_c (out, '{');
  if (subs & (1u << PARENT_VALUE))
    {
      muster_json_append_name (out, "value");
      muster_json_append_string (out, entry->id);
    }
  if (subs & (1u << PARENT_REF))
    {
      muster_json_append_name (out, "$ref");
      g_string_append_c (out, '"');
      muster_record_append_location (work, "/Organizations", entry->id, out);
      g_string_append_c (out, '"');
    }
  if ((subs & (1u << PARENT_DISPLAY)) && muster_work_has_organization (work, entry->row))
    {
      muster_json_append_name (out, "display");
      muster_json_append_string (out, entry->name);
    }
  g_string_append_c (out, '}');
  return TRUE;
}

static void
append_permissions (MusterPermissions permissions, GString *out)
{
  char before = '[';

  for (guint i = 0; i < MUSTER_N_PERMISSIONS; i++)
    {
      if ((permissions & (1u << i)) == 0)
        continue;
      g_string_append_c (out, before);
      muster_json_append_string (out, muster_permission_get_name (1u << i));
      before = ',';
    }
  g_string_append_c (out, ']');
}

static gboolean
is_assigned (const MusterDirectoryRecord *self, guint key)
{
  switch (key)
    {
    case MUSTER_ATTRIBUTE_EXTERNAL_ID:
      return self->base.external_id != NULL;
    case MUSTER_DIRECTORY_PERMISSIONS:
      return self->permissions != 0;
    case MUSTER_DIRECTORY_PARENT:
      return self->parent != 0;
    default:
      return TRUE;
    }
}

static gboolean
append_value (const MusterWork            *work,
              const MusterDirectoryRecord *self,
              guint                        key,
              guint32                      subs,
              GString                     *out,
              GError                     **error)
{
  switch (key)
    {
    case MUSTER_ATTRIBUTE_SCHEMAS:
      g_string_append_printf (out, "[\"%s\"]", self->type->schema->urn);
      return TRUE;
    case MUSTER_ATTRIBUTE_ID:
      muster_json_append_string (out, self->base.id);
      return TRUE;
    case MUSTER_ATTRIBUTE_EXTERNAL_ID:
      muster_json_append_string (out, self->base.external_id);
      return TRUE;
    case MUSTER_ATTRIBUTE_META:
      muster_record_append_meta (work, self->type->schema, &self->base, subs, out);
      return TRUE;
    case MUSTER_DIRECTORY_DISPLAY_NAME:
      muster_json_append_string (out, self->name);
      return TRUE;
    case MUSTER_DIRECTORY_ADMINISTRATIVE:
      g_string_append (out, self->administrative ? "true" : "false");
      return TRUE;
    case MUSTER_DIRECTORY_PERMISSIONS:
      append_permissions (self->permissions, out);
      return TRUE;
    case MUSTER_DIRECTORY_PARENT:
    default:
      return append_parent (work, self, subs, out, error);
    }
}

gboolean
muster_directory_record_append_value (
  const MusterWork *work, MusterRecord *record, guint key, GString *out, GError **error)
{
  const MusterDirectoryRecord *self = (const MusterDirectoryRecord *) record;

  return !is_assigned (self, key)
         || append_value (work, self, key, G_MAXUINT32, out, error);
}

gboolean
muster_directory_record_append (const MusterWork       *work,
                                MusterRecord           *record,
                                const MusterProjection *projection,
                                GString                *out,
                                GError                **error)
{
  const MusterDirectoryRecord *self = (const MusterDirectoryRecord *) record;

  g_string_append_c (out, '{');
  for (guint key = 0; key <= MUSTER_DIRECTORY_PARENT; key++)
    {
      const MusterSchemaAttribute *attribute
        = muster_schema_find_key (self->type->schema, key);

      if (attribute == NULL || !muster_projection_has (projection, key)
          || !is_assigned (self, key))
        continue;
      muster_json_append_name (out, attribute->name);
      if (!append_value (work, self, key, projection->subs[key], out, error))
        return FALSE;
    }
  g_string_append_c (out, '}');
  return TRUE;
}
