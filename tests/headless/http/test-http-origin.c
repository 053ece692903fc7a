/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <gio/gio.h>
#include <string.h>

#include "muster-http-error.h"
#include "muster-http-origin.h"
#include "muster-retry-after.h"

static void
test_accepted (void)
{
  static const struct
  {
    const char *address;
    const char *host;
    gboolean    loopback;
  } cases[] = {
    { "https://example.org/scim/v2", "example.org", FALSE },
    { "https://example.org:8443", "example.org:8443", FALSE },
    { "http://127.0.0.1:1234/scim/v2", "127.0.0.1:1234", TRUE },
    { "http://127.8.9.1/", "127.8.9.1", TRUE },
    { "http://[::1]:80/", "[::1]", TRUE },
    { "http://[::1]:81/", "[::1]:81", TRUE },
    { "HTTP://LocalHost:99", "LocalHost:99", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) uri = muster_http_origin_parse (cases[i].address, &error);
      g_autofree char *host = NULL;

      g_assert_no_error (error);
      host = muster_http_origin_describe (uri);
      g_assert_cmpstr (host, ==, cases[i].host);
      g_assert_cmpint (muster_http_origin_is_loopback (uri), ==, cases[i].loopback);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *address;
    const char *words;
  } cases[] = {
    { "", "is no address" },
    { "example.org/scim", "is no address" },
    { "ftp://example.org/", "does not begin with https://" },
    { "file:///etc/passwd", "does not begin with https://" },
    { "https://", "names no server" },
    { "http://example.org/", "in clear text" },
    { "http://localhost.example.org/", "in clear text" },
    { "http://127.0.0.1.example.org/", "in clear text" },
    { "http://10.0.0.1/", "in clear text" },
    { "https://example.org/?a=b", "has a ? or #" },
    { "https://example.org/#a", "has a ? or #" },
    { "https://admin:hidden@example.org/", "separately" },
    { "https://exa mple.org/", "is no address" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (muster_http_origin_parse (cases[i].address, &error));
      g_assert_error (error, MUSTER_HTTP_ERROR, MUSTER_HTTP_ERROR_BAD_ADDRESS);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_null (strstr (error->message, "hidden"));
    }
}

static void
test_equal (void)
{
  static const struct
  {
    const char *other;
    gboolean    equal;
  } cases[] = {
    { "https://example.org:443/x", TRUE },
    { "https://EXAMPLE.org", TRUE },
    { "http://example.org", FALSE },
    { "https://example.org:444", FALSE },
    { "https://example.org.evil.example", FALSE },
    { "https:example.org", FALSE },
  };
  g_autoptr (GUri) uri = g_uri_parse ("https://example.org/a", 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GUri) other = g_uri_parse (cases[i].other, 0, NULL);

      g_assert_cmpint (muster_http_origin_equal (uri, other), ==, cases[i].equal);
    }
}

#define SECONDS(n) ((gint64) (n) *G_USEC_PER_SEC)

static void
test_retry_after (void)
{
  /* The server's own time is 1994-11-06 08:49:37 UTC. */
  static const struct
  {
    const char *text;
    gint64      expected;
  } cases[] = {
    { NULL, 0 },
    { "", 0 },
    { "soon", 0 },
    { "-5", 0 },
    { "1.5", 0 },
    { "0", SECONDS (1000) },
    { "120", SECONDS (1120) },
    { " 7 ", SECONDS (1007) },
    { "99999999999999999999999", SECONDS (1000 + MUSTER_RETRY_AFTER_MAX) },
    { "Sun, 06 Nov 1994 08:50:07 GMT", SECONDS (1030) },
    { "Sun, 06 Nov 1994 08:00:00 GMT", SECONDS (1000) },
    { "Sunday, 06-Nov-94 08:50:07 GMT", SECONDS (1030) },
    { "Fri, 31 Dec 2599 23:59:59 GMT", SECONDS (1000 + MUSTER_RETRY_AFTER_MAX) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (muster_retry_after_parse (cases[i].text, 784111777, SECONDS (1000)),
                     ==, cases[i].expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http/origin/accepted", test_accepted);
  g_test_add_func ("/http/origin/refused", test_refused);
  g_test_add_func ("/http/origin/equal", test_equal);
  g_test_add_func ("/http/retry-after", test_retry_after);
  return g_test_run ();
}
