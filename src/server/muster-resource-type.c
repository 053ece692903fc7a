/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-resource-type.h"

#include <string.h>

const MusterResourceType *
muster_resource_type_find (const char *endpoint, gsize length)
{
  static const MusterResourceType *const types[] = {
    &muster_resource_type_user,
    &muster_resource_type_role,
    &muster_resource_type_organization,
    &muster_resource_type_company,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      const char *name = types[i]->schema->endpoint + 1;

      if (strlen (name) == length && strncmp (name, endpoint, length) == 0)
        return types[i];
    }
  return NULL;
}
