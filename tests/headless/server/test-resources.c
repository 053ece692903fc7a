/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "resource-fixture.h"

#include <string.h>

#define P FIXTURE_PROFILE
#define USERS "/scim/v2/Users"
#define SCHEMAS "\"schemas\":[\"" FIXTURE_USER_SCHEMA "\"]"

static void
test_create (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) made = resource_fixture_call (
    fixture, "admin", "POST", USERS,
    "{" SCHEMAS ",\"USERNAME\":\"bjensen\",\"externalId\":\"x 1\",\"id\":\"mine\","
    "\"meta\":{\"version\":\"W/\\\"7\\\"\"},\"shoeSize\":9,\"name\":{\"formatted\":"
    "\"Ms. Barbara J Jensen III\",\"familyName\":\"Jensen\",\"givenName\":\"Barbara\"},"
    "\"password\":\"t1meMa$heen\",\"emails\":[],\"title\":null,\"roles\":["
    "{\"value\":\"basic\"}],\"" P "\":{\"organization\":{\"value\":\"south\"},"
    "\"company\":{\"value\":\"acme\",\"display\":\"wrong\"}}}");
  g_autofree char *id = resource_fixture_dup (made, "$.id");
  g_autofree char *location = g_strconcat ("http://127.0.0.1:1" USERS "/", id, NULL);
  g_autofree char *path = g_strconcat (USERS "/", id, NULL);
  g_autoptr (JsonNode) read = NULL;

  g_assert_cmpuint (fixture->status, ==, 201);
  g_assert_cmpstr (id, !=, "mine");
  g_assert_cmpstr (fixture->location, ==, location);
  g_assert_cmpstr (fixture->etag, ==, "W/\"1\"");
  resource_fixture_assert (made, "$.meta.location", location);
  resource_fixture_assert (made, "$.meta.version", "W/\"1\"");
  resource_fixture_assert (made, "$.userName", "bjensen");
  resource_fixture_assert (made, "$.active", "true");
  resource_fixture_assert (made, "$.password", "");
  resource_fixture_assert (made, "$.shoeSize", "");
  resource_fixture_assert (made, "$.emails", "");
  resource_fixture_assert (made, "$['" P "'].company.display", "Acme");
  read = resource_fixture_call (fixture, "admin", "GET", path, NULL);
  g_assert_true (json_node_equal (made, read));
}

static void
test_create_refused (void)
{
  static const struct
  {
    const char *body;
    guint       status;
    const char *scim_type;
    const char *named;
  } cases[] = {
    { "{" SCHEMAS "}", 400, "invalidValue", "userName" },
    { "{" SCHEMAS ",\"userName\":\" \"}", 400, "invalidValue", "userName" },
    { "{" SCHEMAS ",\"userName\":null}", 400, "invalidValue", "userName" },
    { "{" SCHEMAS ",\"userName\":\"ANN.lee\"}", 409, "uniqueness", "ANN.lee" },
    { "{" SCHEMAS ",\"userName\":\"a\",\"USERNAME\":\"b\"}", 400, "invalidValue",
      "userName" },
    { "{\"userName\":\"x\"}", 400, "invalidSyntax", "schemas" },
    { "{\"schemas\":[\"other\"],\"userName\":\"x\"}", 400, "invalidSyntax", "schemas" },
    { "[]", 400, "invalidSyntax", "schemas" },
    { "{", 400, "invalidSyntax", "" },
    { "", 400, "invalidSyntax", "" },
    { "{" SCHEMAS ",\"userName\":\"x\",\"active\":\"True\"}", 400, "invalidValue",
      "active" },
    { "{" SCHEMAS ",\"userName\":\"x\",\"name\":\"X\"}", 400, "invalidValue", "name" },
    { "{" SCHEMAS ",\"userName\":\"x\",\"emails\":[[]]}", 400, "invalidValue", "emails" },
    { "{" SCHEMAS
      ",\"userName\":\"x\",\"emails\":[{\"value\":\"a@b.c\",\"primary\":true},"
      "{\"value\":\"d@b.c\",\"primary\":true}]}",
      400, "invalidValue", "primary" },
    { "{" SCHEMAS ",\"userName\":\"x\",\"" P "\":[]}", 400, "invalidValue", P },
    { "{" SCHEMAS ",\"userName\":\"x\",\"" P "\":{\"company\":{\"value\":\"no\"}}}", 400,
      "invalidValue", "company" },
    { "{" SCHEMAS ",\"userName\":\"x\",\"" P "\":{\"company\":{\"display\":\"Acme\"}}}",
      400, "invalidValue", "company" },
    { "{" SCHEMAS ",\"userName\":\"x\",\"timezone\":\"../../etc/passwd\"}", 400,
      "invalidValue", "timezone" },
  };
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) error
        = resource_fixture_call (fixture, "admin", "POST", USERS, cases[i].body);

      g_test_message ("%s", cases[i].body);
      resource_fixture_assert_error (fixture, error, cases[i].status, cases[i].scim_type,
                                     cases[i].named);
    }
}

