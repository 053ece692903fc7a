/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "resource-fixture.h"

#include <string.h>

/* Every user but the one who asks last: who a filter finds, in order of creation. */
static const struct
{
  const char *filter;
  const char *found;
} cases[] = {
  /* RFC 7644 §3.4.2.2, figure 2, over these users. */
  { "userName eq \"BOB\"", "bob" },
  { "name.familyName co \"EE\"", "Ann.Lee" },
  { "userName sw \"a\"", "admin,Ann.Lee" },
  { FIXTURE_USER_SCHEMA ":userName sw \"A\"", "admin,Ann.Lee" },
  { "title pr", "Ann.Lee" },
  { "meta.lastModified gt \"2011-05-13T04:42:34Z\" and userName eq \"bob\"", "bob" },
  { "meta.created le \"1970-01-01T00:00:03Z\"", "admin,ops,helper" },
  { "title pr and userName sw \"ann\"", "Ann.Lee" },
  { "title pr or userName sw \"b\"", "Ann.Lee,bob" },
  { "schemas eq \"" FIXTURE_PROFILE "\" and userName eq \"cleo\"", "cleo" },
  { "name.familyName pr and (emails co \"example.org\" or emails.value co \"x\")",
    "Ann.Lee,bob" },
  { "name.familyName pr and not (emails co \"example.org\")", "cleo" },
  { "emails.type eq \"work\"", "Ann.Lee" },
  { "emails[type eq \"home\" and value co \"@EXAMPLE.org\"]", "bob" },
  { "emails[type eq \"work\" and value co \"home.example\"]", "" },
  { "emails[type eq \"home\"] and emails[value sw \"ann@e\"]", "Ann.Lee" },
  { "emails[not (type eq \"home\")]", "Ann.Lee" },

  /* No case where caseExact is false, whatever the script; case where it is true. */
  { "name.givenName eq \"BÖB\"", "bob" },
  { "name.familyName eq \"STRASSE\"", "bob" },
  { "name.familyName co \"rass\"", "bob" },
  { "name.familyName ew \"SSE\"", "bob" },
  { "externalId eq \"B-1\"", "bob" },
  { "externalId eq \"b-1\"", "" },
  { "id eq \"Ann\"", "" },
  { "timezone eq \"europe/PARIS\"", "Ann.Lee" },
  { "timezone sw \"EUROPE/\"", "Ann.Lee" },
  { "timezone ew \"paris\"", "Ann.Lee" },
  { "displayName co \"n l\"", "Ann.Lee" },
  { "displayName co \"nl\"", "" },
  { "userName co \"\"", "admin,ops,helper,Ann.Lee,bob,cleo,nobody" },
  { "userName ew \"\"", "admin,ops,helper,Ann.Lee,bob,cleo,nobody" },
  { "userName co \"%\"", "" },
  { "userName co \"b\\\" OR 1 --\"", "" },
  { "displayName co \"\\\"ann\"", "" },

  /* No value: ne is true, not is true, eq null and pr tell. */
  { "title ne \"Tour Guide\"", "admin,ops,helper,bob,cleo,nobody" },
  { "not (title eq \"Tour Guide\")", "admin,ops,helper,bob,cleo,nobody" },
  { "not (not (title eq \"tour guide\"))", "Ann.Lee" },
  { "title eq null", "admin,ops,helper,bob,cleo,nobody" },
  { "title ne null", "Ann.Lee" },
  { "emails pr", "Ann.Lee,bob" },
  { "not (emails pr)", "admin,ops,helper,cleo,nobody" },
  { "name pr", "Ann.Lee,bob,cleo" },
  { "addresses.locality eq \"springfield\"", "bob" },
  { "addresses[type eq \"work\" and country eq \"us\"]", "bob" },
  { "addresses.streetAddress co \"floor\"", "bob" },
  { "phoneNumbers[type eq \"work\" and value ew \"0100\"]", "Ann.Lee" },

  /* Order of texts, booleans. */
  { "name.familyName gt \"b\"", "Ann.Lee,bob" },
  { "name.familyName le \"ADAMS\"", "cleo" },
  { "active eq false", "bob" },
  { "active ne false", "admin,ops,helper,Ann.Lee,cleo,nobody" },
  { "emails.primary eq true", "Ann.Lee" },
  { "meta.version eq \"W/\\\"1\\\"\" and userName eq \"bob\"", "bob" },
  { "meta.resourceType eq \"User\" and userName eq \"bob\"", "bob" },

  /* References by id and by name. */
  { "roles eq \"basic\"", "Ann.Lee,bob" },
  { "roles.value eq \"instructor\"", "Ann.Lee" },
  { "roles.display co \"MANAGER\"", "ops,cleo" },
  { "roles[value eq \"basic\" and display eq \"instructor\"]", "" },
  { "roles[value eq \"basic\" and display eq \"basic user\"]", "Ann.Lee,bob" },
  { "roles pr and userName sw \"n\"", "" },
  { "not (roles pr)", "nobody" },
  { FIXTURE_PROFILE ":company.value eq \"acme\"", "Ann.Lee" },
  { FIXTURE_PROFILE ":company eq \"globex\"", "bob" },
  { FIXTURE_PROFILE ":company.display sw \"GLOBEX\"", "bob" },
  { FIXTURE_PROFILE ":company ne \"globex\" and emails pr", "Ann.Lee" },
  { FIXTURE_PROFILE ":organization.display eq \"north\"", "ops,helper,Ann.Lee,nobody" },
  { FIXTURE_PROFILE ":organization eq \"north\" or " FIXTURE_PROFILE
                    ":organization eq \"depot\"",
    "ops,helper,Ann.Lee,bob,nobody" },
  { FIXTURE_PROFILE ":accountExecutive.value eq \"ann\"", "bob" },
  { FIXTURE_PROFILE ":accountExecutive.display eq \"ann lee\"", "bob" },
  { FIXTURE_PROFILE ":accountExecutive pr", "bob" },
  { FIXTURE_PROFILE ":managedOrganizations.display eq \"SOUTH\"", "cleo" },
  { FIXTURE_PROFILE ":managedOrganizations pr", "ops,helper,cleo" },
  { FIXTURE_PROFILE ":flaggedFields eq \"city\"", "Ann.Lee" },
  { "flaggedFields eq \"city\" and flaggedFields co \"zip\"", "Ann.Lee" },
  { "flaggedFields eq \"country\"", "" },
  { "flaggedFields[value sw \"zip\"]", "Ann.Lee" },
  { "flaggedFields pr", "Ann.Lee" },
  { "not (flaggedFields pr) and emails pr", "bob" },

  /* Many by name: one look-up for all of them. */
  { "id eq \"cleo\" or id eq \"ann\" or id eq \"missing\" or userName eq \"BOB\" or "
    "userName eq \"OPS\"",
    "ops,Ann.Lee,bob,cleo" },
  { "emails eq \"ANN@example.org\" or emails eq \"bob@EXAMPLE.org\" or emails eq \"x\"",
    "Ann.Lee,bob" },
  { "timezone eq \"europe/paris\" or timezone eq \"Asia/Tokyo\"", "Ann.Lee" },
  { "flaggedFields eq \"country\" or flaggedFields eq \"city\"", "Ann.Lee" },
};

