/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-directory-record.h"

#include "muster-schema-check.h"
#include "muster-schema-value.h"

MusterRecord *
muster_directory_record_new (const MusterResourceType *type, const MusterWork *work)
{
  MusterDirectoryRecord *self = g_new0 (MusterDirectoryRecord, 1);

  muster_record_begin (&self->base, work->now);
  self->type = type;
  self->name = g_strdup ("");
  return &self->base;
}

MusterRecord *
muster_directory_record_copy (const MusterRecord *record)
{
  const MusterDirectoryRecord *self = (const MusterDirectoryRecord *) record;
  MusterDirectoryRecord       *copy = g_memdup2 (self, sizeof *self);

  muster_record_copy (record, &copy->base);
  copy->name = g_strdup (self->name);
  return &copy->base;
}

void
muster_directory_record_free (MusterRecord *record)
{
  MusterDirectoryRecord *self = (MusterDirectoryRecord *) record;

  muster_record_clear (record);
  g_free (self->name);
  g_free (self);
}

MusterRecord *
muster_directory_record_read_row (const MusterResourceType *type, sqlite3_stmt *statement)
{
  MusterDirectoryRecord *self = g_new0 (MusterDirectoryRecord, 1);
  int                    column = MUSTER_RECORD_N_COLUMNS;

  muster_record_read_columns (&self->base, statement);
  self->type = type;
  self->name = muster_record_dup_column (statement, column++);
  self->administrative = sqlite3_column_int (statement, column++) != 0;
  self->permissions = (MusterPermissions) sqlite3_column_int64 (statement, column++);
  self->parent = sqlite3_column_int64 (statement, column++);
  return &self->base;
}

static gboolean
is_in_scope (const MusterWork *work, const MusterRecord *record)
{
  const MusterDirectoryRecord *self = (const MusterDirectoryRecord *) record;

  return self->type->scope == NULL || muster_work_has_organization (work, record->row);
}

static MusterRecord *
read_one (const MusterResourceType *type,
          const MusterWork         *work,
          sqlite3_stmt             *statement,
          const char               *id,
          GError                  **error)
{
  g_autofree char *quoted = NULL;
  MusterRecord    *record = NULL;
  MusterStep       step = muster_database_step (work->database, statement, error);

  if (step == MUSTER_STEP_ROW)
    record = muster_directory_record_read_row (type, statement);
  sqlite3_reset (statement);
  if (step == MUSTER_STEP_ERROR || (record != NULL && is_in_scope (work, record)))
    return record;

  g_clear_pointer (&record, muster_directory_record_free);
  quoted = muster_schema_quote (id);
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_NOT_FOUND,
               "There is no %s with the id %s.", type->table, quoted);
  return NULL;
}

MusterRecord *
muster_directory_record_load (const MusterResourceType *type,
                              const MusterWork         *work,
                              const char               *id,
                              MusterAttributes          attributes,
                              GError                  **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt    *statement;
  MusterRecord    *record;

  sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", type->columns, type->table);
  statement = muster_database_prepare_once (work->database, sql, error);
  if (statement == NULL)
    return NULL;

  muster_record_bind_text (statement, 1, id);
  record = read_one (type, work, statement, id, error);
  sqlite3_finalize (statement);
  return record;
}

static gboolean
read_parent (const MusterWork      *work,
             MusterDirectoryRecord *self,
             JsonNode              *value,
             GError               **error)
{
  const MusterDirectoryEntry *entry;
  g_autofree char            *quoted = NULL;
  const char                 *id;

  if (value == NULL)
    {
      self->parent = 0;
      return TRUE;
    }

  id = json_object_get_string_member (json_node_get_object (value), "value");
  if (!muster_directory_find (work->directory, MUSTER_DIRECTORY_ORGANIZATION, id, &entry,
                              error))
    return FALSE;
  if (entry != NULL
      && (entry->row == self->parent || muster_work_has_organization (work, entry->row)))
    {
      self->parent = entry->row;
      return TRUE;
    }

  quoted = muster_schema_quote (id);
  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
               "parent: there is no organization with the id %s.", quoted);
  return FALSE;
}

static MusterPermissions
read_permissions (JsonNode *value)
{
  JsonArray        *array = value != NULL ? json_node_get_array (value) : NULL;
  MusterPermissions permissions = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      MusterPermission permission;

      if (muster_permission_from_name (json_array_get_string_element (array, i),
                                       &permission))
        permissions |= permission;
    }
  return permissions;
}

static void
replace_text (char **text, JsonNode *value)
{
  g_free (*text);
  *text = value != NULL ? json_node_dup_string (value) : NULL;
}

static gboolean
read_value (const MusterWork      *work,
            MusterDirectoryRecord *self,
            guint                  key,
            JsonNode              *value,
            GError               **error)
{
  switch (key)
    {
    case MUSTER_ATTRIBUTE_EXTERNAL_ID:
      replace_text (&self->base.external_id, value);
      return TRUE;
    case MUSTER_DIRECTORY_DISPLAY_NAME:
      replace_text (&self->name, value);
      return TRUE;
    case MUSTER_DIRECTORY_ADMINISTRATIVE:
      self->administrative = value != NULL && json_node_get_boolean (value);
      return TRUE;
    case MUSTER_DIRECTORY_PERMISSIONS:
      self->permissions = read_permissions (value);
      return TRUE;
    case MUSTER_DIRECTORY_PARENT:
      return read_parent (work, self, value, error);
    default:
      return TRUE;
    }
}

gboolean
muster_directory_record_read (const MusterWork *work,
                              MusterRecord     *record,
                              JsonObject       *resource,
                              MusterAttributes  attributes,
                              GError          **error)
{
  MusterDirectoryRecord *self = (MusterDirectoryRecord *) record;

  for (guint key = MUSTER_ATTRIBUTE_EXTERNAL_ID; key <= MUSTER_DIRECTORY_PARENT; key++)
    {
      const MusterSchemaAttribute *attribute;
      JsonNode                    *value;

      attribute = muster_schema_find_key (self->type->schema, key);
      if (attribute == NULL || attribute->mutability == MUSTER_SCHEMA_READ_ONLY
          || (attributes & MUSTER_ATTRIBUTE (key)) == 0)
        continue;

      value = json_object_get_member (resource, attribute->name);
      if (!muster_schema_check_values (self->type->schema, attribute, value, error)
          || !read_value (work, self, key, value, error))
        return FALSE;
    }
  return TRUE;
}
