/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "provider-parts.h"

#include <string.h>

#include "muster-platform-error.h"
#include "muster-scim-urns.h"
#include "muster-scim-user-reader.h"

#define P "'" MUSTER_SCIM_URN_PROFILE "':"
#define E "'" MUSTER_SCIM_URN_ENTERPRISE "':"
#define HEAD "{'id':'u1','userName':'bob'"

static MusterUser *
read_user (const char              *text,
           const MusterScimDialect *dialect,
           MusterFields             fields,
           GError                 **error)
{
  static const MusterScimPlace list = { .member = "Resources" };
  MusterScimPlace              place = { .parent = &list, .index = 3 };
  g_autoptr (JsonNode) root = parse_json (text);

  return muster_scim_user_read (json_node_get_object (root), dialect, fields, &place,
                                error);
}

/* @expected: the values, joined; NULL: not known. */
static const struct
{
  const MusterScimDialect *dialect;
  MusterField              field;
  const char              *json;
  const char              *expected;
} values[] = {
  { &own_dialect, MUSTER_FIELD_TIME_ZONE, HEAD ",'timezone':'Asia/Tokyo'}",
    "Asia/Tokyo" },
  { &own_dialect, MUSTER_FIELD_TIME_ZONE, HEAD "}", "" },
  { &own_dialect, MUSTER_FIELD_TIME_ZONE, HEAD ",'timezone':null}", "" },
  { &own_dialect, MUSTER_FIELD_TIME_ZONE, HEAD ",'timezone':''}", "" },
  { &own_dialect, MUSTER_FIELD_ACTIVE, HEAD ",'active':true}", "true" },
  { &own_dialect, MUSTER_FIELD_ACTIVE, HEAD ",'active':false}", "false" },
  { &own_dialect, MUSTER_FIELD_ACTIVE, HEAD "}", NULL },
  { &own_dialect, MUSTER_FIELD_ROLES,
    HEAD ",'roles':[{'value':'r2','display':'Two'},{'value':'r1','new':[]},{}]}",
    "r1,Two" },
  { &own_dialect, MUSTER_FIELD_ROLES, HEAD ",'roles':[{'value':'r1'},{'value':'r1'}]}",
    "r1" },
  { &own_dialect, MUSTER_FIELD_ROLES, HEAD ",'roles':[]}", "" },
  { &own_dialect, MUSTER_FIELD_COMPANY,
    HEAD "," P "{'company':{'value':'c1','display':'Acme','$ref':'x'}}}", "Acme" },
  { &own_dialect, MUSTER_FIELD_COMPANY, HEAD "," P "{}}", "" },
  { &own_dialect, MUSTER_FIELD_COMPANY, HEAD "}", "" },
  { &own_dialect, MUSTER_FIELD_ACCOUNT_EXECUTIVE,
    HEAD "," P "{'accountExecutive':{'value':'u9'}}}", "u9" },
  { &own_dialect, MUSTER_FIELD_ORGANIZATION,
    HEAD "," P "{'organization':{'value':'o1','display':'North'}}}", "North" },
  { &own_dialect, MUSTER_FIELD_MANAGED_ORGANIZATIONS,
    HEAD "," P "{'managedOrganizations':[{'value':'o1'},{'value':'o2'}]}}", "o1,o2" },
  { &own_dialect, MUSTER_FIELD_FLAGGED_FIELDS,
    HEAD "," P "{'flaggedFields':['state','city']}}", "city,state" },
  { &foreign_dialect, MUSTER_FIELD_ORGANIZATION, HEAD "," E "{'organization':'Org B'}}",
    "Org B" },
  { &foreign_dialect, MUSTER_FIELD_ORGANIZATION, HEAD "}", "" },
  { &foreign_dialect, MUSTER_FIELD_COMPANY, HEAD "," P "{'company':{'value':'c1'}}}",
    NULL },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterUser) user
        = read_user (values[i].json, values[i].dialect, MUSTER_FIELDS_ALL, &error);
      g_autoptr (MusterUser) without = NULL;
      MusterValueSet  *found;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      found = muster_user_get_values (user, values[i].field);
      text = found != NULL ? muster_value_set_to_text (found, ",") : NULL;
      g_assert_cmpstr (text, ==, values[i].expected);
      without
        = read_user (values[i].json, values[i].dialect,
                     MUSTER_FIELDS_ALL & ~MUSTER_FIELDS_OF (values[i].field), &error);
      g_assert_null (muster_user_get_values (without, values[i].field));
    }
}

