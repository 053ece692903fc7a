/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-json.h"

#include <string.h>

#include "muster-json-writer.h"
#include "muster-profile-field.h"
#include "muster-scim-urns.h"
#include "muster-user-doc.h"

/* Positions in the tables of references' sub-attributes. */
enum
{
  REFERENCE_VALUE,
  REFERENCE_REF,
  REFERENCE_DISPLAY,
};

typedef struct
{
  const MusterWork *work;
  MusterUserRecord *record;
  guint32           subs; /* of the attribute that is written */
  GString          *out;
} Writer;

typedef struct
{
  guint       key;
  const char *name;
  gboolean (*is_assigned) (const MusterUserRecord *record);
  gboolean (*append) (const Writer *writer, GError **error);
} Column;

static const char *const endpoints[MUSTER_N_DIRECTORY_KINDS]
  = { "/Roles", "/Organizations", "/Companies", "/Users" };

/* Roles and companies are everybody's who may see users; the others have a place. */
static gboolean
shows_name (const MusterWork           *work,
            MusterDirectoryKind         kind,
            const MusterDirectoryEntry *entry)
{
  if (work->own)
    return TRUE;
  if (kind == MUSTER_DIRECTORY_ORGANIZATION)
    return muster_work_has_organization (work, entry->row);
  if (kind == MUSTER_DIRECTORY_USER)
    return muster_work_has_organization (work, entry->place);
  return TRUE;
}

static void
append_entry (const Writer               *writer,
              MusterDirectoryKind         kind,
              const MusterDirectoryEntry *entry)
{
  GString *out = writer->out;

  g_string_append_c (out, '{');
  if (writer->subs & (1u << REFERENCE_VALUE))
    {
      muster_json_append_name (out, "value");
      muster_json_append_string (out, entry->id);
    }
  if (writer->subs & (1u << REFERENCE_REF))
    {
      muster_json_append_name (out, "$ref");
      g_string_append_c (out, '"');
      muster_record_append_location (writer->work, endpoints[kind], entry->id, out);
      g_string_append_c (out, '"');
    }
  if ((writer->subs & (1u << REFERENCE_DISPLAY))
      && shows_name (writer->work, kind, entry))
    {
      muster_json_append_name (out, "display");
      muster_json_append_string (out, entry->name);
    }
  g_string_append_c (out, '}');
}

static gboolean
append_reference (const Writer       *writer,
                  MusterDirectoryKind kind,
                  gint64              row,
                  GError            **error)
{
  const MusterDirectoryEntry *entry
    = muster_directory_get (writer->work->directory, kind, row, error);

  if (entry == NULL)
    return FALSE;

  append_entry (writer, kind, entry);
  return TRUE;
}

static gboolean
append_references (const Writer       *writer,
                   MusterDirectoryKind kind,
                   GArray             *rows,
                   GError            **error)
{
  g_string_append_c (writer->out, '[');
  for (guint i = 0; i < rows->len; i++)
    {
      if (i > 0)
        g_string_append_c (writer->out, ',');
      if (!append_reference (writer, kind, g_array_index (rows, gint64, i), error))
        return FALSE;
    }
  g_string_append_c (writer->out, ']');
  return TRUE;
}

static gboolean
is_always_assigned (const MusterUserRecord *record)
{
  return TRUE;
}

static gboolean
append_schemas (const Writer *writer, GError **error)
{
  g_string_append (writer->out,
                   "[\"" MUSTER_SCIM_URN_USER "\",\"" MUSTER_SCIM_URN_PROFILE "\"]");
  return TRUE;
}

static gboolean
append_id (const Writer *writer, GError **error)
{
  muster_json_append_string (writer->out, writer->record->base.id);
  return TRUE;
}

static gboolean
has_external_id (const MusterUserRecord *record)
{
  return record->base.external_id != NULL;
}

static gboolean
append_external_id (const Writer *writer, GError **error)
{
  muster_json_append_string (writer->out, writer->record->base.external_id);
  return TRUE;
}

