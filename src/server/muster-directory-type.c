/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-directory-record.h"

#define TIMES(table)                                                                     \
  { .key = MUSTER_ATTRIBUTE_ID, .kind = MUSTER_COLUMN_EXACT, .sql = table ".id" },       \
    { .key = MUSTER_ATTRIBUTE_EXTERNAL_ID,                                               \
      .kind = MUSTER_COLUMN_EXACT,                                                       \
      .sql = table ".external_id" },                                                     \
    { .key = MUSTER_ATTRIBUTE_META,                                                      \
      .sub = "created",                                                                  \
      .kind = MUSTER_COLUMN_TIME,                                                        \
      .sql = table ".created" },                                                         \
    { .key = MUSTER_ATTRIBUTE_META,                                                      \
      .sub = "lastModified",                                                             \
      .kind = MUSTER_COLUMN_TIME,                                                        \
      .sql = table ".modified" },                                                        \
    { .key = MUSTER_ATTRIBUTE_META,                                                      \
      .sub = "version",                                                                  \
      .kind = MUSTER_COLUMN_EXACT,                                                       \
      .sql = "('W/\"' || " table ".version || '\"')" },                                  \
    { .key = MUSTER_ATTRIBUTE_META, .kind = MUSTER_COLUMN_REFUSED },                     \
  {                                                                                      \
    .key = MUSTER_DIRECTORY_DISPLAY_NAME, .kind = MUSTER_COLUMN_KEY,                     \
    .sql = table ".name_key"                                                             \
  }

static const char *
get_permission_name (guint bit)
{
  return bit < MUSTER_N_PERMISSIONS ? muster_permission_get_name (1u << bit) : NULL;
}

static const MusterFilterColumn role_columns[] = {
  TIMES ("role"),
  { .key = MUSTER_DIRECTORY_ADMINISTRATIVE,
    .kind = MUSTER_COLUMN_BOOLEAN,
    .sql = "role.administrative" },
  { .key = MUSTER_DIRECTORY_PERMISSIONS,
    .kind = MUSTER_COLUMN_BITS,
    .sql = "role.permissions",
    .get_name = get_permission_name },
  { .kind = MUSTER_COLUMN_REFUSED },
};

static const MusterFilterColumn organization_columns[] = {
  TIMES ("organization"),
  { .key = MUSTER_DIRECTORY_PARENT,
    .kind = MUSTER_COLUMN_REFERENCE,
    .sql = "organization.parent",
    .table = "organization",
    .name = "e.name_key",
    .scope = "e.row IN " MUSTER_SCOPE_SQL },
  { .kind = MUSTER_COLUMN_REFUSED },
};

static const MusterFilterColumn company_columns[] = {
  TIMES ("company"),
  { .kind = MUSTER_COLUMN_REFUSED },
};

static gboolean
require_any (const MusterWork *work,
             MusterPermissions permissions,
             const char       *what,
             GError          **error)
{
  if (work->caller->permissions & (permissions | MUSTER_PERMISSION_ADMINISTER_SITE))
    return TRUE;
  return muster_work_require (work, permissions, what, error);
}

static gboolean
check_view_roles (const MusterWork *work, GError **error)
{
  return require_any (work, MUSTER_PERMISSION_VIEW_USERS | MUSTER_PERMISSION_GRANT_ROLES,
                      "see roles", error);
}

static gboolean
check_view_organizations (const MusterWork *work, GError **error)
{
  return require_any (work,
                      MUSTER_PERMISSION_VIEW_USERS
                        | MUSTER_PERMISSION_MANAGE_ORGANIZATIONS,
                      "see organizations", error);
}

static gboolean
check_view_companies (const MusterWork *work, GError **error)
{
  return require_any (work,
                      MUSTER_PERMISSION_VIEW_USERS | MUSTER_PERMISSION_MANAGE_COMPANIES,
                      "see companies", error);
}

static gboolean
check_create_role (const MusterWork *work, GError **error)
{
  return muster_work_require (work, MUSTER_PERMISSION_ADMINISTER_SITE, "write roles",
                              error);
}

static gboolean
check_create_organization (const MusterWork *work, GError **error)
{
  return muster_work_require (work, MUSTER_PERMISSION_MANAGE_ORGANIZATIONS,
                              "write organizations", error);
}

static gboolean
check_create_company (const MusterWork *work, GError **error)
{
  return muster_work_require (work, MUSTER_PERMISSION_MANAGE_COMPANIES, "write companies",
                              error);
}

#define SHARED                                                                           \
  .create = muster_directory_record_new, .load = muster_directory_record_load,           \
  .read_row = muster_directory_record_read_row, .copy = muster_directory_record_copy,    \
  .free = muster_directory_record_free, .append = muster_directory_record_append,        \
  .read = muster_directory_record_read, .save = muster_directory_record_save,            \
  .remove = muster_directory_record_remove

const MusterResourceType muster_resource_type_role = {
  .schema = &muster_schema_role,
  .table = "role",
  .columns = MUSTER_RECORD_COLUMNS (
    "role") ", role.name, role.administrative, role.permissions, 0",
  .filter_columns = role_columns,
  .check_view = check_view_roles,
  .check_create = check_create_role,
  SHARED,
};

const MusterResourceType muster_resource_type_organization = {
  .schema = &muster_schema_organization,
  .table = "organization",
  .columns = MUSTER_RECORD_COLUMNS (
    "organization") ", organization.name, 0, 0, organization.parent",
  .filter_columns = organization_columns,
  .scope = "organization.row IN " MUSTER_SCOPE_SQL,
  .check_view = check_view_organizations,
  .check_create = check_create_organization,
  SHARED,
};

const MusterResourceType muster_resource_type_company = {
  .schema = &muster_schema_company,
  .table = "company",
  .columns = MUSTER_RECORD_COLUMNS ("company") ", company.name, 0, 0, 0",
  .filter_columns = company_columns,
  .check_view = check_view_companies,
  .check_create = check_create_company,
  SHARED,
};
