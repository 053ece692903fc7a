/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-schema-user.h"

#include "muster-schema-check.h"

static const char *const company_reference[] = { "Company", NULL };
static const char *const user_reference[] = { "User", NULL };
static const char *const organization_reference[] = { "Organization", NULL };
static const char *const flaggable_fields[] = {
  "givenName", "familyName", "jobTitle", "primaryPhone", "secondaryPhone",
  "address",   "address2",   "city",     "state",        "zipCode",
  "country",   "timeZone",   NULL,
};

static const MusterSchemaAttribute company_attributes[] = {
  { .name = "value",
    .description = "The id of the company.",
    .case_exact = TRUE,
    .required = TRUE },
  { .name = "$ref",
    .description = "The URI of the company.",
    .type = MUSTER_SCHEMA_REFERENCE,
    .case_exact = TRUE,
    .reference_types = company_reference,
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { .name = "display",
    .description = "The name of the company.",
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { NULL },
};

static const MusterSchemaAttribute account_executive_attributes[] = {
  { .name = "value",
    .description = "The id of the user.",
    .case_exact = TRUE,
    .required = TRUE },
  { .name = "$ref",
    .description = "The URI of the user.",
    .type = MUSTER_SCHEMA_REFERENCE,
    .case_exact = TRUE,
    .reference_types = user_reference,
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { .name = "display",
    .description = "The name of the user.",
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { NULL },
};

static const MusterSchemaAttribute organization_attributes[] = {
  { .name = "value",
    .description = "The id of the organization.",
    .case_exact = TRUE,
    .required = TRUE },
  { .name = "$ref",
    .description = "The URI of the organization.",
    .type = MUSTER_SCHEMA_REFERENCE,
    .case_exact = TRUE,
    .reference_types = organization_reference,
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { .name = "display",
    .description = "The name of the organization.",
    .mutability = MUSTER_SCHEMA_READ_ONLY },
  { NULL },
};

const MusterSchemaAttribute muster_schema_profile_attributes[] = {
  { .name = "company",
    .description = "The customer that the user belongs to.",
    .key = MUSTER_USER_COMPANY,
    .type = MUSTER_SCHEMA_COMPLEX,
    .sub_attributes = company_attributes },
  { .name = "accountExecutive",
    .description = "The user who looks after this one.",
    .key = MUSTER_USER_ACCOUNT_EXECUTIVE,
    .type = MUSTER_SCHEMA_COMPLEX,
    .sub_attributes = account_executive_attributes },
  { .name = "organization",
    .description = "The organization that the user belongs to.",
    .key = MUSTER_USER_ORGANIZATION,
    .type = MUSTER_SCHEMA_COMPLEX,
    .sub_attributes = organization_attributes },
  { .name = "managedOrganizations",
    .description
    = "The organizations that the user may manage, those below them included.",
    .key = MUSTER_USER_MANAGED_ORGANIZATIONS,
    .type = MUSTER_SCHEMA_COMPLEX,
    .multi_valued = TRUE,
    .sub_attributes = organization_attributes },
  { .name = "flaggedFields",
    .description = "The fields that the user must fill in before doing anything else.",
    .key = MUSTER_USER_FLAGGED_FIELDS,
    .multi_valued = TRUE,
    .case_exact = TRUE,
    .canonical_values = flaggable_fields,
    .check = muster_schema_check_flagged_field },
  { NULL },
};