static gboolean
append_user_name (const Writer *writer, GError **error)
{
  muster_json_append_string (writer->out, writer->record->user_name);
  return TRUE;
}

static gboolean
has_time_zone (const MusterUserRecord *record)
{
  return record->time_zone != NULL;
}

static gboolean
append_time_zone (const Writer *writer, GError **error)
{
  muster_json_append_string (writer->out, writer->record->time_zone);
  return TRUE;
}

static gboolean
append_active (const Writer *writer, GError **error)
{
  g_string_append (writer->out, writer->record->active ? "true" : "false");
  return TRUE;
}

static gboolean
has_roles (const MusterUserRecord *record)
{
  return record->roles != NULL && record->roles->len > 0;
}

static gboolean
append_roles (const Writer *writer, GError **error)
{
  return append_references (writer, MUSTER_DIRECTORY_ROLE, writer->record->roles, error);
}

static gboolean
append_meta (const Writer *writer, GError **error)
{
  muster_record_append_meta (writer->work, &muster_schema_user, &writer->record->base,
                             writer->subs, writer->out);
  return TRUE;
}

static gboolean
has_company (const MusterUserRecord *record)
{
  return record->company != 0;
}

static gboolean
append_company (const Writer *writer, GError **error)
{
  return append_reference (writer, MUSTER_DIRECTORY_COMPANY, writer->record->company,
                           error);
}

static gboolean
has_account_executive (const MusterUserRecord *record)
{
  return record->account_executive != 0;
}

static gboolean
append_account_executive (const Writer *writer, GError **error)
{
  return append_reference (writer, MUSTER_DIRECTORY_USER,
                           writer->record->account_executive, error);
}

static gboolean
has_organization (const MusterUserRecord *record)
{
  return record->organization != 0;
}

static gboolean
append_organization (const Writer *writer, GError **error)
{
  return append_reference (writer, MUSTER_DIRECTORY_ORGANIZATION,
                           writer->record->organization, error);
}

static gboolean
has_managed_organizations (const MusterUserRecord *record)
{
  return record->managed_organizations != NULL && record->managed_organizations->len > 0;
}

static gboolean
append_managed_organizations (const Writer *writer, GError **error)
{
  return append_references (writer, MUSTER_DIRECTORY_ORGANIZATION,
                            writer->record->managed_organizations, error);
}

static gboolean
has_flagged_fields (const MusterUserRecord *record)
{
  return record->flagged != 0;
}

static gboolean
append_flagged_fields (const Writer *writer, GError **error)
{
  char before = '[';

  for (guint i = 0; i < MUSTER_N_PROFILE_FIELDS; i++)
    {
      if ((writer->record->flagged & (1u << i)) == 0)
        continue;

      g_string_append_c (writer->out, before);
      muster_json_append_string (writer->out, muster_profile_field_get_name (i));
      before = ',';
    }
  g_string_append_c (writer->out, ']');
  return TRUE;
}

static const Column first_columns[] = {
  { MUSTER_ATTRIBUTE_SCHEMAS, "schemas", is_always_assigned, append_schemas },
  { MUSTER_ATTRIBUTE_ID, "id", is_always_assigned, append_id },
  { MUSTER_ATTRIBUTE_EXTERNAL_ID, "externalId", has_external_id, append_external_id },
  { MUSTER_USER_USER_NAME, "userName", is_always_assigned, append_user_name },
  { 0, NULL },
};

static const Column last_columns[] = {
  { MUSTER_USER_TIME_ZONE, "timezone", has_time_zone, append_time_zone },
  { MUSTER_USER_ACTIVE, "active", is_always_assigned, append_active },
  { MUSTER_USER_ROLES, "roles", has_roles, append_roles },
  { MUSTER_ATTRIBUTE_META, "meta", is_always_assigned, append_meta },
  { 0, NULL },
};