static const struct
{
  const char *filter;
  const char *named;
} refused[] = {
  { "userNme eq \"x\"", "userNme" },
  { "name.surname eq \"x\"", "name.surname" },
  { "urn:other:schema:userName eq \"x\"", "urn:other:schema" },
  { "password eq \"x\"", "password" },
  { "password pr", "password" },
  { "name eq \"x\"", "name" },
  { "name[givenName eq \"x\"]", "name" },
  { "active eq \"true\"", "active" },
  { "active gt true", "active" },
  { "userName eq true", "userName" },
  { "userName eq 5", "userName" },
  { "meta.created gt \"yesterday\"", "meta.created" },
  { "meta.created co \"2011\"", "meta.created" },
  { "meta.location eq \"x\"", "meta.location" },
  { "emails[colour eq \"red\"]", "colour" },
  { "emails[primary eq \"true\"]", "primary" },
  { "roles.$ref eq \"x\"", "roles" },
  { "userName eq", "" },
  { "(userName eq \"x\"", "" },
  { "userName is \"x\"", "" },
};

static JsonNode *
list (ResourceFixture *fixture, const char *user, const char *filter)
{
  g_autofree char *path = g_strconcat ("/scim/v2/Users?filter=", filter, NULL);

  return resource_fixture_call (fixture, user, "GET", path, NULL);
}

