/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "resource-fixture.h"

#include <string.h>

#define P FIXTURE_PROFILE
#define USERS "/scim/v2/Users"

static JsonNode *
bulk (ResourceFixture *fixture, const char *user, const char *operations)
{
  g_autofree char *body = g_strdup_printf ("{\"schemas\":[\"urn:ietf:params:scim:api:"
                                           "messages:2.0:BulkRequest\"],%s}",
                                           operations);

  return resource_fixture_call (fixture, user, "POST", "/scim/v2/Bulk", body);
}

#define PATCH(id, more, operation)                                                       \
  "{\"method\":\"PATCH\",\"path\":\"/Users/" id "\"," more                               \
  "\"data\":{\"schemas\":[\"" FIXTURE_PATCH_SCHEMA "\"],\"Operations\":[" operation      \
  "]}}"
#define TITLE(title) "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"" title "\"}"
#define POST(bulk_id, name, more)                                                        \
  "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"" bulk_id "\",\"data\":{"       \
  "\"schemas\":[\"" FIXTURE_USER_SCHEMA "\"],\"userName\":\"" name "\"" more "}}"
#define LOOKED_AFTER(bulk_id)                                                            \
  ",\"" P "\":{\"accountExecutive\":{\"value\":\"bulkId:" bulk_id "\"}}"

/* The statuses, with commas. */
static void
assert_statuses (JsonNode *answer, const char *expected)
{
  g_autoptr (GString) statuses = g_string_new (NULL);
  JsonArray *array
    = json_object_get_array_member (json_node_get_object (answer), "Operations");

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (
      statuses, "%s%s", i > 0 ? "," : "",
      json_object_get_string_member (json_array_get_object_element (array, i), "status"));
  g_assert_cmpstr (statuses->str, ==, expected);
}

/* Each operation stands alone: what fails leaves what comes before and behind it. */
static void
test_one_by_one (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) answer = bulk (
    fixture, "admin",
    "\"Operations\":[" PATCH ("ann", "", TITLE ("A")) "," PATCH ("bob", "", TITLE ("A") ",{\"op\":\"remove\",\"path\":\"shoe\"}") "," PATCH (
      "gone", "",
      TITLE ("A")) "," PATCH ("cleo", "\"version\":\"W/\\\"9\\\"\",",
                              TITLE (
                                "A")) "," PATCH ("nobody", "\"version\":\"\\\"1\\\"\",",
                                                 TITLE ("A")) ",{\"method\":\"DELETE\","
                                                              "\"path\":\"/Users/"
                                                              "helper\"}," POST (
                                                                "x", "new",
                                                                "") "," POST ("y", "NEW",
                                                                              "") "]");
  g_autoptr (JsonNode) bob = NULL;

  g_assert_cmpuint (fixture->status, ==, 200);
  assert_statuses (answer, "200,400,404,412,200,204,201,409");
  resource_fixture_assert (answer, "$.schemas[0]",
                           "urn:ietf:params:scim:api:messages:2.0:BulkResponse");
  resource_fixture_assert (answer, "$.Operations[0].location",
                           "http://127.0.0.1:1/scim/v2/Users/ann");
  resource_fixture_assert (answer, "$.Operations[0].version", "W/\"2\"");
  resource_fixture_assert (answer, "$.Operations[0].method", "PATCH");
  resource_fixture_assert (answer, "$.Operations[0].response", "");
  resource_fixture_assert (answer, "$.Operations[1].response.scimType", "invalidPath");
  resource_fixture_assert (answer, "$.Operations[1].location",
                           "http://127.0.0.1:1/scim/v2/Users/bob");
  resource_fixture_assert (answer, "$.Operations[3].response.status", "412");
  resource_fixture_assert (answer, "$.Operations[3].version", "");
  resource_fixture_assert (answer, "$.Operations[6].bulkId", "x");
  resource_fixture_assert (answer, "$.Operations[7].response.scimType", "uniqueness");
  bob = resource_fixture_call (fixture, "admin", "GET", USERS "/bob", NULL);
  resource_fixture_assert (bob, "$.title", "");
  resource_fixture_assert (bob, "$.meta.version", "W/\"1\"");
}

