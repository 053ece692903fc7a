/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-json-guard.h"

#include <string.h>

static const char *const good[] = {
  "{}",
  "[]",
  "null",
  " true ",
  "-0",
  "1e5",
  "0.5E-2",
  "\"\"",
  "\"é\"",
  "[1,2,3]",
  "{\"a\":{\"b\":[{}]}}",
  "\"\\ud83d\\ude00\\n\\/\"",
  "\r\n\t{ \"a\" : [ ] , \"b\" : null }\n",
};

static const char *const bad[] = {
  "",
  " ",
  "{",
  "}",
  "[1,]",
  "{\"a\":1,}",
  "{a:1}",
  "{'a':1}",
  "[1 2]",
  "01",
  "1.",
  ".5",
  "+1",
  "1e",
  "tru",
  "truefalse",
  "NaN",
  "\"\\x\"",
  "\"\\u12\"",
  "\"a",
  "\"\\ud800\"",
  "\"\\udc00\"",
  "\"\\u0000\"",
  "\"\n\"",
  "\"\xff\"",
  "{}{}",
  "[]]",
  "{\"a\" 1}",
  "// x\n1",
  "[}",
  "{\"a\":1]",
  "undefined",
  "\xef\xbb\xbf{}",
};

static void
test_takes_json_alone (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (good[i], strlen (good[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = muster_json_parse (bytes, &error);

      g_test_message ("%s", good[i]);
      g_assert_no_error (error);
      g_assert_nonnull (node);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i], strlen (bad[i]));
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (muster_json_parse (bytes, &error));
      g_assert_error (error, MUSTER_SCIM_ERROR, MUSTER_SCIM_ERROR_INVALID_JSON);
    }
}

static char *
nest (guint depth)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (out, i % 2 == 0 ? "[" : "{\"a\":");
  g_string_append (out, "1");
  for (guint i = depth; i-- > 0;)
    g_string_append_c (out, i % 2 == 0 ? ']' : '}');
  return g_string_free (out, FALSE);
}

static void
test_nesting_is_limited (void)
{
  g_autofree char *allowed = nest (MUSTER_JSON_MAX_DEPTH);
  g_autofree char *over = nest (MUSTER_JSON_MAX_DEPTH + 1);
  g_autofree char *far_over = nest (200000);
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_json_check (allowed, strlen (allowed), &error));
  g_assert_no_error (error);
  g_assert_false (muster_json_check (over, strlen (over), NULL));
  g_assert_false (muster_json_check (far_over, strlen (far_over), &error));
  g_assert_nonnull (strstr (error->message, "nested too deeply"));
}

static void
test_a_text_without_an_end_is_not_read_past (void)
{
  /* Without a zero behind it: a reader that looks for one reads what is not there. */
  static const char *const cut[] = { "[1", "{\"a", "\"\\u12", "tr", "-", "\"\\" };

  for (guint i = 0; i < G_N_ELEMENTS (cut); i++)
    {
      gsize            length = strlen (cut[i]);
      g_autofree char *exact = g_memdup2 (cut[i], length);

      g_assert_false (muster_json_check (exact, length, NULL));
    }
}

static void
test_a_zero_byte_is_refused (void)
{
  g_assert_false (muster_json_check ("{}\0", 3, NULL));
  g_assert_false (muster_json_check ("\"a\0b\"", 5, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-guard/takes-json-alone", test_takes_json_alone);
  g_test_add_func ("/json-guard/nesting-is-limited", test_nesting_is_limited);
  g_test_add_func ("/json-guard/a-text-without-an-end-is-not-read-past",
                   test_a_text_without_an_end_is_not_read_past);
  g_test_add_func ("/json-guard/a-zero-byte-is-refused", test_a_zero_byte_is_refused);
  return g_test_run ();
}