static void
test_found (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) found = list (fixture, "admin", cases[i].filter);
      g_autofree char *names = NULL;

      g_test_message ("%s", cases[i].filter);
      g_assert_cmpuint (fixture->status, ==, 200);
      names = resource_fixture_dup_names (found);
      g_assert_cmpstr (names, ==, cases[i].found);
    }
}

static void
test_refused (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (JsonNode) error = list (fixture, "admin", refused[i].filter);

      g_test_message ("%s", refused[i].filter);
      resource_fixture_assert_error (fixture, error, 400, "invalidFilter",
                                     refused[i].named);
    }
}

/* An administrator's filters see neither users nor names outside the own scope. */
static void
test_scope (void)
{
  static const struct
  {
    const char *filter;
    const char *found;
  } scoped[] = {
    { "userName pr", "ops,helper,Ann.Lee,bob,nobody" },
    { "userName eq \"cleo\" or userName eq \"bob\"", "bob" },
    { "not (userName eq \"bob\")", "ops,helper,Ann.Lee,nobody" },
    { FIXTURE_PROFILE ":managedOrganizations.display eq \"south\"", "" },
    { FIXTURE_PROFILE ":managedOrganizations.display eq \"north\"",
      "ops,helper,Ann.Lee" },
    { FIXTURE_PROFILE ":accountExecutive.display co \"cleo\"", "" },
  };
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) patched = resource_fixture_patch (
    fixture, "admin", "/scim/v2/Users/ann",
    "[{\"op\":\"add\",\"path\":\"" FIXTURE_PROFILE ":managedOrganizations\",\"value\":["
    "{\"value\":\"north\"},{\"value\":\"south\"}]},{\"op\":\"add\",\"path\":"
    "\"" FIXTURE_PROFILE ":accountExecutive\",\"value\":{\"value\":\"cleo\"}}]");

  g_assert_cmpuint (fixture->status, ==, 200);
  for (guint i = 0; i < G_N_ELEMENTS (scoped); i++)
    {
      g_autoptr (JsonNode) found = list (fixture, "ops", scoped[i].filter);
      g_autofree char *names = resource_fixture_dup_names (found);

      g_test_message ("%s", scoped[i].filter);
      g_assert_cmpstr (names, ==, scoped[i].found);
    }
}

/* 2,000 or-ed terms that differ are deeper than SQLite allows for, were they a chain. */
static void
test_many_terms (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (GString) body = g_string_new (
    "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],"
    "\"filter\":\"id eq \\\"bob\\\"");
  g_autoptr (JsonNode) found = NULL;
  g_autofree char *names = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (body, " or id eq \\\"u%u\\\" or title sw \\\"t%u\\\"", i, i);
  g_string_append (body, "\"}");
  found = resource_fixture_call (fixture, "admin", "POST", "/scim/v2/Users/.search",
                                 body->str);
  g_assert_cmpuint (fixture->status, ==, 200);
  names = resource_fixture_dup_names (found);
  g_assert_cmpstr (names, ==, "bob");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/filter/found", test_found);
  g_test_add_func ("/server/filter/refused", test_refused);
  g_test_add_func ("/server/filter/scope", test_scope);
  g_test_add_func ("/server/filter/many-terms", test_many_terms);
  return g_test_run ();
}
