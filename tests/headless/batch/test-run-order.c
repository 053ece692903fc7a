/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* What is written when, and what others do meanwhile. */

#include <string.h>

#include "run-fixture.h"

#define OSLO "Europe/Oslo"

static void
run_well (RunFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (run_fixture_run (fixture, &error));
  g_assert_no_error (error);
}

static void
wish_oslo_and_disabled (RunFixture *fixture)
{
  run_fixture_wish (fixture, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, OSLO);
  run_fixture_wish (fixture, MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE);
}

static gboolean
is_about_active (const MusterWrite *write)
{
  MusterOperation *operation = g_ptr_array_index (write->operations, 0);

  return muster_operation_get_field (operation) == MUSTER_FIELD_ACTIVE;
}

/* Nobody is disabled while anybody's other fields are still to be written. */
static void
check_order_cb (FakePlatform *platform, GPtrArray *writes, gpointer user_data)
{
  for (guint i = 0; i < writes->len; i++)
    {
      const MusterWrite *write = g_ptr_array_index (writes, i);

      g_assert_cmpuint (write->operations->len, ==, 1);
      if (!is_about_active (write))
        continue;
      g_assert_true (fake_user_has (fake_platform_find_user (platform, write->user_id),
                                    MUSTER_FIELD_TIME_ZONE, OSLO));
    }
}

static void
test_disabling_comes_last (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 300);
  fixture->platform->write_hook = check_order_cb;
  wish_oslo_and_disabled (fixture);
  run_well (fixture);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==, 300);
  for (guint i = 1; i <= 300; i++)
    g_assert_true (fake_user_has (fake_platform_get_user (fixture->platform, i),
                                  MUSTER_FIELD_ACTIVE, MUSTER_ACTIVE_FALSE));
}

static void
disable_second_cb (FakePlatform *platform, GPtrArray *writes, gpointer user_data)
{
  const MusterWrite *write = g_ptr_array_index (writes, 0);

  if (!is_about_active (write))
    fake_user_set (fake_platform_get_user (platform, 2), MUSTER_FIELD_ACTIVE,
                   MUSTER_ACTIVE_FALSE);
}

/* Somebody else does the second half of it: the first half was ours all the same. */
static void
test_what_others_do_too_is_changed (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 4);
  fixture->platform->capabilities->has_versions = GPOINTER_TO_INT (data);
  fixture->platform->write_hook = disable_second_cb;
  wish_oslo_and_disabled (fixture);
  run_well (fixture);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==, 4);
}

/* The change came after Preview and before the run. */
static void
test_edited_since_the_preview (RunFixture *fixture, gconstpointer data)
{
  FakeUser   *same;
  FakeUser   *elsewhere;
  const char *message;

  run_fixture_fill (fixture, 6);
  fixture->platform->capabilities->has_versions = GPOINTER_TO_INT (data);
  same = fake_platform_get_user (fixture->platform, 2);
  elsewhere = fake_platform_get_user (fixture->platform, 3);
  run_fixture_wish (fixture, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, OSLO);
  run_fixture_wish (fixture, MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "r-basic");
  run_fixture_plan (fixture);
  fake_user_set (same, MUSTER_FIELD_TIME_ZONE, FAKE_OTHER_TIME_ZONE);
  fake_user_set (elsewhere, MUSTER_FIELD_COMPANY, "c2");
  fake_user_set (elsewhere, MUSTER_FIELD_ROLES, "r-basic r-teacher");
  run_well (fixture);
  g_assert_cmpint (run_fixture_get_outcome (fixture, 2), ==, MUSTER_OUTCOME_CONFLICT);
  message = run_fixture_get_message (fixture, 2);
  g_assert_nonnull (strstr (message, "Asia/Tokyo"));
  g_assert_nonnull (strstr (message, FAKE_OTHER_TIME_ZONE));
  g_assert_nonnull (strstr (message, OSLO));
  g_assert_true (fake_user_has (same, MUSTER_FIELD_TIME_ZONE, FAKE_OTHER_TIME_ZONE));
  g_assert_true (fake_user_has (same, MUSTER_FIELD_ROLES, "r-basic"));
  g_assert_true (fake_user_has (elsewhere, MUSTER_FIELD_COMPANY, "c2"));
  g_assert_true (fake_user_has (elsewhere, MUSTER_FIELD_ROLES, "r-teacher"));
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==, 5);
}

