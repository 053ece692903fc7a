/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "resource-fixture.h"

#define P FIXTURE_PROFILE
#define USERS "/scim/v2/Users"
#define SCHEMAS "\"schemas\":[\"" FIXTURE_USER_SCHEMA "\"]"
#define PATCH(operation)                                                                 \
  "{\"schemas\":[\"" FIXTURE_PATCH_SCHEMA "\"],\"Operations\":[" operation "]}"
#define REPLACE(path, value)                                                             \
  PATCH ("{\"op\":\"replace\",\"path\":\"" path "\",\"value\":" value "}")
#define ADD(path, value)                                                                 \
  PATCH ("{\"op\":\"add\",\"path\":\"" path "\",\"value\":" value "}")
#define ROLE_SCHEMA "\"schemas\":[\"urn:muster:scim:schemas:core:1.0:Role\"]"
#define ORGANIZATION_SCHEMA                                                              \
  "\"schemas\":[\"urn:muster:scim:schemas:core:1.0:Organization\"]"
#define COMPANY_SCHEMA "\"schemas\":[\"urn:muster:scim:schemas:core:1.0:Company\"]"
#define SEARCH "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]}"

/* Who may do what: the status for the site's administrator, for one of "north" with all
 * permissions but the site's, for one of "north" who may view and set passwords, for
 * somebody without roles, and for nobody. */
