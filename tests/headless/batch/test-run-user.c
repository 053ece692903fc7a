/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* What becomes of one user among others when something is wrong with it. */

#include <string.h>

#include "run-fixture.h"

#define N_USERS 8

typedef struct
{
  const char   *name;
  FakeFault     fault;
  guint         n_faults;
  MusterOutcome outcome;
  guint         min_writes;
  guint         max_writes;
  gboolean      needs_versions;
  const char   *time_zone; /* afterwards */
  const char   *roles;
  const char   *company;
  const char   *message; /* (nullable): what is said contains it */
} Case;

#define OSLO "Europe/Oslo"
#define BOTH "r-basic r-teacher"

static const Case cases[] = {
  { "all-is-well", FAKE_FAULT_NONE, 0, MUSTER_OUTCOME_CHANGED, 1, 1, FALSE, OSLO, BOTH,
    "", NULL },
  { "lies", FAKE_FAULT_LIES, G_MAXUINT, MUSTER_OUTCOME_NOT_TAKEN, 1, 2, FALSE,
    "Asia/Tokyo", "r-basic", "", "did not do it" },
  { "partly", FAKE_FAULT_PARTLY, G_MAXUINT, MUSTER_OUTCOME_PARTLY_CHANGED, 1, 2, FALSE,
    OSLO, "r-basic", "", "did not do it" },
  { "rejects", FAKE_FAULT_REJECTS, G_MAXUINT, MUSTER_OUTCOME_REJECTED, 1, 2, FALSE,
    "Asia/Tokyo", "r-basic", "", "You may not edit this user." },
  { "not-read-twice", FAKE_FAULT_NOT_READ, 2, MUSTER_OUTCOME_CHANGED, 3, 3, FALSE, OSLO,
    BOTH, "", NULL },
  { "unsure-and-done", FAKE_FAULT_UNSURE_DONE, 1, MUSTER_OUTCOME_CHANGED, 1, 1, FALSE,
    OSLO, BOTH, "", NULL },
  { "unsure-and-undone", FAKE_FAULT_UNSURE_UNDONE, 1, MUSTER_OUTCOME_CHANGED, 2, 2, FALSE,
    OSLO, BOTH, "", NULL },
  { "never-sure", FAKE_FAULT_UNSURE_UNDONE, G_MAXUINT, MUSTER_OUTCOME_NOT_TAKEN, 3, 5,
    FALSE, "Asia/Tokyo", "r-basic", "", "it is not so: Something failed." },
  { "edited-elsewhere", FAKE_FAULT_EDITED_ELSEWHERE, 1, MUSTER_OUTCOME_CHANGED, 1, 2,
    FALSE, OSLO, BOTH, FAKE_OTHER_COMPANY, NULL },
  { "edited-same", FAKE_FAULT_EDITED_SAME, 1, MUSTER_OUTCOME_CONFLICT, 1, 1, TRUE,
    FAKE_OTHER_TIME_ZONE, "r-basic", "", FAKE_OTHER_TIME_ZONE },
  { "gone", FAKE_FAULT_GONE, 1, MUSTER_OUTCOME_REJECTED, 1, 1, FALSE, "Asia/Tokyo",
    "r-basic", "", "no such user" },
};

/* The ways in which a platform and a user may stand to each other. */
typedef struct
{
  guint    number;
  gboolean has_versions;
  gboolean has_bulk;
} Setting;

static void
assert_users (RunFixture *fixture, const Case *item, const Setting *setting)
{
  FakeUser *user = fake_platform_get_user (fixture->platform, setting->number);

  g_assert_cmpstr (muster_outcome_get_name (
                     run_fixture_get_outcome (fixture, setting->number)),
                   ==, muster_outcome_get_name (item->outcome));
  if (item->message != NULL)
    g_assert_nonnull (
      strstr (run_fixture_get_message (fixture, setting->number), item->message));
  else
    g_assert_null (run_fixture_get_message (fixture, setting->number));
  g_assert_true (fake_user_has (user, MUSTER_FIELD_TIME_ZONE, item->time_zone));
  g_assert_true (fake_user_has (user, MUSTER_FIELD_ROLES, item->roles));
  g_assert_true (fake_user_has (user, MUSTER_FIELD_COMPANY, item->company));
  g_assert_cmpuint (user->n_writes, >=, item->min_writes);
  g_assert_cmpuint (user->n_writes, <=, item->max_writes);
  g_assert_cmpuint (run_fixture_count (fixture, MUSTER_OUTCOME_CHANGED), ==,
                    item->outcome == MUSTER_OUTCOME_CHANGED ? N_USERS : N_USERS - 1);
}

static void
run_case (const Case *item, const Setting *setting)
{
  RunFixture fixture = { 0 };
  g_autoptr (GError) error = NULL;

  g_test_message ("user %u, versions %d, bulk %d", setting->number, setting->has_versions,
                  setting->has_bulk);
  run_fixture_set_up (&fixture, NULL);
  run_fixture_fill (&fixture, N_USERS);
  fixture.platform->capabilities->has_versions = setting->has_versions;
  if (!setting->has_bulk)
    g_array_remove_index (fixture.platform->capabilities->transports, 0);
  fake_user_set_fault (fake_platform_get_user (fixture.platform, setting->number),
                       item->fault, item->n_faults);
  run_fixture_wish (&fixture, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, OSLO);
  run_fixture_wish (&fixture, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "r-teacher");
  g_assert_true (run_fixture_run (&fixture, &error));
  g_assert_no_error (error);
  assert_users (&fixture, item, setting);
  g_assert_cmpint (run_fixture_read_state (&fixture), ==, MUSTER_BATCH_FINISHED);
  run_fixture_tear_down (&fixture, NULL);
}

static void
test_case (gconstpointer data)
{
  const Case *item = data;

  for (guint i = 0; i < 8; i++)
    {
      Setting setting = { .number = (i & 1) != 0 ? 1 : 4,
                          .has_versions = (i & 2) != 0,
                          .has_bulk = (i & 4) != 0 };

      if (setting.has_versions || !item->needs_versions)
        run_case (item, &setting);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/run-user/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
