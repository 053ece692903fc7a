/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "resource-fixture.h"

#define P FIXTURE_PROFILE

/* Operations on ann, and what a part of her looks like then. */
static const struct
{
  const char *operations;
  const char *path;
  const char *expected;
} cases[] = {
  /* RFC 7644 §3.5.2.1, add. */
  { "[{\"op\":\"add\",\"value\":{\"emails\":[{\"value\":\"babs@jensen.org\",\"type\":"
    "\"home\"}],\"nickName\":\"Babs\"}}]",
    "$.emails[2].value", "babs@jensen.org" },
  { "[{\"op\":\"add\",\"value\":{\"emails\":[{\"value\":\"babs@jensen.org\",\"type\":"
    "\"home\"}],\"nickName\":\"Babs\"}}]",
    "$.nickName", "Babs" },
  { "[{\"op\":\"add\",\"path\":\"name\",\"value\":{\"middleName\":\"Q\"}}]", "$.name",
    "{\"familyName\":\"Lee\",\"givenName\":\"Ann\",\"middleName\":\"Q\"}" },
  { "[{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"ops\"}]}]",
    "$.roles[2].display", "Operations Manager" },
  { "[{\"op\":\"add\",\"path\":\"roles\",\"value\":{\"value\":\"ops\"}}]",
    "$.roles[2].value", "ops" },
  { "[{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"new@example.org\","
    "\"type\":\"other\",\"primary\":true}]}]",
    "$.emails[0]", "{\"value\":\"ann@example.org\",\"type\":\"work\"}" },
  { "[{\"op\":\"add\",\"path\":\"emails[type eq \\\"other\\\"].value\",\"value\":"
    "\"o@example.org\"}]",
    "$.emails[2]", "{\"value\":\"o@example.org\",\"type\":\"other\"}" },
  { "[{\"op\":\"add\",\"path\":\"" P ":flaggedFields\",\"value\":[\"country\"]}]",
    "$['" P "'].flaggedFields", "[\"city\",\"zipCode\",\"country\"]" },
  { "[{\"op\":\"add\",\"path\":\"phoneNumbers[type eq \\\"mobile\\\"]\",\"value\":"
    "{\"value\":\"+1 555 0199\"}}]",
    "$.phoneNumbers[1].type", "mobile" },

  /* §3.5.2.2, remove. */
  { "[{\"op\":\"remove\",\"path\":\"title\"}]", "$.title", "" },
  { "[{\"op\":\"remove\",\"path\":\"name.givenName\"}]", "$.name",
    "{\"familyName\":\"Lee\"}" },
  { "[{\"op\":\"remove\",\"path\":\"name.givenName\"},{\"op\":\"remove\",\"path\":"
    "\"name.familyName\"}]",
    "$.name", "" },
  { "[{\"op\":\"remove\",\"path\":\"roles[value eq \\\"basic\\\"]\"}]",
    "$.roles[*].value", "instructor" },
  { "[{\"op\":\"remove\",\"path\":\"roles[display eq \\\"BASIC USER\\\"]\"}]",
    "$.roles[*].value", "instructor" },
  { "[{\"op\":\"remove\",\"path\":\"emails[type eq \\\"work\\\" and value ew "
    "\\\"example.org\\\"]\"}]",
    "$.emails[*].type", "home" },
  { "[{\"op\":\"remove\",\"path\":\"roles\"}]", "$.roles", "" },
  { "[{\"op\":\"remove\",\"path\":\"" P ":flaggedFields[value eq \\\"city\\\"]\"}]",
    "$['" P "'].flaggedFields", "[\"zipCode\"]" },
  { "[{\"op\":\"remove\",\"path\":\"flaggedFields[value eq \\\"city\\\"]\"}]",
    "$['" P "'].flaggedFields", "[\"zipCode\"]" },
  { "[{\"op\":\"remove\",\"path\":\"" P ":company\"}]", "$['" P "'].company", "" },
  { "[{\"op\":\"remove\",\"path\":\"" P ":company.value\"}]", "$['" P "'].company", "" },
  { "[{\"op\":\"remove\",\"path\":\"emails[type eq \\\"work\\\"].type\"}]", "$.emails[0]",
    "{\"value\":\"ann@example.org\",\"primary\":true}" },
  { "[{\"op\":\"remove\",\"path\":\"emails.value\"}]", "$.emails", "" },

  /* §3.5.2.3, replace. */
  { "[{\"op\":\"replace\",\"path\":\"timezone\",\"value\":\"Asia/Tokyo\"}]", "$.timezone",
    "Asia/Tokyo" },
  { "[{\"op\":\"replace\",\"path\":\"emails\",\"value\":[{\"value\":\"one@x.org\"}]}]",
    "$.emails", "[{\"value\":\"one@x.org\"}]" },
  { "[{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":"
    "\"w@x.org\"}]",
    "$.emails[0]", "{\"value\":\"w@x.org\",\"type\":\"work\",\"primary\":true}" },
  { "[{\"op\":\"replace\",\"path\":\"emails[type eq \\\"home\\\"]\",\"value\":{\"value\":"
    "\"h@x.org\",\"type\":\"other\"}}]",
    "$.emails[1]", "{\"value\":\"h@x.org\",\"type\":\"other\"}" },
  { "[{\"op\":\"replace\",\"path\":\"emails[type eq \\\"home\\\"].primary\",\"value\":"
    "true}]",
    "$.emails[0]", "{\"value\":\"ann@example.org\",\"type\":\"work\"}" },
  { "[{\"op\":\"replace\",\"path\":\"name\",\"value\":{\"givenName\":\"Anne\"}}]",
    "$.name", "{\"familyName\":\"Lee\",\"givenName\":\"Anne\"}" },
  { "[{\"op\":\"replace\",\"path\":\"name\",\"value\":{\"givenName\":null}}]", "$.name",
    "{\"familyName\":\"Lee\"}" },
  { "[{\"op\":\"replace\",\"path\":\"title\",\"value\":null}]", "$.title", "" },
  { "[{\"op\":\"replace\",\"path\":\"roles\",\"value\":[]}]", "$.roles", "" },
  { "[{\"op\":\"replace\",\"path\":\"" P ":accountExecutive\",\"value\":{\"value\":"
    "\"bob\"}}]",
    "$['" P "'].accountExecutive.display", "bob" },
  { "[{\"op\":\"replace\",\"path\":\"" P ":company.value\",\"value\":\"globex\"}]",
    "$['" P "'].company.display", "Globex GmbH" },
  { "[{\"op\":\"replace\",\"path\":\"" P ":flaggedFields[value eq \\\"city\\\"]\","
    "\"value\":\"state\"}]",
    "$['" P "'].flaggedFields", "[\"state\",\"zipCode\"]" },

  /* Without a path, dotted, with URNs, in any case: what Entra ID and Okta send. */
  { "[{\"op\":\"Replace\",\"value\":{\"active\":false}}]", "$.active", "false" },
  { "[{\"op\":\"Add\",\"path\":\"USERNAME\",\"value\":\"ann2\"}]", "$.userName", "ann2" },
  { "[{\"op\":\"replace\",\"value\":{\"name.familyName\":\"Li\"}}]", "$.name.familyName",
    "Li" },
  { "[{\"op\":\"replace\",\"value\":{\"" P ":company\":{\"value\":\"globex\"}}}]",
    "$['" P "'].company.value", "globex" },
  { "[{\"op\":\"replace\",\"value\":{\"" P "\":{\"company\":\"globex\",\"flaggedFields\":"
    "[\"state\"]},\"timezone\":\"UTC\"}}]",
    "$['" P "'].company.value", "globex" },
  { "[{\"op\":\"replace\",\"path\":\"" P "\",\"value\":{\"company\":\"globex\"}}]",
    "$['" P "'].company.value", "globex" },
  { "[{\"op\":\"replace\",\"value\":{\"schemas\":[\"" FIXTURE_USER_SCHEMA "\"],"
    "\"roles\":[{\"value\":\"ops\"}]}}]",
    "$.roles[*].value", "ops" },
  { "[{\"op\":\"Remove\",\"path\":\"roles\",\"value\":[{\"value\":\"basic\"}]}]",
    "$.roles[*].value", "instructor" },
  { "[{\"op\":\"replace\",\"path\":\"" FIXTURE_USER_SCHEMA
    ":title\",\"value\":\"Boss\"}]",
    "$.title", "Boss" },

  { "[{\"op\":\"add\",\"path\":\"addresses\",\"value\":[{\"locality\":\"Bonn\"}]},"
    "{\"op\":\"remove\",\"path\":\"addresses[type eq \\\"work\\\"].locality\"},"
    "{\"op\":\"add\",\"path\":\"nickName\",\"value\":\"x\"}]",
    "$.addresses", "" },

  /* One after the other, each on what the one before left. */
  { "[{\"op\":\"add\",\"path\":\"title\",\"value\":\"A\"},{\"op\":\"replace\",\"path\":"
    "\"title\",\"value\":\"B\"}]",
    "$.title", "B" },
  { "[{\"op\":\"add\",\"path\":\"addresses\",\"value\":[{\"locality\":\"Bonn\"}]},"
    "{\"op\":\"add\",\"path\":\"addresses[type eq \\\"work\\\"].country\",\"value\":"
    "\"DE\"}]",
    "$.addresses", "[{\"locality\":\"Bonn\",\"country\":\"DE\",\"type\":\"work\"}]" },
};

