/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "provider-parts.h"

#include <string.h>

#include "muster-json-guard.h"
#include "muster-scim-put-writer.h"
#include "muster-scim-urns.h"

/* Quotes are written as ', E stands for the enterprise extension's URN, in quotes too. */
static const struct
{
  const char *user;
  const char *operations;
  const char *expected;
} cases[] = {
  { "{'id':'1','timezone':'Europe/Paris'}", "timeZone set Asia/Tokyo",
    "{'id':'1','timezone':'Asia/Tokyo'}" },
  { "{'id':'1'}", "timeZone set Asia/Tokyo", "{'id':'1','timezone':'Asia/Tokyo'}" },
  { "{'id':'1','TimeZone':'Europe/Paris','active':true}", "timeZone clear",
    "{'id':'1','active':true}" },
  { "{'id':'1','active':true}", "active set false", "{'id':'1','active':false}" },
  /* To the letter: numbers, escapes, blanks and what is null. */
  { " { 'id' : '1' , 'x':1.50e+3, 'big':12345678901234567890.0,'u':'\\u00e9\\/', 'n' : "
    "null , 'o':{'a' : [1, {'b':']}\\\\'}] } } ",
    "active set true",
    "{'id':'1','x':1.50e+3,'big':12345678901234567890.0,'u':'\\u00e9\\/','n':null,"
    "'o':{'a' : [1, {'b':']}\\\\'}] },'active':true}" },
  { "{'id':'1','meta':{'version':'3'},'groups':[{'value':'g'}],'x':1}", "active set true",
    "{'id':'1','x':1,'active':true}" },
  { "{'id':'1','roles':[{'value':'a','type':'t', 'primary':true},{'value':'b'}]}",
    "roles add c; roles remove b",
    "{'id':'1','roles':[{'value':'a','type':'t', 'primary':true},{'value':'c'}]}" },
  { "{'id':'1','roles':['a','b']}", "roles remove a", "{'id':'1','roles':['b']}" },
  { "{'id':'1','roles':[{'value':'\\u0061'}]}", "roles remove a",
    "{'id':'1','roles':[]}" },
  { "{'id':'1','roles':null}", "roles add a", "{'id':'1','roles':[{'value':'a'}]}" },
  { "{'id':'1'}", "roles add a", "{'id':'1','roles':[{'value':'a'}]}" },
  { "{'id':'1',E:{'organization':'A','department':'D'}}", "organization set B",
    "{'schemas':[E],'id':'1',E:{'department':'D','organization':'B'}}" },
  { "{'schemas':['u'],'id':'1'}", "organization set B",
    "{'schemas':['u',E],'id':'1',E:{'organization':'B'}}" },
  { "{'schemas':['u',E],'id':'1',E:{ 'department':'D' }}", "active set true",
    "{'schemas':['u',E],'id':'1','active':true,E:{ 'department':'D' }}" },
  { "{'id':'1',E:{'organization':'A'}}", "organization clear", "{'id':'1',E:{}}" },
  { "{'id':'1'}", "organization clear", "{'id':'1'}" },
};

static char *
expand (const char *text)
{
  g_autoptr (GString) whole = g_string_new (text);

  g_string_replace (whole, "E:", "\"" MUSTER_SCIM_URN_ENTERPRISE "\":", 0);
  g_string_replace (whole, "E]", "\"" MUSTER_SCIM_URN_ENTERPRISE "\"]", 0);
  g_string_replace (whole, "'", "\"", 0);
  return g_strdup (whole->str);
}

static void
test_print (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) operations = parse_operations (cases[i].operations);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *user = expand (cases[i].user);
      g_autofree char *expected = expand (cases[i].expected);

      muster_json_check (user, strlen (user), &error);
      g_assert_no_error (error);
      muster_scim_put_print (user, strlen (user), operations, &foreign_dialect, out);
      g_assert_cmpstr (out->str, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-provider/put-writer/print", test_print);
  return g_test_run ();
}
