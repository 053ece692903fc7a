/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-picker.h"

#include <string.h>

#include "await.h"
#include "fake-platform.h"

static GPtrArray *
find (FakePlatform      *platform,
      MusterUserQuery   *query,
      guint              limit,
      MusterPickProgress progress,
      gpointer           progress_data,
      GError           **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_user_picker_find_async (MUSTER_PLATFORM (platform), query, limit, progress,
                                 progress_data, NULL, await_cb, &slot);
  result = await_result (&slot);
  return muster_user_picker_find_finish (result, error);
}

static MusterPick *
match (FakePlatform *platform, const char *entries)
{
  g_auto (GStrv) texts = g_strsplit (entries, "|", -1);
  g_autoptr (GError) error = NULL;
  MusterPick   *pick;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_user_picker_match_async (MUSTER_PLATFORM (platform), (const char *const *) texts,
                                  MUSTER_FIELDS_OF (MUSTER_FIELD_ROLES), NULL, await_cb,
                                  &slot);
  result = await_result (&slot);
  pick = muster_user_picker_match_finish (result, &error);
  g_assert_no_error (error);
  return pick;
}

static char *
join_ids (GPtrArray *users)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < users->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            muster_user_get_id (g_ptr_array_index (users, i)));
  return g_string_free (text, FALSE);
}

static void
assert_found (FakePlatform *platform, guint limit, guint n_found, guint n_calls)
{
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) users = find (platform, query, limit, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (users->len, ==, n_found);
  for (guint i = 0; i < users->len; i++)
    g_assert_cmpstr (muster_user_get_id (g_ptr_array_index (users, i)), ==,
                     fake_platform_get_user (platform, i + 1)->id);
  g_assert_cmpuint (platform->n_find_calls, ==, n_calls);
}

static void
test_all_pages (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (250);

  assert_found (platform, 0, 250, 3);
}

static void
test_a_limit (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (250);

  assert_found (platform, 120, 120, 2);
}

static void
test_nobody (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (0);

  assert_found (platform, 0, 0, 1);
}

static void
test_an_empty_page_is_not_the_end (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (250);

  platform->pages_empty = TRUE;
  assert_found (platform, 0, 250, 5);
}

static void
test_a_list_without_end (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (10);
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GError) error = NULL;

  platform->pages_endless = TRUE;
  g_assert_null (find (platform, query, 0, NULL, NULL, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_BAD_REPLY);
  g_assert_nonnull (strstr (error->message, "come to an end"));
}

static void
test_a_page_that_fails (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (250);
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GError) error = NULL;

  fake_platform_fail_find (platform, -1);
  fake_platform_fail_find (platform, MUSTER_PLATFORM_ERROR_SERVER);
  g_assert_null (find (platform, query, 0, NULL, NULL, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SERVER);
}

static void
note_progress_cb (guint n_found, gint64 total, gpointer user_data)
{
  g_string_append_printf (user_data, "%u/%" G_GINT64_FORMAT " ", n_found, total);
}

static void
test_progress (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (250);
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GPtrArray) users = find (platform, query, 0, note_progress_cb, told, NULL);

  g_assert_cmpuint (users->len, ==, 250);
  g_assert_cmpstr (told->str, ==, "100/250 200/250 250/250 ");
}

static const struct
{
  const char *entries;
  const char *ids;
  const char *missing;
  guint       n_ambiguous;
} matches[] = {
  { "u0002|user-0001", "u0002 u0001", "", 0 },
  { "USER-0003", "u0003", "", 0 },
  { "U0003", "", "U0003", 0 },
  { "user-0004@Example.ORG|u0004|user-0004", "u0004", "", 0 },
  { "nobody|u0001|user-0009@example.org", "u0001 u0009", "nobody", 0 },
  { "user-0005|USER-0005", "u0005", "", 0 },
  /* An identifier goes before a user name that is the same. */
  { "twin", "twin", "", 0 },
  { "shared@example.org", "", "", 1 },
  { "Case", "u0012", "", 0 },
  { "CASE", "", "", 1 },
  { "user-0001 or id eq \"u0002\"", "", "user-0001 or id eq \"u0002\"", 0 },
};

static FakePlatform *
create_platform (void)
{
  FakePlatform *platform = fake_platform_new (20);
  FakeUser     *user;

  user = fake_user_new ("twin", "somebody");
  g_ptr_array_add (platform->users, user);
  g_hash_table_insert (platform->users_by_id, user->id, user);
  for (guint i = 10; i <= 13; i++)
    {
      static const char *const names[] = { "twin", "case", "Case", "thirteen" };

      user = fake_platform_get_user (platform, i);
      g_free (user->user_name);
      user->user_name = g_strdup (names[i - 10]);
    }
  for (guint i = 14; i <= 15; i++)
    {
      user = fake_platform_get_user (platform, i);
      g_free (user->email);
      user->email = g_strdup ("shared@example.org");
    }
  return platform;
}