static void
test_each_authorised (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) answer
    = bulk (fixture, "ops",
            "\"Operations\":[" PATCH ("ann", "", TITLE ("A")) "," PATCH (
              "cleo", "",
              TITLE ("A")) "," PATCH ("ann", "",
                                      "{\"op\":\"add\",\"path\":\"roles\",\"value\":"
                                      "[{\"value\":\"site\"}]}") "," PATCH ("bob", "",
                                                                            TITLE (
                                                                              "A")) "]");
  g_autoptr (JsonNode) refused = NULL;

  assert_statuses (answer, "200,404,403,200");
  g_assert_cmpint (resource_fixture_count (fixture,
                                           "SELECT count (DISTINCT request) FROM audit "
                                           "WHERE actor = 'ops'"),
                   ==, 1);
  refused
    = bulk (fixture, "nobody", "\"Operations\":[" PATCH ("ann", "", TITLE ("B")) "]");
  assert_statuses (refused, "403");
}

static void
test_fail_on_errors (void)
{
  static const struct
  {
    const char *limit;
    const char *statuses;
  } limits[] = {
    { "", "404,200,404,200" },
    { "\"failOnErrors\":1,", "404" },
    { "\"failOnErrors\":2,", "404,200,404" },
    { "\"failOnErrors\":3,", "404,200,404,200" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
      g_autofree char *body
        = g_strconcat (limits[i].limit,
                       "\"Operations\":[" PATCH ("x", "", TITLE ("A")) "," PATCH (
                         "ann", "",
                         TITLE ("A")) "," PATCH ("y", "",
                                                 TITLE ("A")) "," PATCH ("bob", "",
                                                                         TITLE ("A")) "]",
                       NULL);
      g_autoptr (JsonNode) answer = bulk (fixture, "admin", body);

      assert_statuses (answer, limits[i].statuses);
    }
}

/* RFC 7644 §3.7.2: of an operation before, of one behind, in a path, in a circle. */
static void
test_bulk_ids (void)
{
  static const struct
  {
    const char *operations;
    const char *statuses;
  } cases[] = {
    { POST ("a", "a", "") "," POST ("b", "b", LOOKED_AFTER ("a")), "201,201" },
    { POST ("a", "a", LOOKED_AFTER ("b")) "," POST ("b", "b", ""), "201,201" },
    { POST ("a", "a",
            LOOKED_AFTER ("b")) "," POST ("b", "b",
                                          LOOKED_AFTER ("c")) "," POST ("c", "c", ""),
      "201,201,201" },
    { POST ("a", "a",
            LOOKED_AFTER ("b")) "," POST ("b", "b",
                                          LOOKED_AFTER ("a")) "," POST ("c", "c", ""),
      "409,409,201" },
    { POST ("a", "a", LOOKED_AFTER ("a")), "409" },
    { POST ("a", "a", LOOKED_AFTER ("zz")), "409" },
    { POST ("a", "a", LOOKED_AFTER ("b")) "," POST ("b", "ops", ""), "409,409" },
    { POST ("a", "a", "") "," PATCH ("bulkId:a", "", TITLE ("T")), "201,200" },
    { "{\"method\":\"POST\",\"path\":\"/Organizations\",\"bulkId\":\"o\",\"data\":{"
      "\"schemas\":[\"urn:muster:scim:schemas:core:1.0:Organization\"],\"displayName\":"
      "\"New\"}}," POST ("a", "a",
                         ",\"" P "\":{\"organization\":{\"value\":\"bulkId:o\"}}"),
      "201,201" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
      g_autofree char *body
        = g_strdup_printf ("\"Operations\":[%s]", cases[i].operations);
      g_autoptr (JsonNode) answer = bulk (fixture, "admin", body);

      g_test_message ("%s", body);
      g_assert_cmpuint (fixture->status, ==, 200);
      assert_statuses (answer, cases[i].statuses);
    }
}

static void
test_bulk_id_value (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) answer
    = bulk (fixture, "admin",
            "\"Operations\":[" POST ("a", "first", LOOKED_AFTER ("b")) "," POST ("b",
                                                                                 "second",
                                                                                 "") "]");

  g_assert_cmpuint (fixture->status, ==, 200);
  resource_fixture_assert (answer, "$.Operations[0].bulkId", "a");
  g_assert_cmpint (resource_fixture_count (
                     fixture, "SELECT count (*) FROM user AS a JOIN user AS b "
                              "ON a.account_executive = b.row "
                              "WHERE a.user_name = 'first' AND b.user_name = 'second'"),
                   ==, 1);
}

/* One that is malformed fails alone; the others are carried out (RFC 7644 §3.7.3). */
static void
test_malformed (void)
{
  static const struct
  {
    const char *operation;
    const char *method; /* in its answer; empty: none */
    const char *bulk_id;
    const char *named;
  } cases[] = {
    { "{\"method\":\"GET\",\"path\":\"/Users/ann\",\"bulkId\":\"b\"}", "GET", "b",
      "method" },
    { "{\"path\":\"/Users/ann\"}", "", "", "method" },
    { "{\"method\":7,\"path\":\"/Users/ann\"}", "", "", "method" },
    { "{\"method\":\"DELETE\"}", "DELETE", "", "path" },
    { "{\"method\":\"POST\",\"path\":\"/Users\",\"data\":{}}", "POST", "", "bulkId" },
    { "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":7}", "", "", "bulkId" },
    { "{\"method\":\"DELETE\",\"path\":\"/Users/ann\",\"version\":7}", "DELETE", "",
      "version" },
    { "{}", "", "", "method" },
  };
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body
        = g_strdup_printf ("\"Operations\":[%s,%s,%s]", PATCH ("ann", "", TITLE ("A")),
                           cases[i].operation, PATCH ("ann", "", TITLE ("B")));
      g_autoptr (JsonNode) answer = bulk (fixture, "admin", body);
      g_autofree char *method = resource_fixture_dup (answer, "$.Operations[1].method");
      g_autofree char *bulk_id = resource_fixture_dup (answer, "$.Operations[1].bulkId");
      g_autofree char *detail
        = resource_fixture_dup (answer, "$.Operations[1].response.detail");

      g_test_message ("%s", cases[i].operation);
      resource_fixture_assert (answer, "$.Operations[0].status", "200");
      resource_fixture_assert (answer, "$.Operations[1].status", "400");
      resource_fixture_assert (answer, "$.Operations[2].status", "200");
      g_assert_cmpstr (method, ==, cases[i].method);
      g_assert_cmpstr (bulk_id, ==, cases[i].bulk_id);
      g_assert_nonnull (strstr (detail, cases[i].named));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *body;
    guint       status;
    const char *named;
  } cases[] = {
    { "\"Operations\":7", 400, "Operations" },
    { "\"Operations\":[7]", 400, "Operations" },
    { "\"failOnErrors\":\"1\",\"Operations\":[]", 400, "failOnErrors" },
    { "\"Operations\":[" POST ("a", "a", "") "," POST ("a", "b", "") "]", 400, "bulkId" },
  };
  static const char *const paths[] = {
    "{\"method\":\"DELETE\",\"path\":\"/Users\"}",
    "{\"method\":\"DELETE\",\"path\":\"/Users/\"}",
    "{\"method\":\"DELETE\",\"path\":\"/Me\"}",
    "{\"method\":\"DELETE\",\"path\":\"/Users/ann/x\"}",
    "{\"method\":\"POST\",\"path\":\"/Bulk\",\"bulkId\":\"x\",\"data\":{}}",
    "{\"method\":\"PATCH\",\"path\":\"/Users/ann\"}",
    "{\"method\":\"PATCH\",\"path\":\"/Users/ann\",\"data\":[]}",
  };
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (GString) many = g_string_new ("\"Operations\":[");
  g_autoptr (JsonNode) too_many = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) error = bulk (fixture, "admin", cases[i].body);
      g_autofree char *type = resource_fixture_dup (error, "$.scimType");

      g_test_message ("%s", cases[i].body);
      resource_fixture_assert_error (fixture, error, cases[i].status, type,
                                     cases[i].named);
    }
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *body = g_strdup_printf ("\"Operations\":[%s]", paths[i]);
      g_autoptr (JsonNode) answer = bulk (fixture, "admin", body);

      g_test_message ("%s", body);
      g_assert_cmpuint (fixture->status, ==, 200);
      assert_statuses (answer, "400");
    }

  for (guint i = 0; i < 1001; i++)
    g_string_append_printf (many, "%s{\"method\":\"DELETE\",\"path\":\"/Users/%u\"}",
                            i > 0 ? "," : "", i);
  g_string_append (many, "]");
  too_many = bulk (fixture, "admin", many->str);
  resource_fixture_assert_error (fixture, too_many, 413, "", "1000");
}