static const struct
{
  const char *operations;
  guint       status;
  const char *scim_type;
  const char *named;
} refused[] = {
  { "[{\"op\":\"replace\",\"path\":\"shoeSize\",\"value\":\"9\"}]", 400, "invalidPath",
    "shoeSize" },
  { "[{\"op\":\"replace\",\"value\":{\"shoeSize\":\"9\"}}]", 400, "invalidPath",
    "shoeSize" },
  { "[{\"op\":\"replace\",\"path\":\"name.nick\",\"value\":\"9\"}]", 400, "invalidPath",
    "name.nick" },
  { "[{\"op\":\"replace\",\"path\":\"emails[\",\"value\":\"9\"}]", 400, "invalidPath",
    "" },
  { "[{\"op\":\"replace\",\"path\":\"title[value eq \\\"x\\\"]\",\"value\":\"9\"}]", 400,
    "invalidPath", "title" },
  { "[{\"op\":\"remove\"}]", 400, "noTarget", "path" },
  { "[{\"op\":\"replace\",\"path\":\"emails[type eq \\\"fax\\\"].value\",\"value\":"
    "\"x@y.z\"}]",
    400, "noTarget", "emails" },
  { "[{\"op\":\"remove\",\"path\":\"roles[value eq \\\"ops\\\"]\"}]", 400, "noTarget",
    "roles" },
  { "[{\"op\":\"remove\",\"path\":\"roles[colour eq \\\"ops\\\"]\"}]", 400,
    "invalidFilter", "colour" },
  { "[{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}]", 400, "mutability", "id" },
  { "[{\"op\":\"replace\",\"path\":\"meta.created\",\"value\":\"x\"}]", 400, "mutability",
    "meta" },
  { "[{\"op\":\"replace\",\"path\":\"roles[value eq \\\"basic\\\"].display\",\"value\":"
    "\"x\"}]",
    400, "mutability", "display" },
  { "[{\"op\":\"remove\",\"path\":\"userName\"}]", 400, "mutability", "userName" },
  { "[{\"op\":\"replace\",\"value\":{\"userName\":null}}]", 400, "mutability",
    "userName" },
  { "[{\"op\":\"replace\",\"path\":\"active\",\"value\":\"False\"}]", 400, "invalidValue",
    "active" },
  { "[{\"op\":\"replace\",\"path\":\"title\",\"value\":7}]", 400, "invalidValue",
    "title" },
  { "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"  \"}]", 400, "invalidValue",
    "title" },
  { "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"a\\u0007b\"}]", 400,
    "invalidValue", "title" },
  { "[{\"op\":\"replace\",\"path\":\"timezone\",\"value\":\"Mars/Olympus\"}]", 400,
    "invalidValue", "Mars/Olympus" },
  { "[{\"op\":\"replace\",\"path\":\"timezone\",\"value\":\"+01:00\"}]", 400,
    "invalidValue", "timezone" },
  { "[{\"op\":\"replace\",\"path\":\"timezone\",\"value\":\"europe/paris\"}]", 400,
    "invalidValue", "Europe/Paris" },
  { "[{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"x\"}]}]", 400,
    "invalidValue", "emails" },
  { "[{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"type\":\"work\"}]}]", 400,
    "invalidValue", "emails" },
  { "[{\"op\":\"replace\",\"path\":\"emails\",\"value\":[{\"value\":\"a@b.c\","
    "\"primary\":"
    "true},{\"value\":\"d@e.f\",\"primary\":true}]}]",
    400, "invalidValue", "primary" },
  { "[{\"op\":\"add\",\"path\":\"addresses\",\"value\":[{\"country\":\"Germany\"}]}]",
    400, "invalidValue", "Germany" },
  { "[{\"op\":\"add\",\"path\":\"addresses\",\"value\":[{\"country\":\"DE\",\"type\":"
    "\"home\"}]}]",
    400, "invalidValue", "addresses" },
  { "[{\"op\":\"add\",\"path\":\"addresses\",\"value\":[{\"locality\":\"A\"},"
    "{\"locality\":\"B\"}]}]",
    400, "invalidValue", "addresses" },
  { "[{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"king\"}]}]", 400,
    "invalidValue", "king" },
  { "[{\"op\":\"add\",\"path\":\"" P ":flaggedFields\",\"value\":[\"shoe\"]}]", 400,
    "invalidValue", "shoe" },
  { "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"BOB\"}]", 409, "uniqueness",
    "BOB" },
  { "[{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"a:b\"}]", 400, "invalidValue",
    "colon" },
  { "[{\"op\":\"move\",\"path\":\"title\"}]", 400, "invalidSyntax", "op" },
  { "[{\"op\":\"add\",\"path\":\"title\"}]", 400, "invalidValue", "value" },
  { "[{\"op\":\"add\",\"value\":\"x\"}]", 400, "invalidValue", "value" },
  { "[]", 400, "invalidSyntax", "Operations" },
  { "[7]", 400, "invalidSyntax", "Operations" },
  { "{\"op\":\"add\"}", 400, "invalidSyntax", "Operations" },
};

