/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-now-text.h"

typedef struct
{
  const char *companies; /* one for each user, "-" for none, "?" for not known */
  const char *text;
} CompanyCase;

static const CompanyCase company_cases[] = {
  { "", "" },
  { "-", "No company" },
  { "- -", "No company" },
  { "Kestrel", "Kestrel" },
  { "Kestrel Kestrel", "Kestrel" },
  { "Kestrel -", "\u2068Kestrel\u2069, 1 without" },
  { "Kestrel - -", "\u2068Kestrel\u2069, 2 without" },
  { "Kestrel Meridian", "2 different companies" },
  { "Kestrel Meridian -", "2 different, 1 without" },
  { "Kestrel ?", "Not known of 1 user" },
  { "? ?", "Not known of 2 users" },
  { "<b>x</b>\033", "<b>x</b>\uFFFD" },
};

static const struct
{
  const char *states;
  const char *now;
  const char *disabling;
  const char *enabling;
} active_cases[] = {
  { "", "", "", "" },
  { "true", "Active", "1 will not be able to sign in", "Active already" },
  { "true true", "All active", "2 will not be able to sign in", "Active already" },
  { "false", "Disabled", "Disabled already", "1 will be able to sign in again" },
  { "false false", "All disabled", "Disabled already",
    "2 will be able to sign in again" },
  { "true false true", "2 active, 1 disabled", "2 will not be able to sign in",
    "1 will be able to sign in again" },
};

static MusterUser *
make_user (MusterField field, const char *word)
{
  MusterUser *user = muster_user_new ("id", "name");
  g_autoptr (MusterReference) value = muster_reference_new (word, NULL);
  g_autoptr (MusterValueSet) values = muster_value_set_new_single (value);

  if (g_str_equal (word, "-"))
    muster_user_set_values (user, field, muster_value_set_get_empty ());
  else if (!g_str_equal (word, "?"))
    muster_user_set_values (user, field, values);
  return user;
}

/* @words: one for each user. */
static MusterUserSummary *
sum_up (MusterField field, const char *words)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (users, make_user (field, parts[i]));
  return muster_user_summary_new (users);
}

static void
test_company (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (company_cases); i++)
    {
      g_autoptr (MusterUserSummary) summary
        = sum_up (MUSTER_FIELD_COMPANY, company_cases[i].companies);
      g_autofree char *text = muster_now_text_describe (summary, MUSTER_FIELD_COMPANY);

      g_assert_cmpstr (text, ==, company_cases[i].text);
    }
}

static void
test_every_field (void)
{
  static const char *const none[]
    = { "No company", "No account executive", "No organization", "No time zone" };
  static const char *const two[]
    = { "2 different companies", "2 different account executives",
        "2 different organizations", "2 different time zones" };

  for (MusterField field = 0; field <= MUSTER_FIELD_TIME_ZONE; field++)
    {
      g_autoptr (MusterUserSummary) nothing = sum_up (field, "-");
      g_autoptr (MusterUserSummary) both = sum_up (field, "a b");
      g_autofree char *nothing_text = muster_now_text_describe (nothing, field);
      g_autofree char *both_text = muster_now_text_describe (both, field);

      g_assert_cmpstr (nothing_text, ==, none[field]);
      g_assert_cmpstr (both_text, ==, two[field]);
    }
}

static void
test_active (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (active_cases); i++)
    {
      g_autoptr (MusterUserSummary) summary
        = sum_up (MUSTER_FIELD_ACTIVE, active_cases[i].states);
      g_autofree char *now = muster_now_text_describe (summary, MUSTER_FIELD_ACTIVE);
      g_autofree char *disabling = muster_now_text_describe_active (summary, FALSE);
      g_autofree char *enabling = muster_now_text_describe_active (summary, TRUE);

      g_assert_cmpstr (now, ==, active_cases[i].now);
      g_assert_cmpstr (disabling, ==, active_cases[i].disabling);
      g_assert_cmpstr (enabling, ==, active_cases[i].enabling);
    }
}

static void
test_not_yet (void)
{
  g_autofree char *now = muster_now_text_describe (NULL, MUSTER_FIELD_COMPANY);
  g_autofree char *blank
    = muster_now_text_describe_blank (NULL, MUSTER_PROFILE_FIELD_CITY);
  g_autofree char *disabling = muster_now_text_describe_active (NULL, FALSE);

  g_assert_cmpstr (now, ==, "…");
  g_assert_cmpstr (blank, ==, "");
  g_assert_cmpstr (disabling, ==, "");
}

static void
test_blank (void)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MusterUserSummary) summary = NULL;
  g_autofree char *city = NULL;
  g_autofree char *state = NULL;

  g_ptr_array_add (users, muster_user_new ("1", "one"));
  g_ptr_array_add (users, muster_user_new ("2", "two"));
  muster_user_set_profile_text (users->pdata[0], MUSTER_PROFILE_FIELD_CITY, "Oslo");
  muster_user_set_profile_text (users->pdata[0], MUSTER_PROFILE_FIELD_STATE, "x");
  muster_user_set_profile_text (users->pdata[1], MUSTER_PROFILE_FIELD_STATE, "y");
  summary = muster_user_summary_new (users);
  city = muster_now_text_describe_blank (summary, MUSTER_PROFILE_FIELD_CITY);
  state = muster_now_text_describe_blank (summary, MUSTER_PROFILE_FIELD_STATE);
  g_assert_cmpstr (city, ==, "1 empty");
  g_assert_cmpstr (state, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/now-text/company", test_company);
  g_test_add_func ("/now-text/every-field", test_every_field);
  g_test_add_func ("/now-text/active", test_active);
  g_test_add_func ("/now-text/not-yet", test_not_yet);
  g_test_add_func ("/now-text/blank", test_blank);
  return g_test_run ();
}