static void
test_long_texts (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autofree char *name = g_strnfill (257, 'x');
  g_autofree char *body = g_strdup_printf ("{" SCHEMAS ",\"userName\":\"%s\"}", name);
  g_autoptr (JsonNode) error
    = resource_fixture_call (fixture, "admin", "POST", USERS, body);

  resource_fixture_assert_error (fixture, error, 400, "invalidValue", "256");
}

/* PUT: what is not given is cleared, but for whether the account is active. */
static void
test_replace (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) whole
    = resource_fixture_call (fixture, "admin", "GET", USERS "/bob", NULL);
  g_autofree char *text = json_to_string (whole, FALSE);
  g_autoptr (JsonNode) same
    = resource_fixture_call (fixture, "admin", "PUT", USERS "/bob", text);
  g_autoptr (JsonNode) replaced = NULL;
  g_autofree char *shape = NULL;

  g_assert_cmpuint (fixture->status, ==, 200);
  g_assert_true (json_node_equal (whole, same));
  replaced = resource_fixture_call (fixture, "admin", "PUT", USERS "/bob",
                                    "{" SCHEMAS ",\"userName\":\"bob\"}");
  shape = resource_fixture_dup_shape (replaced);
  g_assert_cmpstr (shape, ==,
                   "schemas[],id,userName,active,"
                   "meta{resourceType,created,lastModified,location,version}");
  resource_fixture_assert (replaced, "$.active", "false");
  resource_fixture_assert (replaced, "$.meta.version", "W/\"2\"");
  g_assert_cmpint (resource_fixture_count (fixture,
                                           "SELECT count (*) FROM user_email, user "
                                           "WHERE user = row AND id = 'bob'"),
                   ==, 0);
}

/* Who is looked after by a user who goes has nobody then, and a new version. */
static void
test_remove (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) removed
    = resource_fixture_call (fixture, "admin", "DELETE", USERS "/ann", NULL);
  g_autoptr (JsonNode) gone = NULL;
  g_autoptr (JsonNode) bob = NULL;

  g_assert_cmpuint (fixture->status, ==, 204);
  gone = resource_fixture_call (fixture, "admin", "GET", USERS "/ann", NULL);
  resource_fixture_assert_error (fixture, gone, 404, "", "ann");
  bob = resource_fixture_call (fixture, "admin", "GET", USERS "/bob", NULL);
  resource_fixture_assert (bob, "$['" P "'].accountExecutive", "");
  resource_fixture_assert (bob, "$.meta.version", "W/\"2\"");
  g_assert_cmpint (resource_fixture_count (fixture, "SELECT count (*) FROM audit WHERE "
                                                    "resource = 'bob' "
                                                    "AND field LIKE '%accountExecutive' "
                                                    "AND before = '{\"value\":\"ann\"}'"),
                   ==, 1);
  g_assert_cmpint (resource_fixture_count (fixture, "SELECT count (*) FROM user_text "
                                                    "WHERE user_text MATCH 'user_name : "
                                                    "\"ann.lee\"'"),
                   ==, 0);
}

