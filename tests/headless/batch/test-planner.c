/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-planner.h"

#include <string.h>

#include "await.h"
#include "fake-platform.h"
#include "muster-role.h"

#define OWN MUSTER_GUARD_OWN_ACCOUNT
#define LAST MUSTER_GUARD_LAST_ADMINISTRATOR

/* Of six users the first is signed in; it and the second are Site Administrators, the
 * third too but disabled. The fourth alone is Teacher. */
static FakePlatform *
create_platform (void)
{
  FakePlatform *platform = fake_platform_new (6);
  FakeUser     *third = fake_platform_get_user (platform, 3);

  for (guint i = 1; i <= 3; i++)
    fake_user_set (fake_platform_get_user (platform, i), MUSTER_FIELD_ROLES,
                   "r-admin r-basic");
  fake_user_set (third, MUSTER_FIELD_ACTIVE, MUSTER_ACTIVE_FALSE);
  fake_user_set (fake_platform_get_user (platform, 4), MUSTER_FIELD_ROLES, "r-teacher");
  fake_platform_set_account (platform, fake_platform_get_user (platform, 1));
  return platform;
}

static MusterPlan *
plan_users (FakePlatform *platform,
            const char   *numbers,
            MusterField   field,
            MusterVerb    verb,
            const char   *id,
            GError      **error)
{
  g_autoptr (GPtrArray) all = fake_platform_read_all (platform);
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) operations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);
  g_autoptr (MusterReference) value = id != NULL ? muster_reference_new (id, NULL) : NULL;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  for (; *numbers != '\0'; numbers++)
    g_ptr_array_add (users, g_object_ref (g_ptr_array_index (all, *numbers - '1')));
  g_ptr_array_add (operations, muster_operation_new (field, verb, value));
  muster_planner_plan_async (MUSTER_PLATFORM (platform), users, operations, NULL,
                             await_cb, &slot);
  result = await_result (&slot);
  return muster_planner_plan_finish (result, error);
}

static const struct
{
  const char  *users;
  MusterField  field;
  MusterVerb   verb;
  const char  *id;
  MusterGuards guards[6];
  gboolean     asks;
} cases[] = {
  { "12456", MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "UTC", { 0 }, FALSE },
  { "2", MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE, { 0 }, TRUE },
  { "56", MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE, { 0 }, TRUE },
  { "1", MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE, { OWN }, TRUE },
  { "512",
    MUSTER_FIELD_ACTIVE,
    MUSTER_VERB_SET,
    MUSTER_ACTIVE_FALSE,
    { 0, OWN | LAST, LAST },
    TRUE },
  /* Who is disabled already holds nothing, and loses nothing. */
  { "213",
    MUSTER_FIELD_ACTIVE,
    MUSTER_VERB_SET,
    MUSTER_ACTIVE_FALSE,
    { LAST, OWN | LAST, 0 },
    TRUE },
  { "3", MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_TRUE, { 0 }, FALSE },
  { "12356",
    MUSTER_FIELD_ROLES,
    MUSTER_VERB_REMOVE,
    "r-admin",
    { LAST, LAST, 0, 0, 0 },
    TRUE },
  { "2", MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "r-admin", { 0 }, TRUE },
  { "12", MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "r-basic", { 0 }, TRUE },
  /* A Teacher may do less than a Site Administrator. */
  { "4", MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "r-teacher", { 0 }, TRUE },
  { "12", MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "city", { OWN, 0 }, FALSE },
  { "12", MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_REMOVE, "city", { 0 }, FALSE },
};

static void
test_guards (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      guint at = i / 2;
      g_autoptr (FakePlatform) platform = create_platform ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterPlan) plan = NULL;

      g_test_message ("case %u", at);
      /* Roles may come on several pages. */
      platform->capabilities->page_size = i % 2 == 0 ? 100 : 1;
      plan = plan_users (platform, cases[at].users, cases[at].field, cases[at].verb,
                         cases[at].id, &error);
      g_assert_no_error (error);
      for (guint row = 0; row < muster_plan_get_n_rows (plan); row++)
        g_assert_cmpint (muster_plan_row_get_guards (muster_plan_get_row (plan, row)), ==,
                         cases[at].guards[row]);
      g_assert_cmpint (platform->n_resource_calls > 0, ==, cases[at].asks);
      g_assert_cmpuint (platform->n_write_calls, ==, 0);
    }
}