static const Column extension_columns[] = {
  { MUSTER_USER_COMPANY, "company", has_company, append_company },
  { MUSTER_USER_ACCOUNT_EXECUTIVE, "accountExecutive", has_account_executive,
    append_account_executive },
  { MUSTER_USER_ORGANIZATION, "organization", has_organization, append_organization },
  { MUSTER_USER_MANAGED_ORGANIZATIONS, "managedOrganizations", has_managed_organizations,
    append_managed_organizations },
  { MUSTER_USER_FLAGGED_FIELDS, "flaggedFields", has_flagged_fields,
    append_flagged_fields },
  { 0, NULL },
};

static gboolean
append_columns (const Column           *columns,
                const MusterProjection *projection,
                Writer                 *writer,
                GError                **error)
{
  for (; columns->name != NULL; columns++)
    {
      if (!muster_projection_has (projection, columns->key)
          || !columns->is_assigned (writer->record))
        continue;

      writer->subs = projection->subs[columns->key];
      muster_json_append_name (writer->out, columns->name);
      if (!columns->append (writer, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append_extension (const MusterProjection *projection, Writer *writer, GError **error)
{
  gboolean assigned = FALSE;

  for (const Column *column = extension_columns; column->name != NULL; column++)
    assigned |= muster_projection_has (projection, column->key)
                && column->is_assigned (writer->record);
  if (!assigned)
    return TRUE;

  muster_json_append_name (writer->out, MUSTER_SCIM_URN_PROFILE);
  g_string_append_c (writer->out, '{');
  if (!append_columns (extension_columns, projection, writer, error))
    return FALSE;
  g_string_append_c (writer->out, '}');
  return TRUE;
}

gboolean
muster_user_json_append (const MusterWork       *work,
                         MusterUserRecord       *record,
                         const MusterProjection *projection,
                         GString                *out,
                         GError                **error)
{
  Writer writer = { work, record, 0, out };

  g_string_append_c (out, '{');
  if (!append_columns (first_columns, projection, &writer, error)
      || !muster_user_doc_append (record, projection, out, error)
      || !append_columns (last_columns, projection, &writer, error)
      || !append_extension (projection, &writer, error))
    return FALSE;
  g_string_append_c (out, '}');
  return TRUE;
}

static const Column *
find_column (const Column *columns, guint key)
{
  for (; columns->name != NULL; columns++)
    {
      if (columns->key == key)
        return columns;
    }
  return NULL;
}

static gboolean
append_doc_value (MusterUserRecord *record, guint key, GString *out, GError **error)
{
  const MusterSchemaAttribute *attribute
    = muster_schema_find_key (&muster_schema_user, key);
  JsonObject *doc = muster_user_record_get_doc (record, error);
  JsonNode   *node;

  if (doc == NULL)
    return FALSE;

  node = json_object_get_member (doc, attribute->name);
  if (node != NULL)
    muster_json_append_node (out, node);
  return TRUE;
}

gboolean
muster_user_json_append_value (const MusterWork *work,
                               MusterUserRecord *record,
                               guint             key,
                               GString          *out,
                               GError          **error)
{
  Writer        writer = { work, record, ~(1u << REFERENCE_REF), out };
  const Column *column = find_column (first_columns, key);

  if (MUSTER_USER_DOC_ATTRIBUTES & MUSTER_ATTRIBUTE (key))
    return append_doc_value (record, key, out, error);

  if (column == NULL)
    column = find_column (last_columns, key);
  if (column == NULL)
    column = find_column (extension_columns, key);
  if (column == NULL || !column->is_assigned (record))
    return TRUE;
  return column->append (&writer, error);
}

gboolean
muster_user_json_append_own (MusterDatabase     *database,
                             const MusterCaller *caller,
                             const char         *base_url,
                             GString            *out,
                             GError            **error)
{
  g_autoptr (MusterUserRecord) record = NULL;
  g_autoptr (MusterWork) work = NULL;
  MusterProjection projection;

  work = muster_work_new_for (database, caller, base_url, error);
  if (work == NULL)
    return FALSE;

  work->own = TRUE;
  record = muster_user_record_load_row (work, caller->row, error);
  if (record == NULL)
    return FALSE;

  muster_projection_init (&projection, &muster_schema_user);
  return muster_user_json_append (work, record, &projection, out, error);
}
