/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-user-summary.h"

static void
set_values (MusterUser *user, MusterField field, const char *ids)
{
  g_auto (GStrv) texts = g_strsplit (ids, " ", -1);
  g_autoptr (MusterValueSet) values
    = muster_value_set_ref (muster_value_set_get_empty ());

  for (guint i = 0; texts[i] != NULL && *texts[i] != '\0'; i++)
    {
      g_autoptr (MusterReference) value = muster_reference_new (texts[i], texts[i]);
      MusterValueSet *more = muster_value_set_with (values, value);

      muster_value_set_unref (values);
      values = more;
    }
  muster_user_set_values (user, field, values);
}

static void
add_user (GPtrArray *users, const char *company, const char *roles, const char *city)
{
  g_autofree char *id = g_strdup_printf ("u%u", users->len);
  MusterUser      *user = muster_user_new (id, id);

  set_values (user, MUSTER_FIELD_COMPANY, company);
  set_values (user, MUSTER_FIELD_ROLES, roles);
  muster_user_set_profile_text (user, MUSTER_PROFILE_FIELD_CITY, city);
  g_ptr_array_add (users, user);
}

static void
assert_value (const MusterFieldSummary *summary,
              guint                     position,
              const char               *id,
              guint                     n_users)
{
  MusterValueCount *count = &g_array_index (summary->values, MusterValueCount, position);

  g_assert_cmpstr (muster_reference_get_id (count->value), ==, id);
  g_assert_cmpuint (count->n_users, ==, n_users);
}

static void
test_counts (void)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MusterUserSummary) summary = NULL;
  const MusterFieldSummary *companies;
  const MusterFieldSummary *roles;

  add_user (users, "acme", "basic", "Oslo");
  add_user (users, "zeta", "basic teacher", "");
  add_user (users, "zeta", "", NULL);
  add_user (users, "", "teacher basic", "Oslo");
  summary = muster_user_summary_new (users);
  g_assert_cmpuint (muster_user_summary_get_n_users (summary), ==, 4);

  companies = muster_user_summary_get_field (summary, MUSTER_FIELD_COMPANY);
  g_assert_cmpuint (companies->values->len, ==, 2);
  assert_value (companies, 0, "zeta", 2);
  assert_value (companies, 1, "acme", 1);
  g_assert_cmpuint (companies->n_empty, ==, 1);
  g_assert_cmpuint (companies->n_unknown, ==, 0);

  roles = muster_user_summary_get_field (summary, MUSTER_FIELD_ROLES);
  assert_value (roles, 0, "basic", 3);
  assert_value (roles, 1, "teacher", 2);
  g_assert_cmpuint (roles->n_empty, ==, 1);
  g_assert_cmpuint (muster_user_summary_count (summary, MUSTER_FIELD_ROLES, "teacher"),
                    ==, 2);
  g_assert_cmpuint (muster_user_summary_count (summary, MUSTER_FIELD_ROLES, "none"), ==,
                    0);
  g_assert_cmpuint (muster_user_summary_get_n_blank (summary, MUSTER_PROFILE_FIELD_CITY),
                    ==, 2);
  g_assert_cmpuint (muster_user_summary_get_field (summary, MUSTER_FIELD_ACTIVE)
                      ->n_unknown,
                    ==, 4);
}

static void
test_nobody (void)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new ();
  g_autoptr (MusterUserSummary) summary = muster_user_summary_new (users);

  g_assert_cmpuint (muster_user_summary_get_n_users (summary), ==, 0);
  g_assert_cmpuint (muster_user_summary_get_field (summary, MUSTER_FIELD_COMPANY)
                      ->values->len,
                    ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/user-summary/counts", test_counts);
  g_test_add_func ("/user-summary/nobody", test_nobody);
  return g_test_run ();
}
