/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* Names that journals, reports and scripts hold: they never change. */

#include "muster-field.h"
#include "muster-operation.h"
#include "muster-outcome.h"
#include "muster-profile-field.h"

static const char *const field_names[]
  = { "company", "accountExecutive",     "organization",  "timeZone",
      "roles",   "managedOrganizations", "flaggedFields", "active" };

static const char *const outcome_names[]
  = { "pending",       "changed",  "alreadySo", "conflict", "rejected",
      "partlyChanged", "notTaken", "unknown",   "notSent" };

static const char *const profile_field_names[] = {
  "givenName", "familyName", "jobTitle", "primaryPhone", "secondaryPhone", "address",
  "address2",  "city",       "state",    "zipCode",      "country",        "timeZone"
};

static void
test_fields (void)
{
  MusterField field;

  G_STATIC_ASSERT (G_N_ELEMENTS (field_names) == MUSTER_N_FIELDS);
  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    {
      g_assert_cmpstr (muster_field_get_name (i), ==, field_names[i]);
      g_assert_true (muster_field_from_name (field_names[i], &field));
      g_assert_cmpint (field, ==, i);
    }
  g_assert_false (muster_field_from_name ("TimeZone", &field));
  g_assert_false (muster_field_from_name ("", &field));
}

static void
test_outcomes (void)
{
  MusterOutcome outcome;

  G_STATIC_ASSERT (G_N_ELEMENTS (outcome_names) == MUSTER_N_OUTCOMES);
  for (guint i = 0; i < MUSTER_N_OUTCOMES; i++)
    {
      g_assert_cmpstr (muster_outcome_get_name (i), ==, outcome_names[i]);
      g_assert_true (muster_outcome_from_name (outcome_names[i], &outcome));
      g_assert_cmpint (outcome, ==, i);
    }
  g_assert_false (muster_outcome_from_name ("done", &outcome));
}

static void
test_profile_fields (void)
{
  MusterProfileField field;

  G_STATIC_ASSERT (G_N_ELEMENTS (profile_field_names) == MUSTER_N_PROFILE_FIELDS);
  for (guint i = 0; i < MUSTER_N_PROFILE_FIELDS; i++)
    {
      g_assert_cmpstr (muster_profile_field_get_name (i), ==, profile_field_names[i]);
      g_assert_true (muster_profile_field_from_name (profile_field_names[i], &field));
      g_assert_cmpint (field, ==, i);
    }
  g_assert_false (muster_profile_field_from_name ("userName", &field));
}

static void
test_verbs (void)
{
  static const char *const names[] = { "set", "clear", "add", "remove" };
  MusterVerb               verb;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (muster_verb_get_name (i), ==, names[i]);
      g_assert_true (muster_verb_from_name (names[i], &verb));
      g_assert_cmpint (verb, ==, i);
    }
  g_assert_false (muster_verb_from_name (NULL, &verb));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/fields", test_fields);
  g_test_add_func ("/names/outcomes", test_outcomes);
  g_test_add_func ("/names/profile-fields", test_profile_fields);
  g_test_add_func ("/names/verbs", test_verbs);
  return g_test_run ();
}