/* What is so already: no version moves, no row is audited. */
static const char *const no_changes[] = {
  "[{\"op\":\"replace\",\"path\":\"timezone\",\"value\":\"Europe/Paris\"}]",
  "[{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"basic\"}]}]",
  "[{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"basic\",\"display\":"
  "\"Other\",\"type\":\"x\"}]}]",
  "[{\"op\":\"replace\",\"path\":\"roles\",\"value\":[{\"value\":\"instructor\"},"
  "{\"value\":\"basic\"}]}]",
  "[{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":\"ANN@example.org\"}]},"
  "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":"
  "\"ann@example.org\"}]",
  "[{\"op\":\"replace\",\"value\":{\"active\":true,\"" P "\":{\"company\":{\"value\":"
  "\"acme\"},\"organization\":{\"value\":\"north\"}}}}]",
  "[{\"op\":\"add\",\"path\":\"" P ":flaggedFields\",\"value\":[\"zipCode\"]}]",
  "[{\"op\":\"remove\",\"path\":\"nickName\"}]",
  "[{\"op\":\"replace\",\"path\":\"" P ":company\",\"value\":{\"display\":\"X\"}}]",
  "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"X\"},{\"op\":\"replace\",\"path\":"
  "\"title\",\"value\":\"Tour Guide\"}]",
};

