/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-read.h"

#include <string.h>

#include "muster-json-writer.h"
#include "muster-profile-field.h"
#include "muster-schema-check.h"
#include "muster-schema-value.h"

#define MAX_DOC (64 * 1024)

typedef struct
{
  const MusterWork            *work;
  MusterUserRecord            *record;
  const MusterSchemaAttribute *attribute;
  JsonNode                    *value; /* (nullable): unassigned */
} Reader;

static gboolean
refuse_reference (const Reader *reader, const char *id, GError **error)
{
  g_autofree char *path
    = muster_schema_dup_path (&muster_schema_user, reader->attribute, NULL);
  g_autofree char *quoted = muster_schema_quote (id);

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
               "%s: there is none with the id %s.", path, quoted);
  return FALSE;
}

static gboolean
is_in_scope (const MusterWork           *work,
             MusterDirectoryKind         kind,
             const MusterDirectoryEntry *entry)
{
  if (kind == MUSTER_DIRECTORY_ORGANIZATION)
    return muster_work_has_organization (work, entry->row);
  if (kind == MUSTER_DIRECTORY_USER)
    return muster_work_has_organization (work, entry->place);
  return TRUE;
}

static gboolean
holds_row (GArray *rows, gint64 row)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      if (g_array_index (rows, gint64, i) == row)
        return TRUE;
    }
  return FALSE;
}

/* @known are the rows that stay allowed wherever they lie. */
static gboolean
find_reference (const Reader       *reader,
                MusterDirectoryKind kind,
                JsonNode           *value,
                GArray             *known,
                gint64             *row,
                GError            **error)
{
  const MusterDirectoryEntry *entry;
  const char                 *id;

  id = json_object_get_string_member (json_node_get_object (value), "value");
  if (!muster_directory_find (reader->work->directory, kind, id, &entry, error))
    return FALSE;
  if (entry == NULL
      || (!is_in_scope (reader->work, kind, entry) && !holds_row (known, entry->row)))
    return refuse_reference (reader, id, error);

  *row = entry->row;
  return TRUE;
}

static gboolean
read_reference (const Reader       *reader,
                MusterDirectoryKind kind,
                gint64             *row,
                GError            **error)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (reader->value == NULL)
    {
      *row = 0;
      return TRUE;
    }

  g_array_append_val (known, *row);
  return find_reference (reader, kind, reader->value, known, row, error);
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gboolean
read_references (const Reader       *reader,
                 MusterDirectoryKind kind,
                 GArray            **rows,
                 GError            **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  JsonArray *array = reader->value ? json_node_get_array (reader->value) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gint64 row = 0;

      if (!find_reference (reader, kind, json_array_get_element (array, i), *rows, &row,
                           error))
        return FALSE;
      if (!holds_row (found, row))
        g_array_append_val (found, row);
    }

  g_array_sort (found, compare_rows_cb);
  g_clear_pointer (rows, g_array_unref);
  *rows = g_steal_pointer (&found);
  return TRUE;
}

static char *
dup_text (const Reader *reader)
{
  return reader->value != NULL ? json_node_dup_string (reader->value) : NULL;
}

static void
replace_text (char **text, const Reader *reader)
{
  g_free (*text);
  *text = dup_text (reader);
}

static guint
read_flags (const Reader *reader)
{
  JsonArray *array = reader->value ? json_node_get_array (reader->value) : NULL;
  guint      flags = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      MusterProfileField field;

      if (muster_profile_field_from_name (json_array_get_string_element (array, i),
                                          &field))
        flags |= 1u << field;
    }
  return flags;
}

static gboolean
read_column (const Reader *reader, GError **error)
{
  MusterUserRecord *record = reader->record;

  switch (reader->attribute->key)
    {
    case MUSTER_ATTRIBUTE_EXTERNAL_ID:
      replace_text (&record->base.external_id, reader);
      return TRUE;
    case MUSTER_USER_USER_NAME:
      replace_text (&record->user_name, reader);
      return TRUE;
    case MUSTER_USER_TIME_ZONE:
      replace_text (&record->time_zone, reader);
      return TRUE;
    case MUSTER_USER_ACTIVE:
      if (reader->value != NULL)
        record->active = json_node_get_boolean (reader->value);
      return TRUE;
    case MUSTER_USER_PASSWORD:
      if (reader->value != NULL)
        replace_text (&record->new_password, reader);
      return TRUE;
    case MUSTER_USER_ROLES:
      return read_references (reader, MUSTER_DIRECTORY_ROLE, &record->roles, error);
    case MUSTER_USER_COMPANY:
      return read_reference (reader, MUSTER_DIRECTORY_COMPANY, &record->company, error);
    case MUSTER_USER_ACCOUNT_EXECUTIVE:
      return read_reference (reader, MUSTER_DIRECTORY_USER, &record->account_executive,
                             error);
    case MUSTER_USER_ORGANIZATION:
      return read_reference (reader, MUSTER_DIRECTORY_ORGANIZATION, &record->organization,
                             error);
    case MUSTER_USER_MANAGED_ORGANIZATIONS:
      return read_references (reader, MUSTER_DIRECTORY_ORGANIZATION,
                              &record->managed_organizations, error);
    case MUSTER_USER_FLAGGED_FIELDS:
      record->flagged = read_flags (reader);
      return TRUE;
    default:
      return TRUE;
    }
}

