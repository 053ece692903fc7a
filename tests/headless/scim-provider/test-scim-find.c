/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "provider-script.h"

#include <string.h>

#include "muster-organization.h"
#include "muster-role.h"

#define FOREIGN(members)                                                                 \
  { .line = "GET /scim/v2/ServiceProviderConfig",                                        \
    .status = 200,                                                                       \
    .body = CONFIG_WITH (",'patch':{'supported':true},'filter':{'supported':true,"       \
                         "'maxResults':2}" members) },                                   \
  {                                                                                      \
    .line = "GET /scim/v2/Me", .status = 200, .body = "{'id':'u0','userName':'me'}"      \
  }
#define USER(id) "{'id':'" id "','userName':'n" id "'}"

/* Follows the pages to the end. @names: (transfer full) (nullable): NULL with an error.
 */
static char *
find_all (MusterPlatform *platform, MusterUserQuery *query, guint limit, GError **error)
{
  GString         *names = g_string_new (NULL);
  g_autofree char *cursor = NULL;

  do
    {
      g_autoptr (MusterPage) page = script_find (platform, query, cursor, limit, error);

      if (page == NULL)
        {
          g_string_free (names, TRUE);
          return NULL;
        }
      for (guint i = 0; i < page->items->len; i++)
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "",
                                muster_user_get_user_name (
                                  g_ptr_array_index (page->items, i)));
      g_free (cursor);
      cursor = g_strdup (page->next_cursor);
    }
  while (cursor != NULL);
  return g_string_free (names, FALSE);
}

static void
run (const Rule *rules, guint limit, const char *expected, guint n_requests)
{
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *names = find_all (platform, query, limit, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (names, ==, expected);
  g_assert_cmpuint (http_fixture_count (fixture, "GET /scim/v2/Users")
                      + http_fixture_count (fixture, "POST /scim/v2/Users/.search"),
                    ==, n_requests);
}

/* By position: as far as was really received, whatever was asked for. */
static void
test_positions (void)
{
  static const Rule rules[] = {
    FOREIGN (""),
    { .line = "GET /scim/v2/Users?startIndex=1&count=2",
      .status = 200,
      .body = "{'totalResults':4,'itemsPerPage':1000,'Resources':[" USER ("1") "," USER (
        "2") "]}" },
    /* One only, though two were asked for. */
    { .line = "GET /scim/v2/Users?startIndex=3&count=2",
      .status = 200,
      .body = "{'totalResults':4,'Resources':[" USER ("3") "]}" },
    { .line = "GET /scim/v2/Users?startIndex=4&count=2",
      .status = 200,
      .body = "{'totalResults':4,'Resources':[" USER ("4") "]}" },
    { NULL },
  };

  run (rules, 0, "n1 n2 n3 n4", 3);
}

/* Past the end some servers give page 1 again, and others do not tell a total. */
static void
test_first_page_again (void)
{
  static const Rule rules[] = {
    FOREIGN (""),
    { .line = "GET /scim/v2/Users?startIndex=1&count=2",
      .status = 200,
      .body = "{'Resources':[" USER ("1") "," USER ("2") "]}" },
    { .line = "GET /scim/v2/Users?startIndex=3&count=2",
      .status = 200,
      .body = "{'startIndex':3,'Resources':[" USER ("1") "," USER ("2") "]}" },
    { NULL },
  };

  run (rules, 0, "n1 n2", 2);
}

static void
test_empty_page_ends (void)
{
  static const Rule rules[] = {
    FOREIGN (""),
    { .line = "GET /scim/v2/Users?startIndex=1&count=1",
      .status = 200,
      .body = "{'totalResults':9,'Resources':[" USER ("1") "]}" },
    { .line = "GET /scim/v2/Users?startIndex=2&count=1",
      .status = 200,
      .body = "{'totalResults':9}" },
    { NULL },
  };

  run (rules, 1, "n1", 2);
}

static void
test_sorted (void)
{
  static const Rule rules[] = {
    FOREIGN (",'sort':{'supported':true}"),
    { .line = "GET /scim/v2/Users?sortBy=userName&startIndex=1&count=2",
      .status = 200,
      .body = "{'totalResults':1,'Resources':[" USER ("1") "]}" },
    { NULL },
  };

  run (rules, 0, "n1", 1);
}

#define SEARCH "POST /scim/v2/Users/.search"

static void
test_cursors (void)
{
  static const Rule rules[] = {
    OWN_RULES,
    { .line = SEARCH,
      .has = "'cursor':'','count':1000}",
      .authorization = "Bearer t1",
      .status = 200,
      .body = "{'totalResults':3,'nextCursor':'a=\\'b','Resources':[" USER (
        "1") "," USER ("2") "]}" },
    { .line = SEARCH,
      .has = "'cursor':'a=\\'b','count':1000}",
      .status = 200,
      .body = "{'totalResults':3,'Resources':[" USER ("3") "]}" },
    { NULL },
  };

  run (rules, 0, "n1 n2 n3", 2);
}

static void
test_foreign_cursors (void)
{
  static const Rule rules[] = {
    FOREIGN (",'pagination':{'cursor':true}"),
    { .line = "GET /scim/v2/Users?cursor=&count=2",
      .status = 200,
      .body = "{'totalResults':2,'nextCursor':'x&y','Resources':[" USER ("1") "]}" },
    { .line = "GET /scim/v2/Users?cursor=x%26y&count=2",
      .status = 200,
      .body = "{'totalResults':2,'Resources':[" USER ("2") "]}" },
    { NULL },
  };

  run (rules, 0, "n1 n2", 2);
}

/* What is sent at our own server: the filter, and only the attributes that are needed. */
static void
test_own_request (void)
{
  static const Rule rules[] = {
    OWN_RULES, { .line = SEARCH, .status = 200, .body = "{'totalResults':0}" }, { NULL }
  };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPage) page = NULL;
  g_autofree char *body = NULL;

  muster_user_query_set_filter (query, "title pr");
  muster_user_query_set_fields (query, MUSTER_FIELDS_OF (MUSTER_FIELD_ROLES));
  page = script_find (platform, query, NULL, 50, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->items->len, ==, 0);
  g_assert_cmpint (page->total, ==, 0);
  body = http_fixture_dup_body (fixture, SEARCH);
  g_assert_cmpstr (
    body, ==,
    "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"filter\":"
    "\"title "
    "pr\",\"attributes\":[\"userName\",\"meta.version\",\"displayName\",\"name."
    "givenName\","
    "\"name.familyName\",\"emails.value\",\"emails.primary\","
    "\"meta.created\",\"roles.value\",\"roles.display\"],\"cursor\":\"\",\"count\":50}");
}

