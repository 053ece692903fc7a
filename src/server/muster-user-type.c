/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-profile-field.h"
#include "muster-resource-type.h"
#include "muster-scim-urns.h"
#include "muster-user-json.h"
#include "muster-user-read.h"
#include "muster-user-save.h"

#define ORGANIZATION_SCOPE "e.row IN " MUSTER_SCOPE_SQL

static const char *
get_flag_name (guint bit)
{
  return bit < MUSTER_N_PROFILE_FIELDS ? muster_profile_field_get_name (bit) : NULL;
}

static const MusterFilterColumn filter_columns[] = {
  { .key = MUSTER_ATTRIBUTE_SCHEMAS,
    .kind = MUSTER_COLUMN_TEXTS,
    .sql = "'[\"" MUSTER_SCIM_URN_USER "\",\"" MUSTER_SCIM_URN_PROFILE "\"]'" },
  { .key = MUSTER_ATTRIBUTE_ID, .kind = MUSTER_COLUMN_EXACT, .sql = "user.id" },
  { .key = MUSTER_ATTRIBUTE_EXTERNAL_ID,
    .kind = MUSTER_COLUMN_EXACT,
    .sql = "user.external_id" },
  { .key = MUSTER_ATTRIBUTE_META,
    .sub = "resourceType",
    .kind = MUSTER_COLUMN_EXACT,
    .sql = "'User'" },
  { .key = MUSTER_ATTRIBUTE_META,
    .sub = "created",
    .kind = MUSTER_COLUMN_TIME,
    .sql = "user.created" },
  { .key = MUSTER_ATTRIBUTE_META,
    .sub = "lastModified",
    .kind = MUSTER_COLUMN_TIME,
    .sql = "user.modified" },
  { .key = MUSTER_ATTRIBUTE_META,
    .sub = "version",
    .kind = MUSTER_COLUMN_EXACT,
    .sql = "('W/\"' || user.version || '\"')" },
  { .key = MUSTER_ATTRIBUTE_META, .kind = MUSTER_COLUMN_REFUSED },
  { .key = MUSTER_USER_USER_NAME,
    .kind = MUSTER_COLUMN_KEY,
    .sql = "user.user_name_key",
    .search = "user_name" },
  { .key = MUSTER_USER_NAME,
    .sub = "familyName",
    .kind = MUSTER_COLUMN_KEY,
    .sql = "user.family_name_key",
    .search = "family_name" },
  { .key = MUSTER_USER_NAME,
    .sub = "givenName",
    .kind = MUSTER_COLUMN_KEY,
    .sql = "user.given_name_key",
    .search = "given_name" },
  { .key = MUSTER_USER_DISPLAY_NAME,
    .kind = MUSTER_COLUMN_KEY,
    .sql = "user.display_name_key",
    .search = "display_name" },
  { .key = MUSTER_USER_TIME_ZONE,
    .kind = MUSTER_COLUMN_NO_CASE,
    .sql = "user.time_zone" },
  { .key = MUSTER_USER_ACTIVE, .kind = MUSTER_COLUMN_BOOLEAN, .sql = "user.active" },
  { .key = MUSTER_USER_PASSWORD, .kind = MUSTER_COLUMN_REFUSED },
  { .key = MUSTER_USER_EMAILS,
    .sub = "value",
    .kind = MUSTER_COLUMN_EMAIL,
    .sql = "value_key",
    .search = "email" },
  { .key = MUSTER_USER_ROLES,
    .kind = MUSTER_COLUMN_LINK,
    .sql = "role",
    .table = "role",
    .name = "e.name_key",
    .link = "user_role" },
  { .key = MUSTER_USER_COMPANY,
    .kind = MUSTER_COLUMN_REFERENCE,
    .sql = "user.company",
    .table = "company",
    .name = "e.name_key" },
  { .key = MUSTER_USER_ACCOUNT_EXECUTIVE,
    .kind = MUSTER_COLUMN_REFERENCE,
    .sql = "user.account_executive",
    .table = "user",
    .name = "coalesce (e.display_name_key, e.user_name_key)",
    .scope = "e.organization IN " MUSTER_SCOPE_SQL },
  { .key = MUSTER_USER_ORGANIZATION,
    .kind = MUSTER_COLUMN_REFERENCE,
    .sql = "user.organization",
    .table = "organization",
    .name = "e.name_key",
    .scope = ORGANIZATION_SCOPE },
  { .key = MUSTER_USER_MANAGED_ORGANIZATIONS,
    .kind = MUSTER_COLUMN_LINK,
    .sql = "organization",
    .table = "organization",
    .name = "e.name_key",
    .scope = ORGANIZATION_SCOPE,
    .link = "user_managed_organization" },
  { .key = MUSTER_USER_FLAGGED_FIELDS,
    .kind = MUSTER_COLUMN_BITS,
    .sql = "user.flagged",
    .get_name = get_flag_name },
  { .kind = MUSTER_COLUMN_REFUSED },
};

