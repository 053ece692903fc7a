/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-name-resolver.h"

#include <string.h>

#include "await.h"
#include "fake-platform.h"
#include "muster-company.h"
#include "muster-role.h"

static const char *const nothing[] = { NULL };

static MusterReference *
resolve (FakePlatform *platform, MusterField field, const char *name, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_name_resolver_resolve_async (MUSTER_PLATFORM (platform), field, name, NULL,
                                      await_cb, &slot);
  result = await_result (&slot);
  return muster_name_resolver_resolve_finish (result, error);
}

static FakePlatform *
create_platform (void)
{
  FakePlatform *platform = fake_platform_new (3);
  GPtrArray    *roles = platform->resources[MUSTER_RESOURCE_KIND_ROLE];
  GPtrArray    *companies = platform->resources[MUSTER_RESOURCE_KIND_COMPANY];

  g_ptr_array_add (roles, muster_role_new ("r-case", "basic user", FALSE, nothing));
  g_ptr_array_add (companies, muster_company_new ("c3", "Twin"));
  g_ptr_array_add (companies, muster_company_new ("c4", "Twin"));
  g_ptr_array_add (companies, muster_company_new ("c5", "Ærø Færge"));
  g_ptr_array_add (companies, muster_company_new ("c6", "c1"));
  return platform;
}

