/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-permission.h"

#include <string.h>

static const char *const names[MUSTER_N_PERMISSIONS] = {
  "view-users",           "edit-users",       "create-users",
  "delete-users",         "set-passwords",    "grant-roles",
  "manage-organizations", "manage-companies", "administer-site",
};

const char *
muster_permission_get_name (MusterPermission permission)
{
  for (guint i = 0; i < MUSTER_N_PERMISSIONS; i++)
    {
      if (permission == 1u << i)
        return names[i];
    }
  g_return_val_if_reached (NULL);
}

gboolean
muster_permission_from_name (const char *name, MusterPermission *permission)
{
  g_return_val_if_fail (name != NULL && permission != NULL, FALSE);

  for (guint i = 0; i < MUSTER_N_PERMISSIONS; i++)
    {
      if (strcmp (name, names[i]) == 0)
        {
          *permission = 1u << i;
          return TRUE;
        }
    }
  return FALSE;
}
