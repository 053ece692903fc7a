/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-json-members.h"

#include <string.h>

#include "muster-json-guard.h"

static const struct
{
  const char *text;
  const char *members; /* name=value, a line each */
} cases[] = {
  { "{}", "" },
  { " { } ", "" },
  { "{\"a\":1}", "a=1\n" },
  { "{ \"a\" : 1 , \"b\":true}", "a=1\nb=true\n" },
  { "{\"\":\"\",\"x\":null}", "=\"\"\nx=null\n" },
  { "{\"a\":{\"b\":[1,{}]},\"c\":[[],\"]}\"]}", "a={\"b\":[1,{}]}\nc=[[],\"]}\"]\n" },
  { "{\"q\\\"}\":\"\\\\\",\"r\":\"a\\\"},b\"}", "q\\\"}=\"\\\\\"\nr=\"a\\\"},b\"\n" },
  { "{\"a\":-1.5e3,\"b\":[ ] }", "a=-1.5e3\nb=[ ]\n" },
};

static void
test_walks_through_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      MusterJsonMembers members;
      const char       *name, *value;
      gsize             name_length, value_length;

      g_test_message ("%s", cases[i].text);
      g_assert_true (muster_json_check (cases[i].text, strlen (cases[i].text), NULL));
      g_assert_true (muster_json_members_init (&members, cases[i].text));
      while (
        muster_json_members_next (&members, &name, &name_length, &value, &value_length))
        g_string_append_printf (found, "%.*s=%.*s\n", (int) name_length, name,
                                (int) value_length, value);
      g_assert_cmpstr (found->str, ==, cases[i].members);
    }
}

static void
test_only_objects_have_members (void)
{
  MusterJsonMembers members;

  g_assert_false (muster_json_members_init (&members, "[1]"));
  g_assert_false (muster_json_members_init (&members, " \"{\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-members/walks-through-all", test_walks_through_all);
  g_test_add_func ("/json-members/only-objects-have-members",
                   test_only_objects_have_members);
  return g_test_run ();
}
