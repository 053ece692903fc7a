/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "provider-parts.h"

#include <string.h>

#include "muster-scim-patch-writer.h"
#include "muster-scim-urns.h"

/* Quotes are written as ', P stands for our extension's URN, E for the enterprise one. */
static const struct
{
  const MusterScimDialect *dialect;
  const char              *operations;
  const char              *expected;
} cases[] = {
  { &own_dialect, "timeZone set Asia/Tokyo",
    "[{'op':'replace','value':{'timezone':'Asia/Tokyo'}}]" },
  { &own_dialect, "active set false", "[{'op':'replace','value':{'active':false}}]" },
  { &own_dialect, "active set true", "[{'op':'replace','value':{'active':true}}]" },
  { &own_dialect,
    "timeZone set Asia/Tokyo; company set c1; accountExecutive set u9; organization set "
    "o1",
    "[{'op':'replace','value':{'timezone':'Asia/Tokyo','P':{'company':{'value':'c1'},"
    "'accountExecutive':{'value':'u9'},'organization':{'value':'o1'}}}}]" },
  { &own_dialect, "company set c1",
    "[{'op':'replace','value':{'P':{'company':{'value':'c1'}}}}]" },
  { &own_dialect, "roles add r1; roles add r2; roles remove r3",
    "[{'op':'add','path':'roles','value':[{'value':'r1'},{'value':'r2'}]},"
    "{'op':'remove','path':'roles[value eq \\'r3\\']'}]" },
  { &own_dialect, "managedOrganizations add o1; managedOrganizations remove o2",
    "[{'op':'add','path':'P:managedOrganizations','value':[{'value':'o1'}]},"
    "{'op':'remove','path':'P:managedOrganizations[value eq \\'o2\\']'}]" },
  { &own_dialect,
    "flaggedFields add city; flaggedFields add state; flaggedFields remove "
    "country",
    "[{'op':'add','path':'P:flaggedFields','value':['city','state']},"
    "{'op':'remove','path':'P:flaggedFields[value eq \\'country\\']'}]" },
  { &own_dialect, "timeZone clear; company clear",
    "[{'op':'remove','path':'timezone'},{'op':'remove','path':'P:company'}]" },
  { &own_dialect, "timeZone set A\"B\\C",
    "[{'op':'replace','value':{'timezone':'A\\'B\\\\C'}}]" },
  /* Quoted twice: once in the filter, once in JSON. */
  { &own_dialect, "roles remove r\"1",
    "[{'op':'remove','path':'roles[value eq \\'r\\\\\\'1\\']'}]" },
  { &foreign_dialect, "organization set Org B; active set false",
    "[{'op':'replace','value':{'active':false,'E':{'organization':'Org B'}}}]" },
  { &foreign_dialect, "organization clear; roles add student",
    "[{'op':'add','path':'roles','value':[{'value':'student'}]},"
    "{'op':'remove','path':'E:organization'}]" },
};

static char *
expand (const char *text)
{
  g_autoptr (GString) whole = g_string_new (text);

  g_string_replace (whole, "'", "\"", 0);
  g_string_replace (whole, "\"P", "\"" MUSTER_SCIM_URN_PROFILE, 0);
  g_string_replace (whole, "\"E", "\"" MUSTER_SCIM_URN_ENTERPRISE, 0);
  return g_strdup (whole->str);
}

static void
test_print (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) operations = parse_operations (cases[i].operations);
      g_autoptr (GString) bare = g_string_new (NULL);
      g_autoptr (GString) whole = g_string_new (NULL);
      g_autofree char *expected = expand (cases[i].expected);
      g_autofree char *expected_whole
        = g_strdup_printf ("{\"schemas\":[\"%s\"],\"Operations\":%s}",
                           MUSTER_SCIM_URN_PATCH_OP, expected);

      muster_scim_patch_print (operations, cases[i].dialect, TRUE, bare);
      g_assert_cmpstr (bare->str, ==, expected);
      muster_scim_patch_print (operations, cases[i].dialect, FALSE, whole);
      g_assert_cmpstr (whole->str, ==, expected_whole);
      json_node_unref (parse_json (whole->str));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-provider/patch-writer/print", test_print);
  return g_test_run ();
}