#define COUNT_AUDIT "SELECT count (*) FROM audit"
#define ANN "/scim/v2/Users/ann"

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
      g_autoptr (JsonNode) patched = NULL;
      g_autoptr (JsonNode) read = NULL;

      g_test_message ("%s", cases[i].operations);
      patched = resource_fixture_patch (fixture, "admin", ANN, cases[i].operations);
      g_assert_cmpuint (fixture->status, ==, 200);
      resource_fixture_assert (patched, cases[i].path, cases[i].expected);
      g_assert_cmpstr (fixture->etag, ==, "W/\"2\"");
      read = resource_fixture_call (fixture, "admin", "GET", ANN, NULL);
      resource_fixture_assert (read, cases[i].path, cases[i].expected);
    }
}

static void
test_refused (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) before
    = resource_fixture_call (fixture, "admin", "GET", ANN, NULL);
  gint64 n_audited = resource_fixture_count (fixture, COUNT_AUDIT);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (JsonNode) error = NULL;
      g_autoptr (JsonNode) after = NULL;

      g_test_message ("%s", refused[i].operations);
      error = resource_fixture_patch (fixture, "admin", ANN, refused[i].operations);
      resource_fixture_assert_error (fixture, error, refused[i].status,
                                     refused[i].scim_type, refused[i].named);
      after = resource_fixture_call (fixture, "admin", "GET", ANN, NULL);
      g_assert_true (json_node_equal (before, after));
    }
  g_assert_cmpint (resource_fixture_count (fixture, COUNT_AUDIT), ==, n_audited);
}

