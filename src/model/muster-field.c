/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-field.h"

static const struct
{
  const char *name;
  gboolean    is_multi_valued;
  gboolean    is_clearable;
} fields[] = {
  [MUSTER_FIELD_COMPANY] = { "company", FALSE, TRUE },
  [MUSTER_FIELD_ACCOUNT_EXECUTIVE] = { "accountExecutive", FALSE, TRUE },
  [MUSTER_FIELD_ORGANIZATION] = { "organization", FALSE, TRUE },
  [MUSTER_FIELD_TIME_ZONE] = { "timeZone", FALSE, TRUE },
  [MUSTER_FIELD_ROLES] = { "roles", TRUE, FALSE },
  [MUSTER_FIELD_MANAGED_ORGANIZATIONS] = { "managedOrganizations", TRUE, FALSE },
  [MUSTER_FIELD_FLAGGED_FIELDS] = { "flaggedFields", TRUE, FALSE },
  [MUSTER_FIELD_ACTIVE] = { "active", FALSE, FALSE },
};

const char *
muster_field_get_name (MusterField field)
{
  g_return_val_if_fail (field < MUSTER_N_FIELDS, NULL);

  return fields[field].name;
}

gboolean
muster_field_from_name (const char *name, MusterField *field)
{
  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    if (g_strcmp0 (name, fields[i].name) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
muster_field_is_multi_valued (MusterField field)
{
  g_return_val_if_fail (field < MUSTER_N_FIELDS, FALSE);

  return fields[field].is_multi_valued;
}

gboolean
muster_field_is_clearable (MusterField field)
{
  g_return_val_if_fail (field < MUSTER_N_FIELDS, FALSE);

  return fields[field].is_clearable;
}
