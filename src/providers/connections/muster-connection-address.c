/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-connection-address.h"

#include <string.h>

#include "muster-http-origin.h"

#define FLAGS (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED)

static gboolean
has_host (GUri *uri)
{
  return g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

char *
muster_connection_address_complete (const char *text)
{
  g_autofree char *address = g_strstrip (g_strdup (text));

  if (*address == '\0' || strstr (address, "://") != NULL)
    return g_steal_pointer (&address);
  return g_strconcat ("https://", address, NULL);
}

char *
muster_connection_address_describe (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, FLAGS, NULL);

  if (uri == NULL || !has_host (uri))
    return g_strdup (address);
  return g_strdup (g_uri_get_host (uri));
}

MusterConnectionSafety
muster_connection_address_judge (const char *address)
{
  g_autoptr (GUri) usable = muster_http_origin_parse (address, NULL);
  g_autoptr (GUri) uri = NULL;

  if (usable != NULL)
    return g_str_equal (g_uri_get_scheme (usable), "https") ? MUSTER_CONNECTION_ENCRYPTED
                                                            : MUSTER_CONNECTION_LOCAL;
  uri = g_uri_parse (address, FLAGS, NULL);
  if (uri != NULL && g_str_equal (g_uri_get_scheme (uri), "http") && has_host (uri)
      && !muster_http_origin_is_loopback (uri))
    return MUSTER_CONNECTION_REFUSED;
  return MUSTER_CONNECTION_UNKNOWN;
}
