/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "resource-fixture.h"

#include <string.h>

#define P FIXTURE_PROFILE
#define USERS "/scim/v2/Users"
#define EVERYBODY "admin,ops,helper,Ann.Lee,bob,cleo,nobody"

static const struct
{
  const char *query;
  const char *found;
  const char *total;
} pages[] = {
  { "", EVERYBODY, "7" },
  { "?startIndex=1&count=3", "admin,ops,helper", "7" },
  { "?startIndex=4&count=3", "Ann.Lee,bob,cleo", "7" },
  { "?startIndex=7&count=3", "nobody", "7" },
  { "?startIndex=8", "", "7" },
  { "?startIndex=0&count=1", "admin", "7" },
  { "?startIndex=-5&count=1", "admin", "7" },
  { "?count=0", "", "7" },
  { "?count=-1", "", "7" },
  { "?count=5000", EVERYBODY, "7" },
  { "?filter=active eq true&count=2", "admin,ops", "6" },
  { "?filter=", EVERYBODY, "7" },
  { "?sortOrder=descending", EVERYBODY, "7" },
  { "?sortBy=userName", "admin,Ann.Lee,bob,cleo,helper,nobody,ops", "7" },
  { "?sortBy=userName&sortOrder=descending", "ops,nobody,helper,cleo,bob,Ann.Lee,admin",
    "7" },
  { "?sortBy=NAME.familyname", "cleo,Ann.Lee,bob,admin,ops,helper,nobody", "7" },
  { "?sortBy=name.familyName&sortOrder=descending",
    "nobody,helper,ops,admin,bob,Ann.Lee,cleo", "7" },
  { "?sortBy=name.familyName&startIndex=2&count=2", "Ann.Lee,bob", "7" },
  { "?sortBy=emails&count=2", "Ann.Lee,bob", "7" },
  { "?sortBy=active&count=1", "bob", "7" },
  { "?sortBy=" P ":company.display&count=2", "Ann.Lee,bob", "7" },
  { "?sortBy=meta.created&sortOrder=descending&count=1", "nobody", "7" },
  { "?sortBy=title&count=1", "Ann.Lee", "7" },
};

static void
test_pages (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat (USERS, pages[i].query, NULL);
      g_autoptr (JsonNode) page
        = resource_fixture_call (fixture, "admin", "GET", path, NULL);
      g_autofree char *names = NULL;

      g_test_message ("%s", path);
      g_assert_cmpuint (fixture->status, ==, 200);
      names = resource_fixture_dup_names (page);
      g_assert_cmpstr (names, ==, pages[i].found);
      resource_fixture_assert (page, "$.totalResults", pages[i].total);
      resource_fixture_assert (page, "$.schemas[0]",
                               "urn:ietf:params:scim:api:messages:2.0:ListResponse");
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *query;
    const char *scim_type;
    const char *named;
  } refused[] = {
    { "count=many", "invalidValue", "count" },
    { "startIndex=1.5", "invalidValue", "startIndex" },
    { "sortBy=shoeSize", "invalidValue", "shoeSize" },
    { "sortBy=roles", "invalidValue", "roles" },
    { "sortBy=password", "invalidValue", "password" },
    { "sortBy=name", "invalidValue", "name" },
    { "sortBy=userName&sortOrder=up", "invalidValue", "sortOrder" },
    { "attributes=userName&excludedAttributes=title", "invalidValue", "attributes" },
    { "cursor=AAAA", "invalidCursor", "cursor" },
    { "cursor=not%base64", "invalidCursor", "cursor" },
  };
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat (USERS "?", refused[i].query, NULL);
      g_autoptr (JsonNode) error
        = resource_fixture_call (fixture, "admin", "GET", path, NULL);

      g_test_message ("%s", path);
      resource_fixture_assert_error (fixture, error, 400, refused[i].scim_type,
                                     refused[i].named);
    }
}