static const struct
{
  MusterField field;
  const char *name;
  const char *id; /* (nullable): NULL fails */
  const char *words;
} cases[] = {
  { MUSTER_FIELD_ROLES, "Site Administrator", "r-admin", NULL },
  { MUSTER_FIELD_ROLES, "site administrator", "r-admin", NULL },
  { MUSTER_FIELD_ROLES, "r-teacher", "r-teacher", NULL },
  { MUSTER_FIELD_ROLES, "Basic User", "r-basic", NULL },
  { MUSTER_FIELD_ROLES, "basic user", "r-case", NULL },
  { MUSTER_FIELD_ROLES, "BASIC USER", NULL, "“Basic User” (r-basic)" },
  { MUSTER_FIELD_ROLES, "Admin", NULL, "“Site Administrator” (r-admin)" },
  { MUSTER_FIELD_ROLES, "Wizard", NULL, "no role named “Wizard”" },
  { MUSTER_FIELD_COMPANY, "Acme", "c1", NULL },
  { MUSTER_FIELD_COMPANY, "ærø FÆRGE", "c5", NULL },
  { MUSTER_FIELD_COMPANY, "Twin", NULL, "“Twin” (c3), “Twin” (c4)" },
  { MUSTER_FIELD_COMPANY, "c1", NULL, "“Acme” (c1), “c1” (c6)" },
  { MUSTER_FIELD_COMPANY, "c6", "c6", NULL },
  { MUSTER_FIELD_COMPANY, "", NULL, "" },
  { MUSTER_FIELD_ORGANIZATION, "Branch", "o2", NULL },
  { MUSTER_FIELD_MANAGED_ORGANIZATIONS, "o1", "o1", NULL },
  { MUSTER_FIELD_ACCOUNT_EXECUTIVE, "user-0002", "u0002", NULL },
  { MUSTER_FIELD_ACCOUNT_EXECUTIVE, "u0003", "u0003", NULL },
  { MUSTER_FIELD_ACCOUNT_EXECUTIVE, "user-0001@example.org", "u0001", NULL },
  { MUSTER_FIELD_ACCOUNT_EXECUTIVE, "user-9", NULL, "identifier: user-9." },
  { MUSTER_FIELD_ACCOUNT_EXECUTIVE, "ser-0002", NULL,
    "“ser-0002” could mean user-0002 (u0002)." },
  { MUSTER_FIELD_TIME_ZONE, "Europe/Oslo", "Europe/Oslo", NULL },
  { MUSTER_FIELD_TIME_ZONE, "UTC", "UTC", NULL },
  { MUSTER_FIELD_TIME_ZONE, "US/Eastern", "US/Eastern", NULL },
  { MUSTER_FIELD_TIME_ZONE, "GMT", "GMT", NULL },
  { MUSTER_FIELD_TIME_ZONE, "europe/oslo", "Europe/Oslo", NULL },
  { MUSTER_FIELD_TIME_ZONE, "posix/Europe/Oslo", NULL, "no time zone" },
  { MUSTER_FIELD_TIME_ZONE, "right/UTC", NULL, "no time zone" },
  { MUSTER_FIELD_TIME_ZONE, "zone.tab", NULL, "no time zone" },
  { MUSTER_FIELD_TIME_ZONE, "Europe", NULL, "no time zone" },
  { MUSTER_FIELD_TIME_ZONE, "Mars/Olympus", NULL, "no time zone" },
  { MUSTER_FIELD_TIME_ZONE, "+02:00", NULL, "no time zone" },
  { MUSTER_FIELD_TIME_ZONE, "../../etc/passwd", NULL, "no time zone" },
  { MUSTER_FIELD_TIME_ZONE, "/etc/localtime", NULL, "no time zone" },
  { MUSTER_FIELD_TIME_ZONE, "", NULL, "no time zone" },
  { MUSTER_FIELD_FLAGGED_FIELDS, "city", "city", NULL },
  { MUSTER_FIELD_FLAGGED_FIELDS, "userName", NULL, "zipCode" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FakePlatform) platform = create_platform ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterReference) value = NULL;

      g_test_message ("%s %s", muster_field_get_name (cases[i].field), cases[i].name);
      value = resolve (platform, cases[i].field, cases[i].name, &error);
      g_assert_cmpuint (platform->n_write_calls, ==, 0);
      if (cases[i].id != NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (muster_reference_get_id (value), ==, cases[i].id);
          continue;
        }
      g_assert_null (value);
      g_assert_error (error, MUSTER_BATCH_ERROR, MUSTER_BATCH_ERROR_NAME);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_a_long_list (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (0);
  GPtrArray *companies = platform->resources[MUSTER_RESOURCE_KIND_COMPANY];
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (MusterReference) by_name = NULL;
  g_autoptr (MusterReference) by_id = NULL;

  for (guint i = 0; i < 950; i++)
    {
      g_autofree char *id = g_strdup_printf ("long-%u", i);
      g_autofree char *name = g_strdup_printf ("Company %u", i);

      g_ptr_array_add (companies, muster_company_new (id, name));
    }
  by_name = resolve (platform, MUSTER_FIELD_COMPANY, "Company 949", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (muster_reference_get_id (by_name), ==, "long-949");
  by_id = resolve (platform, MUSTER_FIELD_COMPANY, "long-949", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (muster_reference_get_id (by_id), ==, "long-949");
  g_assert_null (resolve (platform, MUSTER_FIELD_COMPANY, "Compan", &missing));
  g_assert_nonnull (strstr (missing->message, "more"));
  g_assert_cmpuint (strlen (missing->message), <, 1000);
}

static void
test_a_platform_that_fails (void)
{
  g_autoptr (FakePlatform) platform = create_platform ();
  g_autoptr (GError) error = NULL;

  fake_platform_fail_find (platform, MUSTER_PLATFORM_ERROR_PERMISSION);
  g_assert_null (resolve (platform, MUSTER_FIELD_ROLES, "Teacher", &error));
  g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_PERMISSION);
}

/* Where there is no list to look them up in, names stand for themselves. */
static void
test_a_platform_without_lists (void)
{
  g_autoptr (FakePlatform) platform = create_platform ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterReference) value = NULL;

  fake_platform_fail_find (platform, MUSTER_PLATFORM_ERROR_NOT_OFFERED);
  value = resolve (platform, MUSTER_FIELD_ROLES, "Wizard", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (muster_reference_get_id (value), ==, "Wizard");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-resolver/names", test_names);
  g_test_add_func ("/name-resolver/a-long-list", test_a_long_list);
  g_test_add_func ("/name-resolver/a-platform-that-fails", test_a_platform_that_fails);
  g_test_add_func ("/name-resolver/a-platform-without-lists",
                   test_a_platform_without_lists);
  return g_test_run ();
}
