/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-http-origin.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "muster-http-error.h"

static int
get_default_port (GUri *uri)
{
  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

static int
get_port (GUri *uri)
{
  int port = g_uri_get_port (uri);

  return port > 0 ? port : get_default_port (uri);
}

gboolean
muster_http_origin_is_loopback (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  g_autoptr (GInetAddress) address = NULL;

  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error,
                     g_error_new_valist (MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_BAD_ADDRESS,
                                         format, arguments));
  va_end (arguments);
  return FALSE;
}

static gboolean
check (GUri *uri, const char *address, GError **error)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  if (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http"))
    return refuse (error, _ ("“%s” does not begin with https://."), address);
  if (host == NULL || *host == '\0')
    return refuse (error, _ ("“%s” names no server: write https:// and its name."),
                   address);
  if (g_str_equal (scheme, "http") && !muster_http_origin_is_loopback (uri))
    return refuse (error,
                   _ ("“%s” would send the password in clear text: use https://. Plain "
                      "http is accepted for this machine itself alone."),
                   address);
  if (g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return refuse (error, _ ("“%s” has a ? or # in it: give the address up to there."),
                   address);
  return TRUE;
}

/* (transfer full) (nullable): GUri lets spaces stand. */
static GUri *
parse (const char *address)
{
  for (const char *at = address; *at != '\0'; at++)
    if ((guchar) *at <= ' ' || *at == 0x7f)
      return NULL;
  return g_uri_parse (address, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
}

GUri *
muster_http_origin_parse (const char *address, GError **error)
{
  g_autoptr (GUri) uri = parse (address);

  if (uri == NULL)
    {
      refuse (error,
              _ ("“%s” is no address: write one like https://example.org/scim/v2."),
              address);
      return NULL;
    }
  if (g_uri_get_userinfo (uri) != NULL)
    {
      /* Not repeated: a password may stand in it. */
      refuse (error, _ ("The address has an account in it, before the @: give the "
                        "account and its password separately."));
      return NULL;
    }
  return check (uri, address, error) ? g_steal_pointer (&uri) : NULL;
}

gboolean
muster_http_origin_equal (GUri *uri, GUri *other)
{
  const char *host = g_uri_get_host (uri);
  const char *other_host = g_uri_get_host (other);

  return g_str_equal (g_uri_get_scheme (uri), g_uri_get_scheme (other)) && host != NULL
         && other_host != NULL && g_ascii_strcasecmp (host, other_host) == 0
         && get_port (uri) == get_port (other);
}

char *
muster_http_origin_describe (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  gboolean    is_ipv6 = strchr (host, ':') != NULL;
  GString    *text = g_string_new (NULL);

  g_string_printf (text, is_ipv6 ? "[%s]" : "%s", host);
  if (get_port (uri) != get_default_port (uri))
    g_string_append_printf (text, ":%d", get_port (uri));
  return g_string_free (text, FALSE);
}