/* Versions compare weakly, and none that is wrong changes anything. */
static void
test_versions (void)
{
  static const struct
  {
    const char *method;
    const char *if_match;
    const char *if_none_match;
    guint       status;
  } cases[] = {
    { "GET", NULL, "W/\"1\"", 304 },   { "GET", NULL, "\"1\"", 304 },
    { "GET", NULL, "W/\"2\"", 200 },   { "GET", NULL, "W/\"7\", W/\"1\"", 304 },
    { "GET", NULL, "*", 304 },         { "PATCH", "W/\"2\"", NULL, 412 },
    { "PATCH", "1", NULL, 412 },       { "PATCH", NULL, "W/\"1\"", 412 },
    { "PUT", "W/\"0\"", NULL, 412 },   { "DELETE", "W/\"2\"", NULL, 412 },
    { "PATCH", "W/\"1\"", NULL, 200 }, { "PATCH", "\"1\"", NULL, 200 },
    { "PATCH", "*", NULL, 200 },       { "PATCH", "W/\"3\",W/\"1\"", NULL, 200 },
    { "PUT", "W/\"1\"", NULL, 200 },   { "DELETE", "W/\"1\"", NULL, 204 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
      g_autoptr (JsonNode) answer = NULL;
      const char *body = NULL;

      if (strcmp (cases[i].method, "PATCH") == 0)
        body = "{\"schemas\":[\"" FIXTURE_PATCH_SCHEMA "\"],\"Operations\":[{\"op\":"
               "\"replace\",\"path\":\"title\",\"value\":\"New\"}]}";
      else if (strcmp (cases[i].method, "PUT") == 0)
        body = "{" SCHEMAS ",\"userName\":\"ann\"}";
      fixture->if_match = cases[i].if_match;
      fixture->if_none_match = cases[i].if_none_match;
      answer
        = resource_fixture_call (fixture, "admin", cases[i].method, USERS "/ann", body);
      g_test_message ("%s %s %s", cases[i].method, cases[i].if_match,
                      cases[i].if_none_match);
      g_assert_cmpuint (fixture->status, ==, cases[i].status);
      if (cases[i].status == 412)
        resource_fixture_assert (answer, "$.status", "412");
      if (cases[i].status == 304)
        {
          g_assert_null (answer);
          g_assert_cmpstr (fixture->etag, ==, "W/\"1\"");
        }
    }
}

static void
test_directory (void)
{
  static const struct
  {
    const char *path;
    const char *names;
  } lists[] = {
    { "/scim/v2/Roles?filter=administrative eq true&sortBy=displayName",
      "Help Desk,Operations Manager,Site Administrator" },
    { "/scim/v2/Roles?filter=permissions eq \"administer-site\"", "Site Administrator" },
    { "/scim/v2/Roles?filter=displayName sw \"BASIC\"", "Basic User" },
    { "/scim/v2/Roles?filter=not (permissions pr)", "Basic User,Instructor" },
    { "/scim/v2/Organizations?filter=parent.value eq \"north\"", "Depot" },
    { "/scim/v2/Organizations?filter=parent.display eq \"NORTH\"", "Depot" },
    { "/scim/v2/Organizations?filter=not (parent pr)", "North,South" },
    { "/scim/v2/Companies?filter=displayName co \"gmbh\"", "Globex GmbH" },
  };
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (JsonNode) list
        = resource_fixture_call (fixture, "admin", "GET", lists[i].path, NULL);
      g_autoptr (GString) names = g_string_new (NULL);
      JsonArray *array;

      g_test_message ("%s", lists[i].path);
      g_assert_cmpuint (fixture->status, ==, 200);
      array = json_object_get_array_member (json_node_get_object (list), "Resources");
      for (guint j = 0; j < json_array_get_length (array); j++)
        g_string_append_printf (
          names, "%s%s", j > 0 ? "," : "",
          json_object_get_string_member (json_array_get_object_element (array, j),
                                         "displayName"));
      g_assert_cmpstr (names->str, ==, lists[i].names);
    }
}