static const struct
{
  const char *method;
  const char *path;
  const char *body;
  guint       admin, ops, helper, nobody, none;
} cases[] = {
  { "GET", USERS, NULL, 200, 200, 200, 403, 401 },
  { "POST", USERS "/.search", SEARCH, 200, 200, 200, 403, 401 },
  { "GET", USERS "/ann", NULL, 200, 200, 200, 403, 401 },
  { "GET", USERS "/bob", NULL, 200, 200, 200, 403, 401 },
  { "GET", USERS "/cleo", NULL, 200, 404, 404, 403, 401 },
  { "GET", USERS "/missing", NULL, 404, 404, 404, 403, 401 },
  { "GET", "/scim/v2/Me", NULL, 200, 200, 200, 200, 401 },
  { "GET", "/scim/v2/Roles", NULL, 200, 200, 200, 403, 401 },
  { "GET", "/scim/v2/Organizations", NULL, 200, 200, 200, 403, 401 },
  { "GET", "/scim/v2/Organizations/depot", NULL, 200, 200, 200, 403, 401 },
  { "GET", "/scim/v2/Organizations/south", NULL, 200, 404, 404, 403, 401 },
  { "GET", "/scim/v2/Companies", NULL, 200, 200, 200, 403, 401 },
  { "GET", "/scim/v2/ServiceProviderConfig", NULL, 200, 200, 200, 200, 200 },
  { "GET", "/scim/v2/Schemas", NULL, 200, 200, 200, 200, 200 },
  { "GET", "/scim/v2/ResourceTypes", NULL, 200, 200, 200, 200, 200 },

  /* Fields: edit-users, of users in the own scope. */
  { "PATCH", USERS "/ann", REPLACE ("title", "\"B\""), 200, 200, 403, 403, 401 },
  { "PATCH", USERS "/bob", REPLACE ("active", "true"), 200, 200, 403, 403, 401 },
  { "PATCH", USERS "/cleo", REPLACE ("title", "\"B\""), 200, 404, 404, 403, 401 },
  { "PATCH", USERS "/ann", ADD (P ":flaggedFields", "[\"state\"]"), 200, 200, 403, 403,
    401 },
  { "PATCH", USERS "/ann", REPLACE (P ":company", "\"globex\""), 200, 200, 403, 403,
    401 },
  { "PATCH", USERS "/ann", REPLACE (P ":accountExecutive", "\"bob\""), 200, 200, 403, 403,
    401 },
  { "PATCH", USERS "/ann", REPLACE (P ":accountExecutive", "\"cleo\""), 200, 400, 400,
    403, 401 },
  { "PATCH", USERS "/admin", REPLACE ("title", "\"B\""), 200, 404, 404, 403, 401 },
  { "PATCH", USERS "/ops", REPLACE ("title", "\"B\""), 200, 200, 403, 403, 401 },

  /* Roles: those whose permissions one holds. */
  { "PATCH", USERS "/ann", ADD ("roles", "[{\"value\":\"ops\"}]"), 200, 200, 403, 403,
    401 },
  { "PATCH", USERS "/ann", ADD ("roles", "[{\"value\":\"site\"}]"), 200, 403, 403, 403,
    401 },
  { "PATCH", USERS "/ops", ADD ("roles", "[{\"value\":\"site\"}]"), 200, 403, 403, 403,
    401 },
  { "PATCH", USERS "/ann", PATCH ("{\"op\":\"remove\",\"path\":\"roles\"}"), 200, 200,
    403, 403, 401 },

  /* Organizations: those that one manages, and those below. */
  { "PATCH", USERS "/ann", REPLACE (P ":organization", "\"depot\""), 200, 200, 403, 403,
    401 },
  { "PATCH", USERS "/ann", REPLACE (P ":organization", "\"south\""), 200, 400, 400, 403,
    401 },
  { "PATCH", USERS "/ann", PATCH ("{\"op\":\"remove\",\"path\":\"" P ":organization\"}"),
    200, 403, 403, 403, 401 },
  { "PATCH", USERS "/ann", ADD (P ":managedOrganizations", "[{\"value\":\"depot\"}]"),
    200, 200, 403, 403, 401 },
  { "PATCH", USERS "/ann", ADD (P ":managedOrganizations", "[{\"value\":\"south\"}]"),
    200, 400, 400, 403, 401 },

  /* Passwords: set-passwords, and of nobody who may more. */
  { "PATCH", USERS "/ann", REPLACE ("password", "\"new-password\""), 200, 200, 200, 403,
    401 },
  { "PATCH", USERS "/ops", REPLACE ("password", "\"new-password\""), 200, 200, 403, 403,
    401 },

  /* What changes nothing needs nothing. */
  { "PATCH", USERS "/ann", REPLACE ("title", "\"Tour Guide\""), 200, 200, 200, 403, 401 },

  { "DELETE", USERS "/ann", NULL, 204, 204, 403, 403, 401 },
  { "DELETE", USERS "/cleo", NULL, 204, 404, 404, 403, 401 },
  { "POST", USERS,
    "{" SCHEMAS ",\"userName\":\"new\",\"" P "\":{\"organization\":\"depot\"}}", 201, 201,
    403, 403, 401 },
  { "POST", USERS, "{" SCHEMAS ",\"userName\":\"new\"}", 201, 403, 403, 403, 401 },
  { "POST", USERS,
    "{" SCHEMAS ",\"userName\":\"new\",\"" P "\":{\"organization\":\"south\"}}", 201, 400,
    403, 403, 401 },
  { "POST", USERS,
    "{" SCHEMAS ",\"userName\":\"new\",\"roles\":[\"site\"],\"" P
    "\":{\"organization\":\"north\"}}",
    201, 403, 403, 403, 401 },
  { "PUT", USERS "/ann",
    "{" SCHEMAS ",\"userName\":\"ann\",\"" P "\":{\"organization\":\"north\"}}", 200, 200,
    403, 403, 401 },

  /* Roles are the site's; organizations are written where one manages them. */
  { "POST", "/scim/v2/Roles", "{" ROLE_SCHEMA ",\"displayName\":\"New\"}", 201, 403, 403,
    403, 401 },
  { "PATCH", "/scim/v2/Roles/basic", REPLACE ("displayName", "\"New\""), 200, 403, 403,
    403, 401 },
  { "DELETE", "/scim/v2/Roles/basic", NULL, 409, 403, 403, 403, 401 },
  { "POST", "/scim/v2/Organizations",
    "{" ORGANIZATION_SCHEMA ",\"displayName\":\"New\",\"parent\":{\"value\":\"depot\"}}",
    201, 201, 403, 403, 401 },
  { "POST", "/scim/v2/Organizations",
    "{" ORGANIZATION_SCHEMA ",\"displayName\":\"New\",\"parent\":{\"value\":\"south\"}}",
    201, 400, 403, 403, 401 },
  { "POST", "/scim/v2/Organizations", "{" ORGANIZATION_SCHEMA ",\"displayName\":\"New\"}",
    201, 403, 403, 403, 401 },
  { "PATCH", "/scim/v2/Organizations/depot", REPLACE ("displayName", "\"New\""), 200, 200,
    403, 403, 401 },
  { "PATCH", "/scim/v2/Organizations/depot", REPLACE ("parent", "\"south\""), 200, 400,
    400, 403, 401 },
  { "PATCH", "/scim/v2/Organizations/north", REPLACE ("parent", "\"depot\""), 400, 400,
    403, 403, 401 },
  { "PATCH", "/scim/v2/Organizations/depot",
    PATCH ("{\"op\":\"remove\",\"path\":\"parent\"}"), 200, 403, 403, 403, 401 },
  { "PATCH", "/scim/v2/Organizations/south", REPLACE ("displayName", "\"New\""), 200, 404,
    404, 403, 401 },
  { "DELETE", "/scim/v2/Organizations/depot", NULL, 409, 409, 403, 403, 401 },
  { "POST", "/scim/v2/Companies", "{" COMPANY_SCHEMA ",\"displayName\":\"New\"}", 201,
    201, 403, 403, 401 },
  { "DELETE", "/scim/v2/Companies/acme", NULL, 409, 409, 403, 403, 401 },
};

