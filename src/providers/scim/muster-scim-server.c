/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-server.h"

#include "muster-scim-urns.h"

MusterHttpRequest *
muster_scim_server_new_request (const MusterScimServer *self,
                                const char             *method,
                                const char             *path)
{
  g_autofree char *whole = g_strconcat (self->base, path, NULL);

  return muster_http_request_new (method, whole);
}

char *
muster_scim_server_dup_user_path (const char *id)
{
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);

  return g_strconcat ("/Users/", escaped, NULL);
}

void
muster_scim_server_set_json (MusterHttpRequest *request, GString *json)
{
  muster_http_request_set_body (request, g_string_free_to_bytes (json),
                                MUSTER_SCIM_MEDIA_TYPE);
}
