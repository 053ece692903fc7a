/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-refresher.h"

#include "await.h"
#include "fake-platform.h"

static GPtrArray *
refresh (FakePlatform *platform, GPtrArray *users, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_user_refresher_refresh_async (MUSTER_PLATFORM (platform), users, NULL, await_cb,
                                       &slot);
  result = await_result (&slot);
  return muster_user_refresher_refresh_finish (result, error);
}

static const char *
get_zone (GPtrArray *users, guint position)
{
  MusterValueSet *zones = muster_user_get_values (g_ptr_array_index (users, position),
                                                  MUSTER_FIELD_TIME_ZONE);

  return muster_reference_get_id (muster_value_set_get_value (zones, 0));
}

/* More users than one call takes, and a page smaller than a call. */
static void
test_order (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (95);
  g_autoptr (GPtrArray) before = fake_platform_read_all (platform);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  platform->capabilities->match_size = 20;
  platform->capabilities->page_size = 7;
  fake_user_set (fake_platform_get_user (platform, 1), MUSTER_FIELD_TIME_ZONE, "UTC");
  fake_user_set (fake_platform_get_user (platform, 95), MUSTER_FIELD_TIME_ZONE, "UTC");
  after = refresh (platform, before, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 95);
  for (guint i = 0; i < after->len; i++)
    {
      g_assert_cmpstr (muster_user_get_id (g_ptr_array_index (after, i)), ==,
                       muster_user_get_id (g_ptr_array_index (before, i)));
      g_assert_cmpstr (get_zone (after, i), ==, i == 0 || i == 94 ? "UTC" : "Asia/Tokyo");
    }
}

static void
test_gone (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (3);
  g_autoptr (GPtrArray) before = fake_platform_read_all (platform);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  fake_platform_get_user (platform, 2)->gone = TRUE;
  after = refresh (platform, before, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_true (g_ptr_array_index (after, 1) == g_ptr_array_index (before, 1));
  g_assert_true (g_ptr_array_index (after, 0) != g_ptr_array_index (before, 0));
}

static void
test_error (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (50);
  g_autoptr (GPtrArray) before = fake_platform_read_all (platform);
  g_autoptr (GError) error = NULL;

  platform->capabilities->match_size = 10;
  fake_platform_fail_find (platform, -1);
  fake_platform_fail_find (platform, MUSTER_PLATFORM_ERROR_SIGN_IN);
  g_assert_null (refresh (platform, before, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SIGN_IN);
}

static void
test_nobody (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (1);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = refresh (platform, nobody, NULL);

  g_assert_cmpuint (after->len, ==, 0);
  g_assert_cmpuint (platform->n_find_calls, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/user-refresher/order", test_order);
  g_test_add_func ("/user-refresher/gone", test_gone);
  g_test_add_func ("/user-refresher/error", test_error);
  g_test_add_func ("/user-refresher/nobody", test_nobody);
  return g_test_run ();
}