/* Walks with pages of two. Returns: (transfer full): all names. */
static char *
walk (ResourceFixture *fixture, const char *user, const char *query)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *cursor = g_strdup ("");

  do
    {
      g_autofree char *path
        = g_strdup_printf (USERS "?count=2&cursor=%s%s", cursor, query);
      g_autoptr (JsonNode) page
        = resource_fixture_call (fixture, user, "GET", path, NULL);
      g_autofree char *names = NULL;

      g_assert_cmpuint (fixture->status, ==, 200);
      names = resource_fixture_dup_names (page);
      g_string_append_printf (all, "%s%s", all->len > 0 ? "," : "", names);
      g_free (cursor);
      cursor = resource_fixture_dup (page, "$.nextCursor");
    }
  while (cursor[0] != '\0' && all->len < 1000);
  return g_strdup (all->str);
}

static void
test_cursor (void)
{
  static const struct
  {
    const char *query;
    const char *found;
  } walks[] = {
    { "", EVERYBODY },
    { "&sortBy=userName", "admin,Ann.Lee,bob,cleo,helper,nobody,ops" },
    { "&sortBy=userName&sortOrder=descending",
      "ops,nobody,helper,cleo,bob,Ann.Lee,admin" },
    { "&sortBy=name.familyName", "cleo,Ann.Lee,bob,admin,ops,helper,nobody" },
    { "&sortBy=name.familyName&sortOrder=descending",
      "nobody,helper,ops,admin,bob,Ann.Lee,cleo" },
    { "&sortBy=active", "bob,admin,ops,helper,Ann.Lee,cleo,nobody" },
    { "&sortBy=timezone", "Ann.Lee,admin,ops,helper,bob,cleo,nobody" },
    { "&sortBy=" P ":organization.display", "bob,ops,helper,Ann.Lee,nobody,cleo,admin" },
    { "&filter=userName co \"e\"", "helper,Ann.Lee,cleo" },
  };
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    {
      g_autofree char *names = walk (fixture, "admin", walks[i].query);

      g_test_message ("%s", walks[i].query);
      g_assert_cmpstr (names, ==, walks[i].found);
    }
}

/* A cursor holds for its user, filter and sort alone, and who is added behind it is
 * found, while who is removed before it makes it lose nobody. */
static void
test_cursor_bound (void)
{
  static const char *const others[] = {
    "&filter=userName pr",
    "&sortBy=userName",
    "&sortBy=userName&sortOrder=descending",
  };
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) page
    = resource_fixture_call (fixture, "admin", "GET", USERS "?count=2&cursor=", NULL);
  g_autofree char *cursor = resource_fixture_dup (page, "$.nextCursor");
  g_autofree char *path = g_strconcat (USERS "?count=2&cursor=", cursor, NULL);
  g_autoptr (JsonNode) stolen = NULL;
  g_autoptr (JsonNode) removed = NULL;
  g_autoptr (JsonNode) next = NULL;
  g_autofree char *names = NULL;

  resource_fixture_assert (page, "$.startIndex", "");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *other = g_strconcat (path, others[i], NULL);
      g_autoptr (JsonNode) error
        = resource_fixture_call (fixture, "admin", "GET", other, NULL);

      resource_fixture_assert_error (fixture, error, 400, "invalidCursor", "cursor");
    }
  stolen = resource_fixture_call (fixture, "ops", "GET", path, NULL);
  resource_fixture_assert_error (fixture, stolen, 400, "invalidCursor", "cursor");

  removed = resource_fixture_call (fixture, "admin", "DELETE", USERS "/ops", NULL);
  next = resource_fixture_call (fixture, "admin", "GET", path, NULL);
  names = resource_fixture_dup_names (next);
  g_assert_cmpstr (names, ==, "helper,Ann.Lee");
}