static void
test_role (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) role
    = resource_fixture_patch (fixture, "admin", "/scim/v2/Roles/instructor",
                              "[{\"op\":\"replace\",\"value\":{\"displayName\":"
                              "\"Teacher\",\"permissions\":["
                              "\"view-users\"]}}]");
  g_autoptr (JsonNode) ann = NULL;
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) taken = NULL;

  g_assert_cmpuint (fixture->status, ==, 200);
  resource_fixture_assert (role, "$.meta.version", "W/\"2\"");
  resource_fixture_assert (role, "$.permissions", "[\"view-users\"]");
  ann = resource_fixture_call (fixture, "admin", "GET", USERS "/ann", NULL);
  resource_fixture_assert (ann, "$.roles[1].display", "Teacher");
  list = resource_fixture_call (fixture, "ann", "GET", USERS, NULL);
  resource_fixture_assert (list, "$.totalResults", "0");
  taken = resource_fixture_patch (fixture, "admin", "/scim/v2/Roles/instructor",
                                  "[{\"op\":\"replace\",\"path\":\"displayName\","
                                  "\"value\":\"BASIC user\"}]");
  resource_fixture_assert_error (fixture, taken, 409, "uniqueness", "BASIC user");
}

static void
test_discovery (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) config
    = resource_fixture_call (fixture, NULL, "GET", "/scim/v2/ServiceProviderConfig",
                             NULL);
  g_autoptr (JsonNode) types
    = resource_fixture_call (fixture, NULL, "GET", "/scim/v2/ResourceTypes", NULL);
  g_autoptr (JsonNode) schemas
    = resource_fixture_call (fixture, NULL, "GET", "/scim/v2/Schemas", NULL);
  g_autoptr (JsonNode) profile
    = resource_fixture_call (fixture, NULL, "GET", "/scim/v2/Schemas/" P, NULL);
  g_autoptr (JsonNode) missing
    = resource_fixture_call (fixture, NULL, "GET", "/scim/v2/Schemas/urn:x", NULL);
  g_autoptr (JsonNode) filtered = NULL;

  resource_fixture_assert_error (fixture, missing, 404, "", "schema");
  resource_fixture_assert (config, "$.bulk",
                           "{\"supported\":true,\"maxOperations\":1000,"
                           "\"maxPayloadSize\":4194304}");
  resource_fixture_assert (config, "$.filter",
                           "{\"supported\":true,\"maxResults\":1000}");
  resource_fixture_assert (config, "$.pagination.cursor", "true");
  resource_fixture_assert (config, "$.authenticationSchemes[0].type", "oauthbearertoken");
  resource_fixture_assert (types, "$.totalResults", "4");
  resource_fixture_assert (types, "$.Resources[0].endpoint", "/Users");
  resource_fixture_assert (types, "$.Resources[0].schemaExtensions[0].schema", P);
  resource_fixture_assert (schemas, "$.totalResults", "5");
  resource_fixture_assert (schemas, "$.Resources[0].id", FIXTURE_USER_SCHEMA);
  resource_fixture_assert (schemas, "$.Resources[0].attributes[0]",
                           "{\"name\":\"userName\",\"type\":\"string\",\"multiValued\":"
                           "false,\"description\":\"What the user signs in with, unique "
                           "on "
                           "the platform.\",\"required\":true,\"caseExact\":false,"
                           "\"mutability\":\"readWrite\",\"returned\":\"default\","
                           "\"uniqueness\":\"server\"}");
  resource_fixture_assert (profile, "$.attributes[4].name", "flaggedFields");
  resource_fixture_assert (profile, "$.attributes[4].canonicalValues[7]", "city");
  filtered
    = resource_fixture_call (fixture, NULL, "GET", "/scim/v2/Schemas?filter=id pr", NULL);
  resource_fixture_assert_error (fixture, filtered, 403, "", "filter");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/resources/create", test_create);
  g_test_add_func ("/server/resources/create-refused", test_create_refused);
  g_test_add_func ("/server/resources/long-texts", test_long_texts);
  g_test_add_func ("/server/resources/replace", test_replace);
  g_test_add_func ("/server/resources/remove", test_remove);
  g_test_add_func ("/server/resources/versions", test_versions);
  g_test_add_func ("/server/resources/directory", test_directory);
  g_test_add_func ("/server/resources/role", test_role);
  g_test_add_func ("/server/resources/discovery", test_discovery);
  return g_test_run ();
}