/* There is one address, and it is the one at work. */
static gboolean
check_addresses (JsonNode *value, GError **error)
{
  JsonArray  *array = json_node_get_array (value);
  JsonObject *address;
  const char *type;

  if (json_array_get_length (array) > 1)
    {
      g_set_error_literal (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
                           "addresses: a user has one address at most.");
      return FALSE;
    }

  address = json_array_get_object_element (array, 0);
  type = json_object_get_string_member_with_default (address, "type", NULL);
  if (type != NULL && g_ascii_strcasecmp (type, "work") != 0)
    {
      g_autofree char *quoted = muster_schema_quote (type);

      g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
                   "addresses.type: %s is not taken, the one address is of type work.",
                   quoted);
      return FALSE;
    }
  json_object_set_string_member (address, "type", "work");
  return TRUE;
}

static void
copy_member (JsonObject *from, JsonObject *to, const char *name)
{
  json_object_set_member (to, name, json_node_ref (json_object_get_member (from, name)));
}

/* The members of the doc, each as it was or as the resource has it now. */
static JsonObject *
merge_doc (JsonObject *doc, JsonObject *resource, MusterAttributes attributes)
{
  JsonObject                  *merged = json_object_new ();
  const MusterSchemaAttribute *attribute = muster_schema_user.attributes;

  for (; attribute->name != NULL; attribute++)
    {
      MusterAttributes bit = MUSTER_ATTRIBUTE (attribute->key);
      JsonObject      *from = (attributes & bit) ? resource : doc;

      if ((bit & MUSTER_USER_DOC_ATTRIBUTES)
          && json_object_has_member (from, attribute->name))
        copy_member (from, merged, attribute->name);
    }
  return merged;
}

static gboolean
set_doc (MusterUserRecord *record, JsonObject *doc, GError **error)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), doc);
  GString *text = g_string_new (NULL);

  muster_json_append_node (text, node);
  g_free (record->doc);
  g_clear_pointer (&record->doc_object, json_object_unref);
  record->doc_object = json_object_ref (doc);
  record->doc = g_string_free (text, FALSE);
  if (strlen (record->doc) <= MAX_DOC)
    return TRUE;

  g_set_error (error, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_INVALID_VALUE,
               "The user's attributes are larger than %d KiB together.", MAX_DOC / 1024);
  return FALSE;
}

static gboolean
read_doc (MusterUserRecord *record,
          JsonObject       *resource,
          MusterAttributes  attributes,
          GError          **error)
{
  g_autoptr (JsonObject) merged = NULL;
  JsonObject *doc;

  if ((attributes & MUSTER_USER_DOC_ATTRIBUTES) == 0)
    return TRUE;

  doc = muster_user_record_get_doc (record, error);
  if (doc == NULL)
    return FALSE;

  merged = merge_doc (doc, resource, attributes);
  return set_doc (record, merged, error);
}

static gboolean
read_attribute (const Reader *reader, GError **error)
{
  if (!muster_schema_check_values (&muster_schema_user, reader->attribute, reader->value,
                                   error))
    return FALSE;
  if (reader->attribute->key == MUSTER_USER_ADDRESSES && reader->value != NULL
      && !check_addresses (reader->value, error))
    return FALSE;
  return read_column (reader, error);
}

gboolean
muster_user_read (const MusterWork *work,
                  MusterUserRecord *record,
                  JsonObject       *resource,
                  MusterAttributes  attributes,
                  GError          **error)
{
  Reader reader = { .work = work, .record = record };

  for (guint key = MUSTER_ATTRIBUTE_EXTERNAL_ID; key < MUSTER_ATTRIBUTES_MAX; key++)
    {
      JsonObject *holder;

      if ((attributes & MUSTER_ATTRIBUTE (key)) == 0)
        continue;
      reader.attribute = muster_schema_find_key (&muster_schema_user, key);
      if (reader.attribute == NULL
          || reader.attribute->mutability == MUSTER_SCHEMA_READ_ONLY)
        continue;

      holder = muster_schema_get_holder (&muster_schema_user, reader.attribute, resource,
                                         FALSE);
      reader.value
        = holder ? json_object_get_member (holder, reader.attribute->name) : NULL;
      if (!read_attribute (&reader, error))
        return FALSE;
    }
  return read_doc (record, resource, attributes, error);
}