static gboolean
check_view (const MusterWork *work, GError **error)
{
  return muster_work_require (work, MUSTER_PERMISSION_VIEW_USERS, "see users", error);
}

static gboolean
check_create (const MusterWork *work, GError **error)
{
  return check_view (work, error)
         && muster_work_require (work, MUSTER_PERMISSION_CREATE_USERS, "add users",
                                 error);
}

static MusterRecord *
create_user (const MusterResourceType *type, const MusterWork *work)
{
  return &muster_user_record_new (work)->base;
}

static MusterRecord *
load_user (const MusterResourceType *type,
           const MusterWork         *work,
           const char               *id,
           MusterAttributes          attributes,
           GError                  **error)
{
  return (MusterRecord *) muster_user_record_load (work, id, attributes, error);
}

static MusterRecord *
read_user_row (const MusterResourceType *type, sqlite3_stmt *statement)
{
  return &muster_user_record_read_row (statement)->base;
}

static gboolean
load_user_links (MusterRecord     *record,
                 const MusterWork *work,
                 MusterAttributes  attributes,
                 GError          **error)
{
  return muster_user_record_load_links ((MusterUserRecord *) record, work, attributes,
                                        error);
}

static MusterRecord *
copy_user (const MusterRecord *record)
{
  return &muster_user_record_copy ((const MusterUserRecord *) record)->base;
}

static void
free_user (MusterRecord *record)
{
  muster_user_record_free ((MusterUserRecord *) record);
}

static gboolean
append_user (const MusterWork       *work,
             MusterRecord           *record,
             const MusterProjection *projection,
             GString                *out,
             GError                **error)
{
  return muster_user_json_append (work, (MusterUserRecord *) record, projection, out,
                                  error);
}

static gboolean
read_user (const MusterWork *work,
           MusterRecord     *record,
           JsonObject       *resource,
           MusterAttributes  attributes,
           GError          **error)
{
  return muster_user_read (work, (MusterUserRecord *) record, resource, attributes,
                           error);
}

static gboolean
save_user (MusterWork *work, MusterRecord *before, MusterRecord *after, GError **error)
{
  return muster_user_save (work, (MusterUserRecord *) before, (MusterUserRecord *) after,
                           error);
}

static gboolean
remove_user (MusterWork *work, MusterRecord *record, GError **error)
{
  return muster_user_remove (work, (MusterUserRecord *) record, error);
}

const MusterResourceType muster_resource_type_user = {
  .schema = &muster_schema_user,
  .table = "user",
  .columns = MUSTER_USER_RECORD_COLUMNS,
  .filter_columns = filter_columns,
  .scope = "user.organization IN " MUSTER_SCOPE_SQL,
  .check_view = check_view,
  .check_create = check_create,
  .create = create_user,
  .load = load_user,
  .read_row = read_user_row,
  .load_links = load_user_links,
  .copy = copy_user,
  .free = free_user,
  .append = append_user,
  .read = read_user,
  .save = save_user,
  .remove = remove_user,
};
