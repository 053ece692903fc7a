/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "provider-script.h"

#include <string.h>

#include "muster-scim-platform.h"

#define CONFIG_LINE "GET /scim/v2/ServiceProviderConfig"
#define PATCHING CONFIG_WITH (",'patch':{'supported':true}")

static void
test_own (void)
{
  static const Rule        rules[] = { OWN_RULES, { NULL } };
  static const char *const paths[] = { "", "/", "/scim/v2", "/scim/v2/" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (HttpFixture) fixture = script_new (rules);
      g_autoptr (MusterPlatform) platform = script_connect (fixture, paths[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (muster_platform_get_capabilities (platform));
      script_open (platform, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (muster_user_get_display_name (
                         muster_platform_get_account (platform)),
                       ==, "Ada");
      g_assert_cmpuint (muster_platform_get_capabilities (platform)->fields, ==,
                        MUSTER_FIELDS_ALL);
      g_assert_cmpuint (http_fixture_count (fixture, "GET /scim/v2/"), ==, 3);
      g_assert_cmpuint (http_fixture_count (fixture, "POST /sessions"), ==, 1);
    }
}

static void
test_close (void)
{
  static const Rule rules[] = {
    OWN_RULES,
    { .line = "DELETE /sessions/current", .authorization = "Bearer t1", .status = 204 },
    { NULL }
  };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *kept = NULL;

  muster_platform_close_async (platform, NULL, http_fixture_keep_cb, &kept);
  result = http_fixture_wait (&kept);
  g_assert_true (muster_platform_close_finish (platform, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (http_fixture_count (fixture, "DELETE /sessions/current"), ==, 1);
}

#define DEEP1 "[[[[[[[[[[[[[[[["
#define DEEP DEEP1 DEEP1 DEEP1 DEEP1 DEEP1

/* What answers to discovery, and what is said of it. */
static const struct
{
  Rule                rule;
  MusterPlatformError code;
  const char         *words;
} strange[] = {
  { { .status = 404 }, MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM, "not as a SCIM 2.0 server" },
  { { .status = 200, .type = "text/html", .body = "<html>" },
    MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM,
    "text/html" },
  { { .status = 200, .body = "{}" },
    MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM,
    "no service provider configuration" },
  { { .status = 200, .body = "" },
    MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM,
    "no service provider configuration" },
  { { .status = 200, .body = "[]" }, MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM, "no object" },
  { { .status = 200, .body = "{'schemas':[" },
    MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM,
    "not JSON at byte" },
  { { .status = 200, .body = DEEP },
    MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM,
    "nested too deeply" },
  { { .status = 200, .body = CONFIG_WITH (",'patch':7") },
    MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM,
    "patch is not an object" },
  { { .status = 302, .headers = "Location: http://127.0.0.1:9/\r\n" },
    MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM,
    "http://127.0.0.1:9/" },
  { { .status = 500, .body = "{'detail':'Out of order.'}" },
    MUSTER_PLATFORM_ERROR_SERVER,
    "Out of order." },
  { { .status = 503 }, MUSTER_PLATFORM_ERROR_THROTTLED, "busy" },
  { { .status = 401 }, MUSTER_PLATFORM_ERROR_SIGN_IN, "“admin” cannot sign in" },
  { { .status = 0 }, MUSTER_PLATFORM_ERROR_LOST, "broke" },
};

static void
test_strange (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      Rule rules[] = { strange[i].rule, { NULL } };
      g_autoptr (HttpFixture) fixture = NULL;
      g_autoptr (MusterPlatform) platform = NULL;
      g_autoptr (GError) error = NULL;

      rules[0].line = CONFIG_LINE;
      fixture = script_new (rules);
      platform = script_connect (fixture, "/scim/v2");
      g_assert_false (script_open (platform, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, MUSTER_PLATFORM_ERROR, (int) strange[i].code);
      g_assert_nonnull (strstr (error->message, strange[i].words));
      g_assert_null (muster_platform_get_capabilities (platform));
    }
}

/* A document that was lost on the way is no document that is not there. */
static void
test_lost_schemas (void)
{
  static const Rule rules[] = {
    { .line = CONFIG_LINE, .status = 200, .body = OWN_CONFIG },
    { .line = "GET /scim/v2/Schemas", .status = 500 },
    { NULL },
  };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect (fixture, "/scim/v2");
  g_autoptr (GError) error = NULL;

  g_assert_false (script_open (platform, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SERVER);
}

static const struct
{
  Rule                rule;
  MusterPlatformError code;
  const char         *words;
} doors[] = {
  { { .status = 401, .body = "{'detail':'The password is wrong.'}" },
    MUSTER_PLATFORM_ERROR_SIGN_IN,
    "“admin” cannot sign in at 127.0.0.1:" },
  { { .status = 401, .body = "{'detail':'The password is wrong.'}" },
    MUSTER_PLATFORM_ERROR_SIGN_IN,
    "(The password is wrong)" },
  { { .status = 429, .body = "{'detail':'Too many tries.'}" },
    MUSTER_PLATFORM_ERROR_THROTTLED,
    "Too many tries." },
  { { .status = 403, .body = "{'detail':'Disabled.'}" },
    MUSTER_PLATFORM_ERROR_PERMISSION,
    "Disabled." },
  { { .status = 201, .body = "{}" },
    MUSTER_PLATFORM_ERROR_BAD_REPLY,
    "token is missing" },
  { { .status = 201, .body = "{'token':7}" },
    MUSTER_PLATFORM_ERROR_BAD_REPLY,
    "token is not a string" },
  { { .status = 201, .body = "{'token':'a\\r\\nX: y'}" },
    MUSTER_PLATFORM_ERROR_BAD_REPLY,
    "token is no token" },
  { { .status = 201, .body = "{'token':'t','user':{'id':'u0'}}" },
    MUSTER_PLATFORM_ERROR_BAD_REPLY,
    "user.userName is missing" },
};

static void
test_door (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (doors); i++)
    {
      Rule rules[] = { doors[i].rule, OWN_RULES, { NULL } };
      g_autoptr (HttpFixture) fixture = NULL;
      g_autoptr (MusterPlatform) platform = NULL;
      g_autoptr (GError) error = NULL;

      rules[0].line = "POST /sessions";
      fixture = script_new (rules);
      platform = script_connect (fixture, "/scim/v2");
      g_assert_false (script_open (platform, &error));
      g_assert_error (error, MUSTER_PLATFORM_ERROR, (int) doors[i].code);
      g_assert_nonnull (strstr (error->message, doors[i].words));
      g_assert_cmpuint (http_fixture_count (fixture, "POST /sessions"), ==, 1);
    }
}

#define SCHEME(type) ",'authenticationSchemes':[{'type':'" type "'}]"
#define BASIC "Basic YWRtaW46cHc="

/* What is shown to other providers: by what they announce. */
static void
test_schemes (void)
{
  static const struct
  {
    const char *config;
    const char *account;
    const char *authorization;
  } cases[] = {
    { CONFIG_WITH (SCHEME ("httpbasic")), "admin", BASIC },
    { CONFIG_WITH (SCHEME ("oauthbearertoken")), "admin", "Bearer pw" },
    { CONFIG_WITH (SCHEME ("oauthbearertoken")), "", "Bearer pw" },
    { CONFIG_WITH (SCHEME ("OAuthBearerToken")), "", "Bearer pw" },
    { CONFIG_WITH (SCHEME ("oauth2")), "admin", BASIC },
    { CONFIG_WITH (""), "admin", BASIC },
    { CONFIG_WITH (""), "", "Bearer pw" },
    { CONFIG_WITH (",'authenticationSchemes':[{'type':'oauthbearertoken'},{'type':"
                   "'httpbasic'}]"),
      "admin", BASIC },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Rule rules[] = {
        { .line = CONFIG_LINE, .status = 200, .body = cases[i].config },
        { .line = "GET /scim/v2/Me",
          .authorization = cases[i].authorization,
          .status = 200,
          .body = "{'id':'u0','userName':'me'}" },
        { .line = "GET /scim/v2/Me", .status = 401 },
        { NULL },
      };
      g_autoptr (HttpFixture) fixture = script_new (rules);
      g_autofree char *url
        = g_strconcat (http_fixture_get_url (fixture), "/scim/v2", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterPlatform) platform
        = muster_scim_platform_new (url, cases[i].account, "pw", &error);

      script_open (platform, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (muster_user_get_user_name (muster_platform_get_account (platform)),
                       ==, "me");
    }
}

static void
test_without_me (void)
{
  static const struct
  {
    guint    me;
    guint    users;
    gboolean open;
  } cases[] = {
    { 404, 200, TRUE },  { 501, 200, TRUE }, { 403, 200, TRUE },  { 404, 401, FALSE },
    { 401, 200, FALSE }, { 500, 200, TRUE }, { 404, 500, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Rule rules[] = {
        { .line = CONFIG_LINE, .status = 200, .body = PATCHING },
        { .line = "GET /scim/v2/Me", .status = cases[i].me },
        { .line = "GET /scim/v2/Users?count=1", .status = cases[i].users },
        { NULL },
      };
      g_autoptr (HttpFixture) fixture = script_new (rules);
      g_autoptr (MusterPlatform) platform = script_connect (fixture, "/scim/v2");
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (script_open (platform, &error), ==, cases[i].open);
      g_assert_null (muster_platform_get_account (platform));
      g_assert_cmpint (error == NULL, ==, cases[i].open);
    }
}

/* Discovery itself may be behind the door. */
static void
test_discovery_behind_door (void)
{
  static const Rule rules[] = {
    { .line = CONFIG_LINE, .authorization = BASIC, .status = 200, .body = PATCHING },
    { .line = "GET /scim/v2/Schemas", .authorization = BASIC, .status = 404 },
    { .line = "GET /scim/v2/ResourceTypes", .authorization = BASIC, .status = 404 },
    { .line = "GET /scim/v2/Me", .authorization = BASIC, .status = 404 },
    { .line = "GET /scim/v2/Users", .authorization = BASIC, .status = 200, .body = "{}" },
    { .line = "", .status = 401 },
    { NULL },
  };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);

  g_assert_cmpuint (http_fixture_count (fixture, CONFIG_LINE), ==, 2);
}

/* Which of the two the door wants only its description would say. */
static void
test_discovery_behind_door_with_token (void)
{
  static const Rule rules[] = {
    { .line = CONFIG_LINE,
      .authorization = "Bearer pw",
      .status = 200,
      .body = CONFIG_WITH (SCHEME ("oauthbearertoken")) },
    { .line = "GET /scim/v2/Me", .authorization = "Bearer pw", .status = 501 },
    { .line = "GET /scim/v2/Users",
      .authorization = "Bearer pw",
      .status = 200,
      .body = "{}" },
    { .line = "", .status = 401 },
    { NULL },
  };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);

  g_assert_cmpuint (http_fixture_count (fixture, CONFIG_LINE), ==, 3);
}

static void
test_address (void)
{
  static const struct
  {
    const char *url;
    const char *words;
  } cases[] = {
    { "http://example.org/scim/v2", "in clear text" },
    { "example.org", "is no address" },
    { "https://admin:secret@example.org", "separately" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (muster_scim_platform_new (cases[i].url, "a", "b", &error));
      g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_null (strstr (error->message, "secret"));
    }
}

static void
test_not_there (void)
{
  static const Rule rules[] = { { NULL } };
  HttpFixture      *fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect (fixture, "");
  g_autoptr (GError) error = NULL;

  http_fixture_free (fixture);
  g_assert_false (script_open (platform, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_UNREACHABLE);
  g_assert_nonnull (strstr (error->message, "cannot be reached"));
}

/* Nothing works before it is open, and nothing is sent. */
static void
test_not_open (void)
{
  static const Rule rules[] = { { NULL } };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect (fixture, "");
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (script_find (platform, query, NULL, 0, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SIGN_IN);
  g_assert_cmpuint (http_fixture_count (fixture, ""), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-provider/open/own", test_own);
  g_test_add_func ("/scim-provider/open/close", test_close);
  g_test_add_func ("/scim-provider/open/strange", test_strange);
  g_test_add_func ("/scim-provider/open/lost-schemas", test_lost_schemas);
  g_test_add_func ("/scim-provider/open/door", test_door);
  g_test_add_func ("/scim-provider/open/schemes", test_schemes);
  g_test_add_func ("/scim-provider/open/without-me", test_without_me);
  g_test_add_func ("/scim-provider/open/behind-door", test_discovery_behind_door);
  g_test_add_func ("/scim-provider/open/discovery-behind-door-with-token",
                   test_discovery_behind_door_with_token);
  g_test_add_func ("/scim-provider/open/address", test_address);
  g_test_add_func ("/scim-provider/open/not-there", test_not_there);
  g_test_add_func ("/scim-provider/open/not-open", test_not_open);
  return g_test_run ();
}
