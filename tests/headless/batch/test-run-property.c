/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* Whatever happens: what a change set does not name stays, and outcomes tell the truth.
 */

#include "run-fixture.h"

#define N_RUNS 60

static const struct
{
  MusterField field;
  MusterVerb  verb;
  const char *id;
} wishes[] = {
  { MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "c1" },
  { MUSTER_FIELD_COMPANY, MUSTER_VERB_CLEAR, NULL },
  { MUSTER_FIELD_ORGANIZATION, MUSTER_VERB_SET, "o2" },
  { MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "Europe/Oslo" },
  { MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "r-teacher" },
  { MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "r-basic" },
  { MUSTER_FIELD_MANAGED_ORGANIZATIONS, MUSTER_VERB_ADD, "o1" },
  { MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "city" },
  { MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE },
};

/* No edits by others here: those may touch any field. */
static const FakeFault faults[] = {
  FAKE_FAULT_LIES,     FAKE_FAULT_PARTLY,      FAKE_FAULT_REJECTS,
  FAKE_FAULT_NOT_READ, FAKE_FAULT_UNSURE_DONE, FAKE_FAULT_UNSURE_UNDONE,
};

static const struct
{
  int      code;
  gboolean may_apply;
} failures[] = {
  { -1, FALSE },
  { -1, FALSE },
  { MUSTER_PLATFORM_ERROR_THROTTLED, FALSE },
  { MUSTER_PLATFORM_ERROR_LOST, TRUE },
  { MUSTER_PLATFORM_ERROR_SERVER, TRUE },
  { MUSTER_PLATFORM_ERROR_UNREACHABLE, FALSE },
  { MUSTER_PLATFORM_ERROR_TOO_LARGE, FALSE },
};

static gboolean
toss (void)
{
  return g_test_rand_bit ();
}

static void
randomize_user (FakeUser *user)
{
  if (toss ())
    fake_user_set (user, MUSTER_FIELD_COMPANY, toss () ? "c1" : "c2");
  if (toss ())
    fake_user_set (user, MUSTER_FIELD_TIME_ZONE, toss () ? "Europe/Oslo" : "");
  if (toss ())
    fake_user_set (user, MUSTER_FIELD_ROLES, toss () ? "r-admin r-teacher" : "");
  if (toss ())
    fake_user_set (user, MUSTER_FIELD_FLAGGED_FIELDS, toss () ? "city" : "state");
  if (toss ())
    fake_user_set (user, MUSTER_FIELD_MANAGED_ORGANIZATIONS, "o1 o2");
  if (g_test_rand_int_range (0, 4) == 0)
    fake_user_set_fault (user, faults[g_test_rand_int_range (0, G_N_ELEMENTS (faults))],
                         toss () ? 1 : (guint) g_test_rand_int_range (1, 20));
}

static void
randomize_run (RunFixture *fixture)
{
  MusterCapabilities *capabilities;
  guint               start = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (wishes));

  run_fixture_fill (fixture, (guint) g_test_rand_int_range (1, 40));
  capabilities = fixture->platform->capabilities;
  capabilities->has_versions = toss ();
  capabilities->parallel = (guint) g_test_rand_int_range (1, 5);
  capabilities->read_size = (guint) g_test_rand_int_range (1, 30);
  if (toss ())
    g_array_remove_index (capabilities->transports, 0);
  else
    fixture->platform->transport_lies[0] = g_test_rand_int_range (0, 4) == 0;
  for (guint i = 0; i < fixture->platform->users->len; i++)
    randomize_user (g_ptr_array_index (fixture->platform->users, i));
  for (guint i = 0; i < 4; i++)
    {
      guint failure = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (failures));

      fake_platform_fail_write (fixture->platform, failures[failure].code,
                                failures[failure].may_apply && toss (), 1);
    }
  for (guint i = 0; i < 3; i++)
    {
      guint wish = (start + 2 * i) % G_N_ELEMENTS (wishes);

      run_fixture_wish (fixture, wishes[wish].field, wishes[wish].verb, wishes[wish].id);
    }
}

static guint
count_holding (MusterPlanRow *row, FakeUser *user)
{
  GPtrArray *operations = muster_plan_row_get_operations (row);
  guint      n = 0;

  for (guint i = 0; i < operations->len; i++)
    {
      MusterOperation *operation = g_ptr_array_index (operations, i);

      if (muster_operation_holds (operation,
                                  user->values[muster_operation_get_field (operation)]))
        n++;
    }
  return n;
}

static void
check_outcome (MusterPlanRow *row, FakeUser *user)
{
  guint n_all = muster_plan_row_get_operations (row)->len;
  guint n_holding = count_holding (row, user);

  switch (muster_plan_row_get_outcome (row))
    {
    case MUSTER_OUTCOME_CHANGED:
      g_assert_cmpuint (n_holding, ==, n_all);
      g_assert_cmpuint (n_all, >, 0);
      break;
    case MUSTER_OUTCOME_ALREADY_SO:
      g_assert_cmpuint (n_all, ==, 0);
      g_assert_cmpuint (user->n_writes, ==, 0);
      break;
    case MUSTER_OUTCOME_PARTLY_CHANGED:
      g_assert_cmpuint (n_holding, >, 0);
      g_assert_cmpuint (n_holding, <, n_all);
      break;
    case MUSTER_OUTCOME_UNKNOWN:
    case MUSTER_OUTCOME_CONFLICT:
      g_assert_not_reached ();
    default:
      g_assert_cmpuint (n_holding, ==, 0);
    }
}

/* The fields of the row's operations alone may differ, and only by those operations. */
static void
check_user (MusterPlanRow *row, FakeUser *user)
{
  MusterFields fields = muster_plan_row_get_fields (row);

  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    {
      g_autoptr (MusterValueSet) after = muster_plan_row_dup_after (row, i);
      MusterValueSet *before = muster_plan_row_get_before (row, i);

      if ((fields & MUSTER_FIELDS_OF (i)) == 0)
        g_assert_true (muster_value_set_equal (user->values[i], before));
      else
        g_assert_true (muster_value_set_equal (user->values[i], before)
                       || muster_value_set_equal (user->values[i], after));
    }
}

static void
test_what_is_not_named_stays (void)
{
  for (guint i = 0; i < N_RUNS; i++)
    {
      RunFixture fixture = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("run %u", i);
      run_fixture_set_up (&fixture, NULL);
      randomize_run (&fixture);
      run_fixture_run (&fixture, &error);
      g_assert_cmpuint (run_fixture_count (&fixture, MUSTER_OUTCOME_PENDING), ==, 0);
      for (guint row = 0; row < muster_plan_get_n_rows (fixture.plan); row++)
        {
          check_outcome (muster_plan_get_row (fixture.plan, row),
                         fake_platform_get_user (fixture.platform, row + 1));
          check_user (muster_plan_get_row (fixture.plan, row),
                      fake_platform_get_user (fixture.platform, row + 1));
        }
      run_fixture_tear_down (&fixture, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-property/what-is-not-named-stays", test_what_is_not_named_stays);
  return g_test_run ();
}