/* Hashing is slow, and the writer has one thread. */
static void
test_passwords (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (GString) body = g_string_new ("\"Operations\":[");
  g_autoptr (JsonNode) answer = NULL;

  for (guint i = 0; i < 21; i++)
    g_string_append_printf (body,
                            "%s{\"method\":\"PATCH\",\"path\":\"/Users/ann\",\"data\":{"
                            "\"schemas\":[\"" FIXTURE_PATCH_SCHEMA "\"],\"Operations\":["
                            "{\"op\":\"replace\",\"path\":\"password\",\"value\":"
                            "\"new-password\"}]}}",
                            i > 0 ? "," : "");
  g_string_append (body, "]");
  answer = bulk (fixture, "admin", body->str);
  g_assert_cmpuint (fixture->status, ==, 200);
  resource_fixture_assert (answer, "$.Operations[19].status", "200");
  resource_fixture_assert (answer, "$.Operations[20].response.scimType", "tooMany");
}

/* Data that is the same to the letter, for users and for others, in a row and apart. */
static void
test_alike (void)
{
#define NAMED(path)                                                                      \
  "{\"method\":\"PATCH\",\"path\":\"" path "\",\"data\":{\"schemas\":["                  \
  "\"" FIXTURE_PATCH_SCHEMA "\"],\"Operations\":[{\"op\":\"replace\","                   \
  "\"path\":\"displayName\",\"value\":\"Same\"}]}}"
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) answer = bulk (
    fixture, "admin",
    "\"Operations\":[" NAMED ("/Users/ann") "," NAMED ("/Users/gone") "," NAMED (
      "/Users/"
      "bob") "," NAMED ("/Organizations/depot") "," NAMED ("/Companies/"
                                                           "acme") "," PATCH ("cleo", "",
                                                                              TITLE (
                                                                                "A")) "," NAMED ("/Users/"
                                                                                                 "cleo") "]");

  assert_statuses (answer, "200,404,200,200,200,200,200");
  g_assert_cmpint (resource_fixture_count (fixture, "SELECT count (*) FROM user "
                                                    "WHERE display_name_key = 'same'"),
                   ==, 3);
  g_assert_cmpint (resource_fixture_count (fixture, "SELECT count (*) FROM organization "
                                                    "WHERE name = 'Same'"),
                   ==, 1);