static void
test_entries (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (matches); i++)
    {
      guint at = i / 2;
      g_autoptr (FakePlatform) platform = create_platform ();
      g_autoptr (MusterPick) pick = NULL;
      g_autofree char *ids = NULL;
      g_autofree char *missing = NULL;

      g_test_message ("%s", matches[at].entries);
      platform->finds_more = i % 2 == 1;
      pick = match (platform, matches[at].entries);
      ids = join_ids (pick->users);
      g_assert_cmpstr (ids, ==, matches[at].ids);
      g_ptr_array_add (pick->missing, NULL);
      missing = g_strjoinv ("|", (char **) pick->missing->pdata);
      g_assert_cmpstr (missing, ==, matches[at].missing);
      g_assert_cmpuint (pick->ambiguous->len, ==, matches[at].n_ambiguous);
    }
}

static void
test_many_entries_in_few_calls (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (1000);
  g_autoptr (GString) entries = g_string_new (NULL);
  g_autoptr (MusterPick) pick = NULL;

  platform->capabilities->match_size = 100;
  for (guint i = 1; i <= 1000; i++)
    g_string_append_printf (entries, "%suser-%04u", i > 1 ? "|" : "", i);
  pick = match (platform, entries->str);
  g_assert_cmpuint (pick->users->len, ==, 1000);
  g_assert_cmpuint (platform->n_find_calls, <=, 20);
}

static void
test_a_platform_that_compares_once (void)
{
  g_autoptr (FakePlatform) platform = create_platform ();
  g_autoptr (MusterPick) pick = NULL;
  g_autofree char *ids = NULL;

  platform->finds_one = TRUE;
  pick = match (platform, "user-0001|u0002|nobody|user-0003@example.org");
  ids = join_ids (pick->users);
  g_assert_cmpstr (ids, ==, "u0001 u0002 u0003");
  g_assert_cmpuint (pick->missing->len, ==, 1);
}

/* Some compare user names and nothing else. */
static void
test_a_platform_that_compares_no_emails (void)
{
  g_autoptr (FakePlatform) platform = create_platform ();
  g_autoptr (MusterPick) by_name = NULL;
  g_autoptr (MusterPick) by_email = NULL;
  g_autoptr (GError) error = NULL;

  platform->finds_one = TRUE;
  platform->finds_no_emails = TRUE;
  by_name = match (platform, "user-0001|u0002");
  g_assert_true (muster_pick_check (by_name, &error));
  g_assert_no_error (error);
  by_email
    = match (platform, "user-0001|user-0003@example.org|user-0004@example.org|nobody");
  g_assert_false (muster_pick_check (by_email, &error));
  g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NAME);
  g_assert_true (
    g_str_has_prefix (error->message,
                      "No user has this user name or identifier: user-0003@example.org; "
                      "user-0004@example.org; nobody. This platform cannot be asked for "
                      "e-mail addresses: give user names or identifiers."));
}

static void
test_what_is_wrong_is_told (void)
{
  g_autoptr (FakePlatform) platform = create_platform ();
  g_autoptr (GString) entries = g_string_new ("shared@example.org");
  g_autoptr (MusterPick) pick = NULL;
  g_autoptr (MusterPick) fine = match (platform, "u0001");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 25; i++)
    g_string_append_printf (entries, "|nobody-%u", i);
  pick = match (platform, entries->str);
  g_assert_false (muster_pick_check (pick, &error));
  g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NAME);
  g_assert_nonnull (strstr (error->message, "nobody-0"));
  g_assert_nonnull (strstr (error->message, "and 15 more"));
  g_assert_nonnull (strstr (error->message, "user-0014 (u0014)"));
  g_assert_nonnull (strstr (error->message, "user-0015 (u0015)"));
  g_assert_null (strstr (error->message, "nobody-20"));
  g_assert_true (muster_pick_check (fine, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/user-picker/all-pages", test_all_pages);
  g_test_add_func ("/user-picker/a-limit", test_a_limit);
  g_test_add_func ("/user-picker/nobody", test_nobody);
  g_test_add_func ("/user-picker/an-empty-page-is-not-the-end",
                   test_an_empty_page_is_not_the_end);
  g_test_add_func ("/user-picker/a-list-without-end", test_a_list_without_end);
  g_test_add_func ("/user-picker/a-page-that-fails", test_a_page_that_fails);
  g_test_add_func ("/user-picker/progress", test_progress);
  g_test_add_func ("/user-picker/entries", test_entries);
  g_test_add_func ("/user-picker/many-entries-in-few-calls",
                   test_many_entries_in_few_calls);
  g_test_add_func ("/user-picker/a-platform-that-compares-once",
                   test_a_platform_that_compares_once);
  g_test_add_func ("/user-picker/a-platform-that-compares-no-emails",
                   test_a_platform_that_compares_no_emails);
  g_test_add_func ("/user-picker/what-is-wrong-is-told", test_what_is_wrong_is_told);
  return g_test_run ();
}