/* All or nothing: what comes before the step that fails is not kept. */
static void
test_atomic (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) error = NULL;
  g_autoptr (JsonNode) after = NULL;

  error = resource_fixture_patch (
    fixture, "admin", ANN,
    "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"},"
    "{\"op\":\"remove\",\"path\":\"roles[value eq \\\"ops\\\"]\"}]");
  resource_fixture_assert_error (fixture, error, 400, "noTarget", "roles");
  after = resource_fixture_call (fixture, "admin", "GET", ANN, NULL);
  resource_fixture_assert (after, "$.title", "Tour Guide");
  resource_fixture_assert (after, "$.meta.version", "W/\"1\"");
}

static void
test_no_change (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  gint64 n_audited = resource_fixture_count (fixture, COUNT_AUDIT);

  for (guint i = 0; i < G_N_ELEMENTS (no_changes); i++)
    {
      g_autoptr (JsonNode) patched = NULL;

      g_test_message ("%s", no_changes[i]);
      patched = resource_fixture_patch (fixture, "admin", ANN, no_changes[i]);
      g_assert_cmpuint (fixture->status, ==, 200);
      resource_fixture_assert (patched, "$.meta.version", "W/\"1\"");
      g_assert_cmpstr (fixture->etag, ==, "W/\"1\"");
    }
  g_assert_cmpint (resource_fixture_count (fixture, COUNT_AUDIT), ==, n_audited);
}

/* One row for each field that really changed, with what was and what is. */
static void
test_audit (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) patched = NULL;
  g_autoptr (GError) error = NULL;

  patched = resource_fixture_patch (
    fixture, "admin", ANN,
    "[{\"op\":\"replace\",\"path\":\"title\",\"value\":\"A\"},"
    "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"B\"},"
    "{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"basic\"}]},"
    "{\"op\":\"add\",\"path\":\"password\",\"value\":\"s3cret-s3cret\"},"
    "{\"op\":\"add\",\"path\":\"" P ":flaggedFields\",\"value\":[\"state\"]}]");
  g_assert_cmpuint (fixture->status, ==, 200);
  resource_fixture_assert (patched, "$.password", "");
  g_assert_cmpint (resource_fixture_count (fixture, "SELECT count (*) FROM audit WHERE "
                                                    "resource = 'ann' "
                                                    "AND actor = 'admin'"),
                   ==, 3);
  g_assert_cmpint (
    resource_fixture_count (fixture, "SELECT count (*) FROM audit WHERE resource = 'ann' "
                                     "AND field = 'title' "
                                     "AND before = '\"Tour Guide\"' AND after = '\"B\"'"),
    ==, 1);
  g_assert_cmpint (resource_fixture_count (
                     fixture,
                     "SELECT count (*) FROM audit WHERE resource = 'ann' AND field = '" P
                     ":flaggedFields' AND before = '[\"city\",\"zipCode\"]' "
                     "AND after = '[\"city\",\"state\",\"zipCode\"]'"),
                   ==, 1);
  g_assert_cmpint (
    resource_fixture_count (fixture, "SELECT count (*) FROM audit WHERE field = "
                                     "'password' AND before IS NULL AND after IS NULL"),
    ==, 1);
  g_assert_cmpint (resource_fixture_count (fixture,
                                           "SELECT count (*) FROM user, audit WHERE "
                                           "user.password LIKE '%s3cret%' OR user.doc "
                                           "LIKE '%s3cret%' OR after LIKE '%s3cret%'"),
                   ==, 0);

  g_assert_false (
    muster_database_execute (fixture->database, "DELETE FROM audit", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (
    muster_database_execute (fixture->database, "UPDATE audit SET actor = 'x'", &error));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/patch/cases", test_cases);
  g_test_add_func ("/server/patch/refused", test_refused);
  g_test_add_func ("/server/patch/atomic", test_atomic);
  g_test_add_func ("/server/patch/no-change", test_no_change);
  g_test_add_func ("/server/patch/audit", test_audit);
  return g_test_run ();
}