static void
assert_status (guint number, const char *user, guint expected)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  gint64 n_audited = resource_fixture_count (fixture, "SELECT count (*) FROM audit");
  g_autoptr (JsonNode) answer
    = resource_fixture_call (fixture, user, cases[number].method, cases[number].path,
                             cases[number].body);

  if (fixture->status != expected)
    {
      g_autofree char *text = answer != NULL ? json_to_string (answer, FALSE) : NULL;

      g_test_message ("%s %s %s as %s: %s", cases[number].method, cases[number].path,
                      cases[number].body, user, text);
    }
  g_assert_cmpuint (fixture->status, ==, expected);
  if (expected >= 400)
    g_assert_cmpint (resource_fixture_count (fixture, "SELECT count (*) FROM audit"), ==,
                     n_audited);
}

static void
test_matrix (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_status (i, "admin", cases[i].admin);
      assert_status (i, "ops", cases[i].ops);
      assert_status (i, "helper", cases[i].helper);
      assert_status (i, "nobody", cases[i].nobody);
      assert_status (i, NULL, cases[i].none);
    }
}

/* Who manages more than the caller gets neither a password nor permissions from them, and
 * what the caller cannot see of the user stays as it is. */
static void
test_reach (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) given = NULL;
  g_autoptr (JsonNode) seen = NULL;
  g_autoptr (JsonNode) refused = NULL;
  g_autoptr (JsonNode) password = NULL;
  g_autoptr (JsonNode) edited = NULL;

  given
    = resource_fixture_call (fixture, "admin", "PATCH", USERS "/ann",
                             ADD (P ":managedOrganizations", "[{\"value\":\"south\"}]"));
  g_assert_cmpuint (fixture->status, ==, 200);
  seen = resource_fixture_call (fixture, "ops", "GET", USERS "/ann", NULL);
  resource_fixture_assert (seen, "$['" P "'].managedOrganizations[0].value", "south");
  resource_fixture_assert (seen, "$['" P "'].managedOrganizations[0].display", "");

  refused = resource_fixture_call (fixture, "ops", "PATCH", USERS "/ann",
                                   ADD ("roles", "[{\"value\":\"ops\"}]"));
  resource_fixture_assert_error (fixture, refused, 403, "", "organizations");
  password = resource_fixture_call (fixture, "ops", "PATCH", USERS "/ann",
                                    REPLACE ("password", "\"new-password\""));
  g_assert_cmpuint (fixture->status, ==, 200);
  edited
    = resource_fixture_call (fixture, "ops", "PATCH", USERS "/ann",
                             ADD (P ":managedOrganizations", "[{\"value\":\"depot\"}]"));
  g_assert_cmpuint (fixture->status, ==, 200);
  g_assert_cmpint (
    resource_fixture_count (fixture, "SELECT count (*) FROM user_managed_organization "
                                     "JOIN user ON user.row = user WHERE id = 'ann'"),
    ==, 2);
}