static void
test_projection (void)
{
  static const struct
  {
    const char *query;
    const char *members; /* of ann, without meta */
  } projections[] = {
    { "attributes=userName", "schemas[],id,userName" },
    { "attributes=username,TITLE", "schemas[],id,userName,title" },
    { "attributes=name.familyName", "schemas[],id,name{familyName}" },
    { "attributes=emails.value", "schemas[],id,emails[{value}{value}]" },
    { "attributes=" FIXTURE_USER_SCHEMA ":title", "schemas[],id,title" },
    { "attributes=roles.display", "schemas[],id,roles[{display}{display}]" },
    { "attributes=" P ":company.value", "schemas[],id," P "{company{value}}" },
    { "attributes=" P,
      "schemas[],id," P "{company{value,$ref,display},organization{value,$ref,display},"
      "flaggedFields[]}" },
    { "attributes=password,shoeSize", "schemas[],id" },
    { "attributes=meta.version", "schemas[],id,meta{version}" },
    { "excludedAttributes=emails,phoneNumbers,roles,meta,name,displayName,id," P,
      "schemas[],id,userName,title,timezone,active" },
    { "excludedAttributes=emails.type,emails.primary,phoneNumbers,roles,meta,name,"
      "displayName," P,
      "schemas[],id,userName,title,emails[{value}{value}],timezone,active" },
  };
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (projections); i++)
    {
      g_autofree char *path = g_strconcat (USERS "/ann?", projections[i].query, NULL);
      g_autofree char *list_path = NULL;
      g_autoptr (JsonNode) one
        = resource_fixture_call (fixture, "admin", "GET", path, NULL);
      g_autoptr (JsonNode) list = NULL;
      g_autofree char *shape = resource_fixture_dup_shape (one);
      g_autofree char *in_list = NULL;

      g_test_message ("%s", path);
      g_assert_cmpstr (shape, ==, projections[i].members);
      list_path
        = g_strconcat (USERS "?filter=id eq \"ann\"&", projections[i].query, NULL);
      list = resource_fixture_call (fixture, "admin", "GET", list_path, NULL);
      in_list = resource_fixture_dup (list, "$.Resources[0]");
      resource_fixture_assert (one, "$", in_list);
    }
}

static void
test_search (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) found = resource_fixture_call (
    fixture, "admin", "POST", USERS "/.search",
    "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],"
    "\"attributes\":[\"userName\"],\"filter\":\"active eq true\",\"sortBy\":\"userName\","
    "\"sortOrder\":\"descending\",\"startIndex\":2,\"count\":2}");
  g_autofree char *names = NULL;
  g_autoptr (JsonNode) refused = NULL;

  g_assert_cmpuint (fixture->status, ==, 200);
  names = resource_fixture_dup_names (found);
  g_assert_cmpstr (names, ==, "nobody,helper");
  resource_fixture_assert (found, "$.totalResults", "6");
  resource_fixture_assert (found, "$.Resources[0].active", "");

  refused = resource_fixture_call (fixture, "admin", "POST", USERS "/.search", "{}");
  resource_fixture_assert_error (fixture, refused, 400, "invalidSyntax", "schemas");
}

/* Names of what lies outside the scope are neither shown nor sorted by. */
static void
test_scope (void)
{
  g_autoptr (ResourceFixture) fixture = resource_fixture_new ();
  g_autoptr (JsonNode) given
    = resource_fixture_patch (fixture, "admin", USERS "/bob",
                              "[{\"op\":\"replace\",\"path\":\"" P
                              ":accountExecutive\",\"value\":\"cleo\"}]");
  g_autoptr (JsonNode) list
    = resource_fixture_call (fixture, "ops", "GET",
                             USERS "?sortBy=" P ":accountExecutive.display", NULL);
  g_autoptr (JsonNode) organizations
    = resource_fixture_call (fixture, "ops", "GET", "/scim/v2/Organizations", NULL);
  g_autoptr (JsonNode) bob
    = resource_fixture_call (fixture, "ops", "GET", USERS "/bob", NULL);
  g_autofree char *names = resource_fixture_dup_names (list);

  g_assert_cmpstr (names, ==, "ops,helper,Ann.Lee,bob,nobody");
  resource_fixture_assert (list, "$.totalResults", "5");
  resource_fixture_assert (organizations, "$.totalResults", "2");
  resource_fixture_assert (bob, "$['" P "'].accountExecutive.value", "cleo");
  resource_fixture_assert (bob, "$['" P "'].accountExecutive.display", "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/list/pages", test_pages);
  g_test_add_func ("/server/list/refused", test_refused);
  g_test_add_func ("/server/list/cursor", test_cursor);
  g_test_add_func ("/server/list/cursor-bound", test_cursor_bound);
  g_test_add_func ("/server/list/projection", test_projection);
  g_test_add_func ("/server/list/search", test_search);
  g_test_add_func ("/server/list/scope", test_scope);
  return g_test_run ();
}
