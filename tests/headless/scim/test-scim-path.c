/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-patch-path.h"
#include "muster-scim-profile.h"
#include "muster-scim-urns.h"

static const struct
{
  const char *text;
  const char *urn;
  const char *attribute;
  const char *sub_attribute;
} good[] = {
  { "userName", NULL, "userName", NULL },
  { "name.familyName", NULL, "name", "familyName" },
  { MUSTER_SCIM_URN_USER ":name.familyName", MUSTER_SCIM_URN_USER, "name", "familyName" },
  { MUSTER_SCIM_URN_PROFILE ":company.value", MUSTER_SCIM_URN_PROFILE, "company",
    "value" },
  { "manager.$ref", NULL, "manager", "$ref" },
};

static void
test_attribute_paths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (MusterScimPath) path = muster_scim_path_parse (good[i].text, NULL);
      g_autoptr (GString) printed = g_string_new (NULL);

      g_assert_nonnull (path);
      g_assert_cmpstr (path->urn, ==, good[i].urn);
      g_assert_cmpstr (path->attribute, ==, good[i].attribute);
      g_assert_cmpstr (path->sub_attribute, ==, good[i].sub_attribute);
      muster_scim_path_print (path, printed);
      g_assert_cmpstr (printed->str, ==, good[i].text);
    }
}

static void
test_bad_attribute_paths (void)
{
  static const char *const bad[] = {
    "", ".", "a.", ".a", "a.b.c", "1a", "a b", "urn:", "urn::a", "x:a", "urn:x:a b", "ü",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (muster_scim_path_parse (bad[i], &error));
      g_assert_error (error, MUSTER_SCIM_ERROR, MUSTER_SCIM_ERROR_INVALID_PATH);
    }
}

static void
test_a_path_may_name_a_schema (void)
{
  g_autoptr (MusterScimPath) path
    = muster_scim_path_parse ("URN:ietf:params:scim:schemas:core:2.0:user", NULL);

  g_assert_true (muster_scim_path_names (path, MUSTER_SCIM_URN_USER));
  g_assert_false (muster_scim_path_names (path, MUSTER_SCIM_URN_ENTERPRISE));
}

/* RFC 7644 §3.5.2, the paths of its examples. */
static void
test_patch_paths (void)
{
  g_autoptr (MusterScimPatchPath) plain = muster_scim_patch_path_parse ("members", NULL);
  g_autoptr (MusterScimPatchPath) value
    = muster_scim_patch_path_parse ("addresses[type eq \"work\"]", NULL);
  g_autoptr (MusterScimPatchPath) sub
    = muster_scim_patch_path_parse ("addresses[type eq \"work\"].streetAddress", NULL);

  g_assert_cmpstr (plain->path->attribute, ==, "members");
  g_assert_null (plain->value_filter);
  g_assert_nonnull (value->value_filter);
  g_assert_null (value->sub_attribute);
  g_assert_cmpstr (sub->path->attribute, ==, "addresses");
  g_assert_cmpint (sub->value_filter->type, ==, MUSTER_SCIM_FILTER_COMPARE);
  g_assert_cmpstr (sub->sub_attribute, ==, "streetAddress");
}

static void
test_bad_patch_paths (void)
{
  static const char *const bad[] = {
    "",         "emails[",     "emails[]",  "emails[type eq \"work\"",
    "a[b pr].", "a[b pr].c.d", "a[b pr] c", "a[b[c pr]]",
    "a[b pr]x", "a[b eq]",     "[b pr]",    "a b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (muster_scim_patch_path_parse (bad[i], &error));
      g_assert_error (error, MUSTER_SCIM_ERROR, MUSTER_SCIM_ERROR_INVALID_PATH);
    }
}

static void
test_every_field_has_a_path (void)
{
  for (guint i = 0; i < MUSTER_N_FIELDS; i++)
    {
      g_autoptr (MusterScimPath) path
        = muster_scim_path_parse (muster_scim_field_get_path (i), NULL);

      g_assert_nonnull (path);
    }
  for (guint i = 0; i < MUSTER_N_PROFILE_FIELDS; i++)
    {
      g_autoptr (MusterScimPatchPath) path
        = muster_scim_patch_path_parse (muster_scim_profile_field_get_path (i), NULL);

      g_assert_nonnull (path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-path/attribute-paths", test_attribute_paths);
  g_test_add_func ("/scim-path/bad-attribute-paths", test_bad_attribute_paths);
  g_test_add_func ("/scim-path/a-path-may-name-a-schema", test_a_path_may_name_a_schema);
  g_test_add_func ("/scim-path/patch-paths", test_patch_paths);
  g_test_add_func ("/scim-path/bad-patch-paths", test_bad_patch_paths);
  g_test_add_func ("/scim-path/every-field-has-a-path", test_every_field_has_a_path);
  return g_test_run ();
}