/* Who are shown and summed up are read with the whole profile. */
static void
test_profile_request (void)
{
  static const Rule rules[] = {
    OWN_RULES, { .line = SEARCH, .status = 200, .body = "{'totalResults':0}" }, { NULL }
  };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPage) page = NULL;
  g_autofree char *body = NULL;

  muster_user_query_set_filter (query, "title pr");
  muster_user_query_set_profile (query, TRUE);
  page = script_find (platform, query, NULL, 50, &error);
  g_assert_no_error (error);
  body = http_fixture_dup_body (fixture, SEARCH);
  g_assert_nonnull (strstr (body, ",\"title\",\"phoneNumbers.type\","
                                  "\"phoneNumbers.value\",\"addresses\","));
}

/* A filter is percent-encoded whole; a long one does not go into an address. */
static void
test_foreign_request (void)
{
  static const Rule rules[] = {
    FOREIGN (""),
    { .line = "GET /scim/v2/Users?filter=userName%20eq%20%22a%26b%2Bc%22&startIndex=1",
      .status = 200,
      .body = "{'totalResults':1,'Resources':[" USER ("1") "]}" },
    { .line = SEARCH,
      .has = "'filter':'userName eq ",
      .status = 200,
      .body = "{'totalResults':1,'Resources':[" USER ("2") "]}" },
    { NULL },
  };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autofree char *long_name = g_strnfill (3000, 'x');
  const char      *texts[][2] = { { "a&b+c", NULL }, { long_name, NULL } };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MusterUserQuery) query = muster_user_query_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *names = NULL;

      muster_user_query_set_match (query, MUSTER_MATCH_KEY_USER_NAME, texts[i]);
      names = find_all (platform, query, 0, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (names, ==, i == 0 ? "n1" : "n2");
    }
}

static void
test_bad_filter_is_not_sent (void)
{
  static const Rule rules[] = { OWN_RULES, { NULL } };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GError) error = NULL;

  muster_user_query_set_filter (query, "userName eq");
  g_assert_null (script_find (platform, query, NULL, 0, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_BAD_REQUEST);
  g_assert_cmpuint (http_fixture_count (fixture, SEARCH), ==, 0);
}

