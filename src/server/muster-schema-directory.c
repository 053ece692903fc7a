/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-schema-directory.h"

#include "muster-schema-check.h"
#include "muster-scim-urns.h"

static const char *const organization_reference[] = { "Organization", NULL };

static const MusterSchemaAttribute parent_attributes[] = {
  { .name = "value",
    .description = "The id of the organization above.",
    .case_exact = TRUE,
    .required = TRUE },
  { .name = "$ref",
    .description = "The URI of the organization above.",
    .type = MUSTER_SCHEMA_REFERENCE,
    .case_exact = TRUE,
    .reference_types = organization_reference,
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { .name = "display",
    .description = "The name of the organization above.",
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { NULL },
};

static const MusterSchemaAttribute role_attributes[] = {
  { .name = "displayName",
    .description = "The name of the role.",
    .key = MUSTER_DIRECTORY_DISPLAY_NAME,
    .required = TRUE,
    .uniqueness = MUSTER_SCHEMA_UNIQUENESS_SERVER,
    .check = muster_schema_check_not_blank,
    .max_length = 256 },
  { .name = "administrative",
    .description = "Whether it is a role of administrators.",
    .key = MUSTER_DIRECTORY_ADMINISTRATIVE,
    .type = MUSTER_SCHEMA_BOOLEAN },
  { .name = "permissions",
    .description = "What the role allows.",
    .key = MUSTER_DIRECTORY_PERMISSIONS,
    .multi_valued = TRUE,
    .case_exact = TRUE,
    .check = muster_schema_check_permission },
  { NULL },
};

static const MusterSchemaAttribute organization_attributes[] = {
  { .name = "displayName",
    .description = "The name of the organization.",
    .key = MUSTER_DIRECTORY_DISPLAY_NAME,
    .required = TRUE,
    .check = muster_schema_check_not_blank,
    .max_length = 256 },
  { .name = "parent",
    .description = "The organization above, if any.",
    .key = MUSTER_DIRECTORY_PARENT,
    .type = MUSTER_SCHEMA_COMPLEX,
    .sub_attributes = parent_attributes },
  { NULL },
};

static const MusterSchemaAttribute company_attributes[] = {
  { .name = "displayName",
    .description = "The name of the company.",
    .key = MUSTER_DIRECTORY_DISPLAY_NAME,
    .required = TRUE,
    .check = muster_schema_check_not_blank,
    .max_length = 256 },
  { NULL },
};

const MusterSchema muster_schema_role = {
  .name = "Role",
  .description = "What a user may be",
  .endpoint = "/Roles",
  .urn = MUSTER_SCIM_URN_ROLE,
  .attributes = role_attributes,
};

const MusterSchema muster_schema_organization = {
  .name = "Organization",
  .description = "A node in the tree of organizations",
  .endpoint = "/Organizations",
  .urn = MUSTER_SCIM_URN_ORGANIZATION,
  .attributes = organization_attributes,
};

const MusterSchema muster_schema_company = {
  .name = "Company",
  .description = "The customer that a user belongs to",
  .endpoint = "/Companies",
  .urn = MUSTER_SCIM_URN_COMPANY,
  .attributes = company_attributes,
};
