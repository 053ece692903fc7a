/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "provider-parts.h"

#include <string.h>

#include "muster-platform-error.h"
#include "muster-scim-cursor.h"
#include "muster-scim-filter.h"
#include "muster-scim-query.h"

typedef struct
{
  const char    *search;
  const char    *filter;
  MusterMatchKey key;
  const char    *texts; /* joined by spaces */
} Query;

static MusterUserQuery *
new_query (const Query *parts)
{
  MusterUserQuery *query = muster_user_query_new ();

  if (parts->search != NULL)
    muster_user_query_set_search (query, parts->search);
  if (parts->filter != NULL)
    muster_user_query_set_filter (query, parts->filter);
  if (parts->texts != NULL)
    {
      g_auto (GStrv) texts = g_strsplit (parts->texts, " ", -1);

      muster_user_query_set_match (query, parts->key, (const char *const *) texts);
    }
  return query;
}

#define SEARCH(text)                                                                     \
  "userName co " text " or displayName co " text " or name.givenName co " text           \
  " or name.familyName co " text " or emails.value co " text

static const struct
{
  Query       query;
  const char *expected;
} cases[] = {
  { { NULL }, NULL },
  { { .search = "" }, NULL },
  { { .search = "an" }, SEARCH ("\"an\"") },
  { { .search = "a\"b\\" }, SEARCH ("\"a\\\"b\\\\\"") },
  { { .filter = "active eq true" }, "active eq true" },
  { { .filter = "ACTIVE EQ true OR not (title pr)" },
    "ACTIVE eq true or not (title pr)" },
  { { .filter = "a eq 1 or b eq 2", .search = "x" },
    "(a eq 1 or b eq 2) and (" SEARCH ("\"x\"") ")" },
  { { .key = MUSTER_MATCH_KEY_USER_NAME, .texts = "bob" }, "userName eq \"bob\"" },
  { { .key = MUSTER_MATCH_KEY_EMAIL, .texts = "a@b c\"d" },
    "emails.value eq \"a@b\" or emails.value eq \"c\\\"d\"" },
  { { .filter = "active eq true", .key = MUSTER_MATCH_KEY_ID, .texts = "1 2" },
    "active eq true and (id eq \"1\" or id eq \"2\")" },
};

static void
test_print (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterUserQuery) query = new_query (&cases[i].query);
      g_autoptr (GError) error = NULL;
      g_autofree char *filter = NULL;

      g_assert_true (muster_scim_query_print (query, &own_dialect, &filter, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (filter, ==, cases[i].expected);
      if (filter != NULL)
        {
          g_autoptr (MusterScimFilter) parsed = muster_scim_filter_parse (filter, &error);

          g_assert_no_error (error);
        }
    }
}

static void
test_refused (void)
{
  const Query typed = { .filter = "userName zz \"a\"" };
  const Query search = { .search = "a" };
  const Query all = { NULL };
  g_autoptr (MusterUserQuery) wrong = new_query (&typed);
  g_autoptr (MusterUserQuery) searching = new_query (&search);
  g_autoptr (MusterUserQuery) listing = new_query (&all);
  MusterScimDialect without_filter = own_dialect;
  g_autoptr (GError) error = NULL;
  char *filter;

  g_assert_false (muster_scim_query_print (wrong, &own_dialect, &filter, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_BAD_REQUEST);
  g_assert_nonnull (strstr (error->message, "character 10"));
  g_clear_error (&error);

  without_filter.has_filter = FALSE;
  g_assert_false (muster_scim_query_print (searching, &without_filter, &filter, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_NOT_OFFERED);
  g_clear_error (&error);
  g_assert_true (muster_scim_query_print (listing, &without_filter, &filter, &error));
}

#define PROFILE "urn:muster:scim:schemas:extension:profile:1.0:User:"

static void
test_attributes (void)
{
  g_auto (GStrv) own
    = muster_scim_query_list_attributes (&own_dialect,
                                         MUSTER_FIELDS_OF (MUSTER_FIELD_ROLES)
                                           | MUSTER_FIELDS_OF (MUSTER_FIELD_COMPANY)
                                           | MUSTER_FIELDS_OF (MUSTER_FIELD_ACTIVE),
                                         MUSTER_SCIM_NAMES_ALL);
  g_auto (GStrv) lean
    = muster_scim_query_list_attributes (&own_dialect,
                                         MUSTER_FIELDS_OF (MUSTER_FIELD_ACTIVE),
                                         MUSTER_SCIM_NAMES_NONE);
  g_autofree char *joined = g_strjoinv (" ", own);
  g_autofree char *lean_joined = g_strjoinv (" ", lean);

  g_assert_cmpstr (joined, ==,
                   "userName meta.version displayName name.givenName name.familyName "
                   "emails.value emails.primary meta.created " PROFILE
                   "company.value " PROFILE "company.display roles.value roles.display "
                   "active");
  g_assert_cmpstr (lean_joined, ==, "userName meta.version active");
  g_assert_null (muster_scim_query_list_attributes (&foreign_dialect, MUSTER_FIELDS_ALL,
                                                    MUSTER_SCIM_NAMES_ALL));
}

static void
test_cursor (void)
{
  static const char *const bad[]
    = { "", "x", "position:", "position:0:a", "position:-1:a", "position:5" };
  g_autofree char *token = muster_scim_cursor_print_token ("a:b");
  g_autofree char *position = muster_scim_cursor_print_position (101, "id:1");
  g_auto (MusterScimCursor) cursor = { NULL };

  g_assert_true (muster_scim_cursor_parse (&cursor, token));
  g_assert_cmpstr (cursor.token, ==, "a:b");
  muster_scim_cursor_clear (&cursor);
  g_assert_true (muster_scim_cursor_parse (&cursor, position));
  g_assert_cmpint (cursor.position, ==, 101);
  g_assert_cmpstr (cursor.first_id, ==, "id:1");
  muster_scim_cursor_clear (&cursor);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (muster_scim_cursor_parse (&cursor, bad[i]));
      muster_scim_cursor_clear (&cursor);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-provider/query/print", test_print);
  g_test_add_func ("/scim-provider/query/refused", test_refused);
  g_test_add_func ("/scim-provider/query/attributes", test_attributes);
  g_test_add_func ("/scim-provider/query/cursor", test_cursor);
  return g_test_run ();
}