/* Lists that are none. */
static const struct
{
  const char *body;
  const char *words;
} bad[] = {
  { "{}", "is no list" },
  { "[]", "no object" },
  { "{'Resources':{}}", "Resources is not a list" },
  { "{'Resources':[[]]}", "Resources[0] is not an object" },
  { "{'Resources':[" USER ("1") ",{'id':'2'}]}", "Resources[1].userName is missing" },
  { "{'Resources':[" USER ("1") ",{'id':'2','userName':'b','active':'yes'}]}",
    "Resources[1].active is neither" },
  { "{'totalResults':'3','Resources':[]}", "totalResults is not a whole number" },
  { "{'Resources':[],'nextCursor':5}", "nextCursor is not a string" },
  { "{'totalResults':1,'Resources':[{'id':'1',", "not JSON" },
  { "\xff", "not UTF-8" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const Rule rules[]
        = { OWN_RULES, { .line = SEARCH, .status = 200, .body = bad[i].body }, { NULL } };
      g_autoptr (HttpFixture) fixture = script_new (rules);
      g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
      g_autoptr (MusterUserQuery) query = muster_user_query_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (script_find (platform, query, NULL, 0, &error));
      g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_BAD_REPLY);
      g_assert_nonnull (strstr (error->message, bad[i].words));
    }
}

