/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-profile.h"

#include "muster-scim-urns.h"

#define PROFILE(attribute) MUSTER_SCIM_URN_PROFILE ":" attribute

const char *
muster_scim_field_get_path (MusterField field)
{
  static const char *const paths[] = {
    [MUSTER_FIELD_COMPANY] = PROFILE ("company"),
    [MUSTER_FIELD_ACCOUNT_EXECUTIVE] = PROFILE ("accountExecutive"),
    [MUSTER_FIELD_ORGANIZATION] = PROFILE ("organization"),
    [MUSTER_FIELD_TIME_ZONE] = "timezone",
    [MUSTER_FIELD_ROLES] = "roles",
    [MUSTER_FIELD_MANAGED_ORGANIZATIONS] = PROFILE ("managedOrganizations"),
    [MUSTER_FIELD_FLAGGED_FIELDS] = PROFILE ("flaggedFields"),
    [MUSTER_FIELD_ACTIVE] = "active",
  };

  g_return_val_if_fail (field < G_N_ELEMENTS (paths), NULL);

  return paths[field];
}

const char *
muster_scim_profile_field_get_path (MusterProfileField field)
{
  static const char *const paths[] = {
    [MUSTER_PROFILE_FIELD_GIVEN_NAME] = "name.givenName",
    [MUSTER_PROFILE_FIELD_FAMILY_NAME] = "name.familyName",
    [MUSTER_PROFILE_FIELD_JOB_TITLE] = "title",
    [MUSTER_PROFILE_FIELD_PRIMARY_PHONE] = "phoneNumbers[type eq \"work\"].value",
    [MUSTER_PROFILE_FIELD_SECONDARY_PHONE] = "phoneNumbers[type eq \"mobile\"].value",
    [MUSTER_PROFILE_FIELD_ADDRESS] = "addresses[type eq \"work\"].streetAddress",
    [MUSTER_PROFILE_FIELD_ADDRESS2] = "addresses[type eq \"work\"].streetAddress",
    [MUSTER_PROFILE_FIELD_CITY] = "addresses[type eq \"work\"].locality",
    [MUSTER_PROFILE_FIELD_STATE] = "addresses[type eq \"work\"].region",
    [MUSTER_PROFILE_FIELD_ZIP_CODE] = "addresses[type eq \"work\"].postalCode",
    [MUSTER_PROFILE_FIELD_COUNTRY] = "addresses[type eq \"work\"].country",
    [MUSTER_PROFILE_FIELD_TIME_ZONE] = "timezone",
  };

  g_return_val_if_fail (field < G_N_ELEMENTS (paths), NULL);

  return paths[field];
}