/* Where a platform does not say what roles permit, each administrative one counts. */
static void
test_roles_of_unknown_permissions (void)
{
  static const char *const nothing[] = { NULL };
  g_autoptr (FakePlatform) platform = create_platform ();
  GPtrArray *roles = platform->resources[MUSTER_RESOURCE_KIND_ROLE];
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPlan) plan = NULL;

  g_ptr_array_set_size (roles, 0);
  g_ptr_array_add (roles, muster_role_new ("r-basic", "Basic User", FALSE, nothing));
  g_ptr_array_add (roles, muster_role_new ("r-teacher", "Teacher", TRUE, nothing));
  g_ptr_array_add (roles, muster_role_new ("r-admin", "Admin", TRUE, nothing));
  plan = plan_users (platform, "45", MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET,
                     MUSTER_ACTIVE_FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (muster_planner_count_guarded (plan, LAST), ==, 1);
  g_assert_cmpint (muster_plan_row_get_guards (muster_plan_get_row (plan, 0)), ==, LAST);
}

static void
test_a_platform_without_roles (void)
{
  g_autoptr (FakePlatform) platform = create_platform ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterPlan) plan = NULL;

  fake_platform_fail_find (platform, MUSTER_PLATFORM_ERROR_NOT_OFFERED);
  plan = plan_users (platform, "12", MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET,
                     MUSTER_ACTIVE_FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (muster_planner_count_guarded (plan, LAST), ==, 0);
  g_assert_cmpuint (muster_planner_count_guarded (plan, OWN), ==, 1);
}

/* Without an answer nobody is sure that somebody would be left. */
static void
test_roles_that_cannot_be_read (void)
{
  g_autoptr (FakePlatform) platform = create_platform ();
  g_autoptr (GError) error = NULL;

  fake_platform_fail_find (platform, MUSTER_PLATFORM_ERROR_SERVER);
  g_assert_null (plan_users (platform, "12", MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET,
                             MUSTER_ACTIVE_FALSE, &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SERVER);
}

static void
test_a_field_that_is_not_offered (void)
{
  g_autoptr (FakePlatform) platform = create_platform ();
  g_autoptr (GError) error = NULL;

  platform->capabilities->fields &= ~MUSTER_FIELDS_OF (MUSTER_FIELD_COMPANY);
  g_assert_null (
    plan_users (platform, "12", MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "c1", &error));
  g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NOT_OFFERED);
  g_assert_nonnull (strstr (error->message, "company"));
}

static void
assert_outcomes (MusterGuards consent, MusterOutcome own, MusterOutcome last)
{
  g_autoptr (FakePlatform) platform = create_platform ();
  g_autoptr (MusterPlan) plan = plan_users (platform, "125", MUSTER_FIELD_ACTIVE,
                                            MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE, NULL);
  gboolean leaves_own
    = muster_planner_leaves_out (muster_plan_get_row (plan, 0), consent);
  gboolean leaves_last
    = muster_planner_leaves_out (muster_plan_get_row (plan, 1), consent);

  g_assert_cmpint (leaves_own, ==, own == MUSTER_OUTCOME_REJECTED);
  g_assert_cmpint (leaves_last, ==, last == MUSTER_OUTCOME_REJECTED);
  g_assert_false (muster_planner_leaves_out (muster_plan_get_row (plan, 2), consent));
  muster_planner_apply_consent (plan, consent);
  g_assert_cmpint (muster_plan_row_get_outcome (muster_plan_get_row (plan, 0)), ==, own);
  g_assert_cmpint (muster_plan_row_get_outcome (muster_plan_get_row (plan, 1)), ==, last);
  g_assert_cmpint (muster_plan_row_get_outcome (muster_plan_get_row (plan, 2)), ==,
                   MUSTER_OUTCOME_PENDING);
  if (own == MUSTER_OUTCOME_REJECTED)
    g_assert_nonnull (strstr (muster_plan_row_get_message (muster_plan_get_row (plan, 0)),
                              "your own account"));
  if (last == MUSTER_OUTCOME_REJECTED)
    g_assert_nonnull (strstr (muster_plan_row_get_message (muster_plan_get_row (plan, 1)),
                              "last administrator"));
}

static void
test_consent (void)
{
  assert_outcomes (0, MUSTER_OUTCOME_REJECTED, MUSTER_OUTCOME_REJECTED);
  assert_outcomes (OWN, MUSTER_OUTCOME_PENDING, MUSTER_OUTCOME_REJECTED);
  assert_outcomes (LAST, MUSTER_OUTCOME_REJECTED, MUSTER_OUTCOME_PENDING);
  assert_outcomes (OWN | LAST, MUSTER_OUTCOME_PENDING, MUSTER_OUTCOME_PENDING);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/planner/guards", test_guards);
  g_test_add_func ("/planner/roles-of-unknown-permissions",
                   test_roles_of_unknown_permissions);
  g_test_add_func ("/planner/a-platform-without-roles", test_a_platform_without_roles);
  g_test_add_func ("/planner/roles-that-cannot-be-read", test_roles_that_cannot_be_read);
  g_test_add_func ("/planner/a-field-that-is-not-offered",
                   test_a_field_that_is_not_offered);
  g_test_add_func ("/planner/consent", test_consent);
  return g_test_run ();
}