static void
test_cursor_that_stands_still (void)
{
  static const Rule rules[] = {
    OWN_RULES,
    { .line = SEARCH,
      .status = 200,
      .body = "{'nextCursor':'same','Resources':[" USER ("1") "]}" },
    { NULL },
  };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (find_all (platform, query, 0, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_BAD_REPLY);
  g_assert_cmpuint (http_fixture_count (fixture, SEARCH), ==, 2);
}

static void
test_foreign_word_as_cursor (void)
{
  static const Rule rules[] = { OWN_RULES, { NULL } };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (script_find (platform, query, "what?", 0, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_BAD_REQUEST);
}

/* 200 MB are never held: what is announced so is not even begun. */
static gboolean
huge_cb (HttpFixture              *fixture,
         const HttpFixtureRequest *request,
         GOutputStream            *output,
         gpointer                  user_data)
{
  if (g_str_has_suffix (request->target, "ServiceProviderConfig"))
    return http_fixture_write (output,
                               "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                               "Content-Length: 200000000\r\n\r\n{",
                               -1);
  return http_fixture_answer (output, 404, NULL, "text/plain", "");
}

static void
test_huge (void)
{
  g_autoptr (HttpFixture) fixture = http_fixture_new (huge_cb, NULL);
  g_autoptr (MusterPlatform) platform = script_connect (fixture, "/scim/v2");
  g_autoptr (GError) error = NULL;

  g_assert_false (script_open (platform, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM);
  g_assert_nonnull (strstr (error->message, "64.0"));
}

/* Elsewhere each is read by itself; those that are not there are left out. */
static void
test_read_foreign (void)
{
  static const Rule rules[] = {
    FOREIGN (""),
    { .line = "GET /scim/v2/Users/a%2Fb", .status = 200, .body = USER ("a/b") },
    { .line = "GET /scim/v2/Users/c", .status = 200, .body = USER ("c") },
    { .line = "GET /scim/v2/Users/e", .status = 500 },
    { NULL },
  };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *names = script_read (platform, "c d a/b c", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (names, ==, "nc na/b");
  g_assert_cmpuint (http_fixture_count (fixture, "GET /scim/v2/Users/c"), ==, 1);
  g_assert_null (script_read (platform, "c e d a/b", &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SERVER);
}

static void
test_match_id_foreign (void)
{
  static const Rule rules[]
    = { FOREIGN (""),
        { .line = "GET /scim/v2/Users/c", .status = 200, .body = USER ("c") },
        { NULL } };
  static const char *const ids[] = { "c", "gone", NULL };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;

  muster_user_query_set_match (query, MUSTER_MATCH_KEY_ID, ids);
  names = find_all (platform, query, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (names, ==, "nc");
}

/* At our own server all at once, even where it gives them in parts. */
static void
test_read_own (void)
{
  static const Rule rules[] = {
    OWN_RULES,
    { .line = SEARCH,
      .has = "'filter':'id eq \\'1\\' or id eq \\'2\\' or id eq \\'9\\''",
      .status = 200,
      .body = "{'nextCursor':'more','Resources':[" USER ("2") "]}" },
    { NULL },
  };
  static const Rule parts[] = {
    OWN_RULES,
    { .line = SEARCH,
      .has = "'cursor':''",
      .status = 200,
      .body = "{'nextCursor':'more','Resources':[" USER ("2") "]}" },
    { .line = SEARCH,
      .has = "'cursor':'more'",
      .status = 200,
      .body = "{'Resources':[" USER ("1") "," USER ("7") "]}" },
    { NULL },
  };
  g_autoptr (HttpFixture) fixture = script_new (parts);
  g_autoptr (HttpFixture) still = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (MusterPlatform) other = script_connect_and_open (still);
  g_autoptr (GError) error = NULL;
  g_autofree char *names = script_read (platform, "1 2 9", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (names, ==, "n1 n2");
  g_assert_cmpuint (http_fixture_count (fixture, SEARCH), ==, 2);
  g_assert_null (script_read (other, "1 2 9", &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_BAD_REPLY);
}

static void
test_read_none (void)
{
  static const Rule rules[] = { OWN_RULES, { NULL } };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *names = script_read (platform, "", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (names, ==, "");
  g_assert_cmpuint (http_fixture_count (fixture, SEARCH), ==, 0);
}

static MusterPage *
find_resources (MusterPlatform    *platform,
                MusterResourceKind kind,
                const char        *search,
                GError           **error)
{
  GAsyncResult *kept = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_platform_find_resources_async (platform, kind, search, NULL, 0, NULL,
                                        http_fixture_keep_cb, &kept);
  result = http_fixture_wait (&kept);
  return muster_platform_find_resources_finish (platform, result, error);
}

static void
test_resources (void)
{
  static const Rule rules[] = {
    OWN_RULES,
    { .line = "POST /scim/v2/Roles/.search",
      .has = "'filter':'displayName co \\'n\\' or id eq \\'n\\''",
      .status = 200,
      .body = "{'totalResults':1,'Resources':[{'id':'r1','displayName':'Manager',"
              "'administrative':true,'permissions':['edit-users']}]}" },
    { .line = "POST /scim/v2/Organizations/.search",
      .status = 200,
      .body = "{'Resources':[{'id':'o1'},{'id':'o2','displayName':'North','parent':"
              "{'value':'o1'}}]}" },
    { .line = "POST /scim/v2/Companies/.search",
      .status = 200,
      .body = "{'Resources':[{'id':'c1','displayName':7}]}" },
    { NULL },
  };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPage) roles
    = find_resources (platform, MUSTER_RESOURCE_KIND_ROLE, "n", &error);
  g_autoptr (MusterPage) organizations
    = find_resources (platform, MUSTER_RESOURCE_KIND_ORGANIZATION, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (muster_role_is_administrative (roles->items->pdata[0]));
  g_assert_cmpstr (muster_role_get_permissions (roles->items->pdata[0])[0], ==,
                   "edit-users");
  g_assert_cmpstr (muster_resource_get_display_name (organizations->items->pdata[0]), ==,
                   "o1");
  g_assert_cmpstr (muster_organization_get_parent_id (organizations->items->pdata[1]), ==,
                   "o1");
  g_assert_null (find_resources (platform, MUSTER_RESOURCE_KIND_COMPANY, NULL, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_BAD_REPLY);
  g_assert_nonnull (strstr (error->message, "Resources[0].displayName is not a string"));
}

static void
test_resources_not_offered (void)
{
  static const Rule rules[] = { FOREIGN (""), { NULL } };
  g_autoptr (HttpFixture) fixture = script_new (rules);
  g_autoptr (MusterPlatform) platform = script_connect_and_open (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (find_resources (platform, MUSTER_RESOURCE_KIND_ROLE, NULL, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_NOT_OFFERED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-provider/find/positions", test_positions);
  g_test_add_func ("/scim-provider/find/first-page-again", test_first_page_again);
  g_test_add_func ("/scim-provider/find/empty-page", test_empty_page_ends);
  g_test_add_func ("/scim-provider/find/sorted", test_sorted);
  g_test_add_func ("/scim-provider/find/cursors", test_cursors);
  g_test_add_func ("/scim-provider/find/foreign-cursors", test_foreign_cursors);
  g_test_add_func ("/scim-provider/find/own-request", test_own_request);
  g_test_add_func ("/scim-provider/find/profile-request", test_profile_request);
  g_test_add_func ("/scim-provider/find/foreign-request", test_foreign_request);
  g_test_add_func ("/scim-provider/find/bad-filter", test_bad_filter_is_not_sent);
  g_test_add_func ("/scim-provider/find/bad", test_bad);
  g_test_add_func ("/scim-provider/find/still-cursor", test_cursor_that_stands_still);
  g_test_add_func ("/scim-provider/find/bad-cursor", test_foreign_word_as_cursor);
  g_test_add_func ("/scim-provider/find/huge", test_huge);
  g_test_add_func ("/scim-provider/read/foreign", test_read_foreign);
  g_test_add_func ("/scim-provider/read/match-id", test_match_id_foreign);
  g_test_add_func ("/scim-provider/read/own", test_read_own);
  g_test_add_func ("/scim-provider/read/none", test_read_none);
  g_test_add_func ("/scim-provider/resources/own", test_resources);
  g_test_add_func ("/scim-provider/resources/not-offered", test_resources_not_offered);
  return g_test_run ();
}
