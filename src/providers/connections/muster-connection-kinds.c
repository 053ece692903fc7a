/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-connection-kinds.h"

#include <glib/gi18n.h>

#include "muster-connection-error.h"
#include "muster-scim-platform.h"

typedef struct
{
  const char *kind;
  const char *label;
  MusterPlatform *(*create) (const char *address,
                             const char *account,
                             const char *password,
                             GError    **error);
} Kind;

/* The registry: one line for each kind of platform. */
static const Kind kinds[] = {
  { MUSTER_CONNECTION_KIND_SCIM, "SCIM 2.0", muster_scim_platform_new },
};

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, name))
      return &kinds[i];
  return NULL;
}

const char *
muster_connection_kind_get_label (const char *kind)
{
  const Kind *found = find_kind (kind);

  return found != NULL ? found->label : NULL;
}

MusterPlatform *
muster_connection_create_platform (MusterConnection *connection,
                                   const char       *password,
                                   GError          **error)
{
  const Kind *kind = find_kind (muster_connection_get_kind (connection));

  if (kind != NULL)
    return kind->create (muster_connection_get_address (connection),
                         muster_connection_get_user_name (connection), password, error);
  g_set_error (error, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_KIND,
               _ ("This version of Muster does not know platforms of the kind “%s”: a "
                  "newer one saved this connection."),
               muster_connection_get_kind (connection));
  return NULL;
}