/* Rights are read at each request. */
static void
test_rights_end (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) taken = NULL;
  g_autoptr (JsonNode) refused = NULL;

  taken = resource_fixture_patch (fixture, "ops", USERS "/ops",
                                  "[{\"op\":\"remove\",\"path\":\"roles\"}]");
  g_assert_cmpuint (fixture->status, ==, 200);
  refused = resource_fixture_call (fixture, "ops", "GET", USERS, NULL);
  resource_fixture_assert_error (fixture, refused, 403, "", "see users");
}

static void
test_sessions_end (void)
{
  static const char sessions[]
    = "SELECT count (*) FROM session JOIN user ON user.row = user WHERE id = 'ann'";
  static const char *const ends[] = {
    REPLACE ("active", "false"),
    REPLACE ("password", "\"another-one\""),
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
      g_autoptr (JsonNode) me
        = resource_fixture_call (fixture, "ann", "GET", "/scim/v2/Me", NULL);
      g_autoptr (JsonNode) edited
        = resource_fixture_call (fixture, "admin", "PATCH", USERS "/ann",
                                 REPLACE ("title", "\"Other\""));
      g_autoptr (JsonNode) ended = NULL;

      g_assert_cmpint (resource_fixture_count (fixture, sessions), ==, 1);
      ended = resource_fixture_call (fixture, "admin", "PATCH", USERS "/ann", ends[i]);
      g_assert_cmpuint (fixture->status, ==, 200);
      g_assert_cmpint (resource_fixture_count (fixture, sessions), ==, 0);
    }
}

static void
test_me (void)
{
  static const struct
  {
    const char *operation;
    guint       status;
  } own[] = {
    { "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}", 200 },
    { "{\"op\":\"replace\",\"path\":\"timezone\",\"value\":\"UTC\"}", 200 },
    { "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"Anna\"}", 200 },
    { "{\"op\":\"add\",\"path\":\"phoneNumbers[type eq \\\"mobile\\\"].value\",\"value\":"
      "\"+1 555 0123\"}",
      200 },
    { "{\"op\":\"add\",\"path\":\"addresses\",\"value\":[{\"locality\":\"Bonn\","
      "\"country\":\"DE\"}]}",
      200 },
    { "{\"op\":\"replace\",\"path\":\"timezone\",\"value\":\"Mars\"}", 400 },
    { "{\"op\":\"replace\",\"path\":\"name.middleName\",\"value\":\"X\"}", 400 },
    { "{\"op\":\"add\",\"path\":\"phoneNumbers\",\"value\":[{\"value\":\"5\",\"type\":"
      "\"fax\"}]}",
      400 },
    { "{\"op\":\"replace\",\"path\":\"addresses.formatted\",\"value\":\"x\"}", 400 },
    { "{\"op\":\"replace\",\"path\":\"active\",\"value\":true}", 400 },
    { "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"x\"}", 400 },
    { "{\"op\":\"replace\",\"path\":\"emails\",\"value\":[]}", 400 },
    { "{\"op\":\"replace\",\"path\":\"password\",\"value\":\"new-password\"}", 400 },
    { "{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"site\"}]}", 400 },
    { "{\"op\":\"remove\",\"path\":\"" P ":flaggedFields\"}", 400 },
    { "{\"op\":\"replace\",\"path\":\"" P ":organization\",\"value\":\"south\"}", 400 },
  };
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *operations = g_strdup_printf ("[%s]", own[i].operation);
      g_autoptr (JsonNode) answer
        = resource_fixture_patch (fixture, "ann", "/scim/v2/Me", operations);

      g_test_message ("%s", own[i].operation);
      g_assert_cmpuint (fixture->status, ==, own[i].status);
      if (own[i].status == 400)
        {
          g_autofree char *type = resource_fixture_dup (answer, "$.scimType");

          g_assert_cmpstr (type, ==, i == 5 ? "invalidValue" : "mutability");
        }
      else
        {
          resource_fixture_assert (answer, "$['" P "'].flaggedFields",
                                   "[\"city\",\"zipCode\"]");
          resource_fixture_assert (answer, "$['" P "'].organization.display", "North");
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/rights/matrix", test_matrix);
  g_test_add_func ("/server/rights/reach", test_reach);
  g_test_add_func ("/server/rights/rights-end", test_rights_end);
  g_test_add_func ("/server/rights/sessions-end", test_sessions_end);
  g_test_add_func ("/server/rights/me", test_me);
  return g_test_run ();
}
