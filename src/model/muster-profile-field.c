/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-profile-field.h"

static const char *const names[] = {
  [MUSTER_PROFILE_FIELD_GIVEN_NAME] = "givenName",
  [MUSTER_PROFILE_FIELD_FAMILY_NAME] = "familyName",
  [MUSTER_PROFILE_FIELD_JOB_TITLE] = "jobTitle",
  [MUSTER_PROFILE_FIELD_PRIMARY_PHONE] = "primaryPhone",
  [MUSTER_PROFILE_FIELD_SECONDARY_PHONE] = "secondaryPhone",
  [MUSTER_PROFILE_FIELD_ADDRESS] = "address",
  [MUSTER_PROFILE_FIELD_ADDRESS2] = "address2",
  [MUSTER_PROFILE_FIELD_CITY] = "city",
  [MUSTER_PROFILE_FIELD_STATE] = "state",
  [MUSTER_PROFILE_FIELD_ZIP_CODE] = "zipCode",
  [MUSTER_PROFILE_FIELD_COUNTRY] = "country",
  [MUSTER_PROFILE_FIELD_TIME_ZONE] = "timeZone",
};

const char *
muster_profile_field_get_name (MusterProfileField field)
{
  g_return_val_if_fail (field < MUSTER_N_PROFILE_FIELDS, NULL);

  return names[field];
}

gboolean
muster_profile_field_from_name (const char *name, MusterProfileField *field)
{
  for (guint i = 0; i < MUSTER_N_PROFILE_FIELDS; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}