#undef NAMED
}

/* What one operation wrote before it failed goes, and nothing else does. */
static void
test_fails_in_the_middle (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) answer = NULL;
  g_autoptr (JsonNode) bob = NULL;
  g_autoptr (GError) error = NULL;

  muster_database_execute (fixture->database,
                           "CREATE TRIGGER stumble AFTER INSERT ON audit "
                           "WHEN new.resource = 'bob' BEGIN "
                           "INSERT INTO setting (name) VALUES ('cursor-key'); END",
                           &error);
  g_assert_no_error (error);
  answer = bulk (fixture, "admin",
                 "\"Operations\":[" PATCH ("ann", "", TITLE ("A")) "," PATCH (
                   "bob", "", TITLE ("A")) "," POST ("a", "a",
                                                     "") "," PATCH ("bulkId:a", "",
                                                                    TITLE ("A")) "]");
  g_assert_cmpuint (fixture->status, ==, 200);
  assert_statuses (answer, "200,409,201,200");
  resource_fixture_assert (answer, "$.Operations[0].version", "W/\"2\"");
  resource_fixture_assert (answer, "$.Operations[3].version", "W/\"2\"");
  g_assert_cmpint (resource_fixture_count (fixture, "SELECT count (*) FROM audit "
                                                    "WHERE field LIKE '%title' AND "
                                                    "after = '\"A\"'"),
                   ==, 2);
  bob = resource_fixture_call (fixture, "admin", "GET", USERS "/bob", NULL);
  resource_fixture_assert (bob, "$.title", "");
  resource_fixture_assert (bob, "$.meta.version", "W/\"1\"");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/bulk/one-by-one", test_one_by_one);
  g_test_add_func ("/server/bulk/each-authorised", test_each_authorised);
  g_test_add_func ("/server/bulk/fail-on-errors", test_fail_on_errors);
  g_test_add_func ("/server/bulk/bulk-ids", test_bulk_ids);
  g_test_add_func ("/server/bulk/bulk-id-value", test_bulk_id_value);
  g_test_add_func ("/server/bulk/malformed", test_malformed);
  g_test_add_func ("/server/bulk/refused", test_refused);
  g_test_add_func ("/server/bulk/passwords", test_passwords);
  g_test_add_func ("/server/bulk/alike", test_alike);
  g_test_add_func ("/server/bulk/fails-in-the-middle", test_fails_in_the_middle);
  return g_test_run ();
}