/* A wrong type is named with its path. */
static const struct
{
  const MusterScimDialect *dialect;
  const char              *json;
  const char              *words;
} bad[] = {
  { &own_dialect, "{}", "Resources[3].id is missing" },
  { &own_dialect, "{'id':'','userName':'bob'}", "Resources[3].id is missing" },
  { &own_dialect, "{'id':7,'userName':'bob'}", "Resources[3].id is not a string" },
  { &own_dialect, "{'id':'u1'}", "Resources[3].userName is missing" },
  { &own_dialect, "{'id':'u1','userName':['bob']}",
    "Resources[3].userName is not a string" },
  { &own_dialect, HEAD ",'active':'true'}", "Resources[3].active is neither" },
  { &own_dialect, HEAD ",'active':1}", "Resources[3].active is neither" },
  { &own_dialect, HEAD ",'timezone':3}", "Resources[3].timezone is not a string" },
  { &own_dialect, HEAD ",'roles':'r1'}", "Resources[3].roles is not a list" },
  { &own_dialect, HEAD ",'roles':{'value':'r1'}}", "Resources[3].roles is not a list" },
  { &own_dialect, HEAD ",'roles':['r1']}", "Resources[3].roles[0] is not an object" },
  { &own_dialect, HEAD ",'roles':[{},{'value':{}}]}",
    "Resources[3].roles[1].value is not a string" },
  { &own_dialect, HEAD "," P "[]}",
    "Resources[3]." MUSTER_SCIM_URN_PROFILE " is not an object" },
  { &own_dialect, HEAD "," P "{'company':'c1'}}",
    MUSTER_SCIM_URN_PROFILE ".company is not an object" },
  { &own_dialect, HEAD "," P "{'company':{'value':1}}}",
    MUSTER_SCIM_URN_PROFILE ".company.value is not a string" },
  { &own_dialect, HEAD "," P "{'flaggedFields':[1]}}",
    MUSTER_SCIM_URN_PROFILE ".flaggedFields[0] is not a string" },
  { &foreign_dialect, HEAD "," E "{'organization':{'value':'o1'}}}",
    MUSTER_SCIM_URN_ENTERPRISE ".organization is not a string" },
  { &own_dialect, HEAD ",'meta':[]}", "Resources[3].meta is not an object" },
  { &own_dialect, HEAD ",'meta':{'version':3}}",
    "Resources[3].meta.version is not a string" },
  { &own_dialect, HEAD ",'name':'Bob'}", "Resources[3].name is not an object" },
  { &own_dialect, HEAD ",'name':{'givenName':[]}}",
    "Resources[3].name.givenName is not a string" },
  { &own_dialect, HEAD ",'emails':['a@b']}", "Resources[3].emails[0] is not an object" },
  { &own_dialect, HEAD ",'emails':[{'value':1}]}", "value is not a string" },
  { &own_dialect, HEAD ",'emails':[{'value':'a@b','primary':'true'}]}",
    "Resources[3].emails[0].primary is neither" },
  { &own_dialect, HEAD ",'displayName':false}",
    "Resources[3].displayName is not a string" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].json);
      g_assert_null (read_user (bad[i].json, bad[i].dialect, MUSTER_FIELDS_ALL, &error));
      g_assert_error (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_BAD_REPLY);
      g_assert_nonnull (strstr (error->message, bad[i].words));
    }
}

static void
test_profile (void)
{
  static const char text[]
    = HEAD ",'displayName':'Bob B','title':'Boss','timezone':'Asia/Tokyo',"
           "'name':{'givenName':'Bob','familyName':'Brown'},"
           "'emails':[{'value':'x@example.org'},{'value':'b@example.org','primary':true},"
           "{'value':'z@example.org'}],"
           "'phoneNumbers':[{'type':'mobile','value':'2'},{'type':'work','value':'1'}],"
           "'addresses':[{'type':'home','locality':'Elsewhere'},{'type':'work',"
           "'streetAddress':'Line 1\\nLine 2','locality':'Town','region':'State',"
           "'postalCode':'12','country':'DE'}],"
           "'meta':{'version':'W/\\'1\\'','created':'2020-01-01T00:00:00Z'}}";
  static const char *const expected[] = {
    [MUSTER_PROFILE_FIELD_GIVEN_NAME] = "Bob",
    [MUSTER_PROFILE_FIELD_FAMILY_NAME] = "Brown",
    [MUSTER_PROFILE_FIELD_JOB_TITLE] = "Boss",
    [MUSTER_PROFILE_FIELD_PRIMARY_PHONE] = "1",
    [MUSTER_PROFILE_FIELD_SECONDARY_PHONE] = "2",
    [MUSTER_PROFILE_FIELD_ADDRESS] = "Line 1",
    [MUSTER_PROFILE_FIELD_ADDRESS2] = "Line 2",
    [MUSTER_PROFILE_FIELD_CITY] = "Town",
    [MUSTER_PROFILE_FIELD_STATE] = "State",
    [MUSTER_PROFILE_FIELD_ZIP_CODE] = "12",
    [MUSTER_PROFILE_FIELD_COUNTRY] = "DE",
    [MUSTER_PROFILE_FIELD_TIME_ZONE] = "Asia/Tokyo",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterUser) user = read_user (text, &own_dialect, MUSTER_FIELDS_ALL, &error);
  g_autoptr (MusterUser) unversioned = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (muster_user_get_display_name (user), ==, "Bob B");
  g_assert_cmpstr (muster_user_get_email (user), ==, "b@example.org");
  g_assert_cmpstr (muster_user_get_version (user), ==, "W/\"1\"");
  g_assert_cmpstr (muster_user_get_created (user), ==, "2020-01-01T00:00:00Z");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (muster_user_get_profile_text (user, i), ==, expected[i]);
  unversioned = read_user (text, &foreign_dialect, MUSTER_FIELDS_ALL, &error);
  g_assert_null (muster_user_get_version (unversioned));
}

static void
test_display_name (void)
{
  static const struct
  {
    const char *json;
    const char *expected;
  } cases[] = {
    { HEAD "}", "bob" },
    { HEAD ",'displayName':''}", "bob" },
    { HEAD ",'name':{}}", "bob" },
    { HEAD ",'name':{'familyName':'Brown'}}", "Brown" },
    { HEAD ",'name':{'familyName':'Brown','givenName':'Bob'}}", "Bob Brown" },
    { HEAD ",'name':{'familyName':'Brown','formatted':'Brown, B.'}}", "Brown, B." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterUser) user = read_user (cases[i].json, &own_dialect, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (muster_user_get_display_name (user), ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-provider/user-reader/values", test_values);
  g_test_add_func ("/scim-provider/user-reader/bad", test_bad);
  g_test_add_func ("/scim-provider/user-reader/profile", test_profile);
  g_test_add_func ("/scim-provider/user-reader/display-name", test_display_name);
  return g_test_run ();
}
