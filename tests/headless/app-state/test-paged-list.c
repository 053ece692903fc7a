/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-paged-list.h"

#include "fake-platform.h"

static void
wait_for_page (MusterPagedList *list)
{
  gint64 limit = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (muster_paged_list_is_loading (list))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      g_main_context_iteration (NULL, TRUE);
    }
}

static guint
count (MusterPagedList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
search (MusterPagedList *list, const char *text)
{
  g_autoptr (MusterUserQuery) query = muster_user_query_new ();

  muster_user_query_set_search (query, text);
  muster_paged_list_search_users (list, query);
}

static void
test_pages (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (250);
  g_autoptr (MusterPagedList) list = muster_paged_list_new (MUSTER_PLATFORM (platform));

  platform->capabilities->page_size = 100;
  search (list, NULL);
  g_assert_true (muster_paged_list_is_loading (list));
  wait_for_page (list);
  g_assert_cmpuint (count (list), ==, 100);
  g_assert_cmpint (muster_paged_list_get_total (list), ==, 250);
  muster_paged_list_load_more (list);
  muster_paged_list_load_more (list);
  wait_for_page (list);
  g_assert_cmpuint (platform->n_find_calls, ==, 2);
  while (!muster_paged_list_is_complete (list))
    {
      muster_paged_list_load_more (list);
      wait_for_page (list);
    }
  g_assert_cmpuint (count (list), ==, 250);
  muster_paged_list_load_more (list);
  g_assert_false (muster_paged_list_is_loading (list));
}

/* The answer to the search before comes late and must not be taken for this one's. */
static void
test_late_answer (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (30);
  g_autoptr (MusterPagedList) list = muster_paged_list_new (MUSTER_PLATFORM (platform));

  platform->held = TRUE;
  search (list, NULL);
  search (list, "user-0003");
  fake_platform_let_go (platform);
  wait_for_page (list);
  g_assert_cmpuint (count (list), ==, 1);
  g_assert_cmpint (muster_paged_list_get_total (list), ==, 1);
}

static void
test_error (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (150);
  g_autoptr (MusterPagedList) list = muster_paged_list_new (MUSTER_PLATFORM (platform));

  platform->capabilities->page_size = 100;
  search (list, NULL);
  wait_for_page (list);
  fake_platform_fail_find (platform, MUSTER_PLATFORM_ERROR_LOST);
  muster_paged_list_load_more (list);
  wait_for_page (list);
  g_assert_error (muster_paged_list_get_error (list), MUSTER_PLATFORM_ERROR,
                  MUSTER_PLATFORM_ERROR_LOST);
  g_assert_cmpuint (count (list), ==, 100);
  muster_paged_list_load_more (list);
  wait_for_page (list);
  g_assert_no_error (muster_paged_list_get_error (list));
  g_assert_cmpuint (count (list), ==, 150);
}

static void
test_resources (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (1);
  g_autoptr (MusterPagedList) list = muster_paged_list_new (MUSTER_PLATFORM (platform));

  muster_paged_list_search_resources (list, MUSTER_RESOURCE_KIND_ROLE, NULL);
  wait_for_page (list);
  g_assert_cmpuint (count (list), ==, 3);
  muster_paged_list_clear (list);
  g_assert_cmpuint (count (list), ==, 0);
  g_assert_cmpint (muster_paged_list_get_total (list), ==, -1);
}

/* A list that is let go of while a page is under way is finalized once it has come. */
static void
test_let_go (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (10);
  MusterPagedList *list = muster_paged_list_new (MUSTER_PLATFORM (platform));
  gpointer         weak = list;

  g_object_add_weak_pointer (G_OBJECT (list), &weak);
  search (list, NULL);
  muster_paged_list_clear (list);
  g_object_unref (list);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paged-list/pages", test_pages);
  g_test_add_func ("/paged-list/late-answer", test_late_answer);
  g_test_add_func ("/paged-list/error", test_error);
  g_test_add_func ("/paged-list/resources", test_resources);
  g_test_add_func ("/paged-list/let-go", test_let_go);
  return g_test_run ();
}