/* Guarded rows go last, each alone, and one's own account after all others. */
static void
check_guarded_cb (FakePlatform *platform, GPtrArray *writes, gpointer user_data)
{
  RunFixture        *fixture = user_data;
  const MusterWrite *write = g_ptr_array_index (writes, 0);

  if (strcmp (write->user_id, "u0001") != 0 && strcmp (write->user_id, "u0002") != 0)
    return;
  g_assert_cmpuint (writes->len, ==, 1);
  g_assert_cmpuint (platform->n_under_way, ==, 0);
  for (guint i = 3; i <= platform->users->len; i++)
    g_assert_cmpint (run_fixture_get_outcome (fixture, i), ==, MUSTER_OUTCOME_CHANGED);
}

static void
test_own_account_goes_last (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 10);
  fixture->platform->capabilities->has_versions = GPOINTER_TO_INT (data);
  fixture->platform->disables_account = TRUE;
  fixture->platform->write_hook = check_guarded_cb;
  fake_platform_set_account (fixture->platform,
                             fake_platform_get_user (fixture->platform, 1));
  wish_oslo_and_disabled (fixture);
  run_fixture_plan (fixture);
  muster_plan_row_set_guards (muster_plan_get_row (fixture->plan, 0),
                              MUSTER_GUARD_OWN_ACCOUNT | MUSTER_GUARD_LAST_ADMINISTRATOR);
  muster_plan_row_set_guards (muster_plan_get_row (fixture->plan, 1),
                              MUSTER_GUARD_LAST_ADMINISTRATOR);
  run_well (fixture);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==, 10);
  for (guint i = 1; i <= 10; i++)
    g_assert_true (fake_user_has (fake_platform_get_user (fixture->platform, i),
                                  MUSTER_FIELD_ACTIVE, MUSTER_ACTIVE_FALSE));
}

static void
test_own_account_that_is_refused (RunFixture *fixture, gconstpointer data)
{
  run_fixture_fill (fixture, 3);
  fake_user_set_fault (fake_platform_get_user (fixture->platform, 1), FAKE_FAULT_REJECTS,
                       G_MAXUINT);
  wish_oslo_and_disabled (fixture);
  run_fixture_plan (fixture);
  muster_plan_row_set_guards (muster_plan_get_row (fixture->plan, 0),
                              MUSTER_GUARD_OWN_ACCOUNT);
  run_well (fixture);
  g_assert_cmpint (run_fixture_get_outcome (fixture, 1), ==, MUSTER_OUTCOME_REJECTED);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==, 2);
}

#define ADD_TWICE(name, function)                                                        \
  g_test_add (name "/with-versions", RunFixture, GINT_TO_POINTER (TRUE),                 \
              run_fixture_set_up, function, run_fixture_tear_down);                      \
  g_test_add (name "/without-versions", RunFixture, GINT_TO_POINTER (FALSE),             \
              run_fixture_set_up, function, run_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  RUN_FIXTURE_ADD ("/run-order/disabling-comes-last", test_disabling_comes_last);
  ADD_TWICE ("/run-order/what-others-do-too-is-changed",
             test_what_others_do_too_is_changed);
  ADD_TWICE ("/run-order/edited-since-the-preview", test_edited_since_the_preview);
  ADD_TWICE ("/run-order/own-account-goes-last", test_own_account_goes_last);
  RUN_FIXTURE_ADD ("/run-order/own-account-that-is-refused",
                   test_own_account_that_is_refused);
  return g_test_run ();
}
