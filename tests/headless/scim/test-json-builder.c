/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-json-builder.h"

#include <string.h>

#include "muster-json-guard.h"

static JsonNode *
build (const char *text)
{
  g_assert_true (muster_json_check (text, strlen (text), NULL));
  return muster_json_build (text, strlen (text), 0);
}

static void
test_agrees_with_json_glib (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    "null",
    " true ",
    "[false]",
    "\"\"",
    "\"é \\\" \\\\ \\/ \\b\\f\\n\\r\\t \\u00e9 \\ud83d\\ude00\"",
    "[0, -1, 12, 9007199254740993, -9223372036854775808]",
    "[1.5, -0.25, 1e3, 2E-2]",
    "[[], [[1]], {}]",
    "{\"a\":{\"b\":[{\"c\":null}, 1]}, \"\":\"\", \"d\\n\":true}",
    "\r\n\t{ \"a\" : [ ] , \"b\" : \"x\" }\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) ours = build (texts[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) theirs = json_from_string (texts[i], &error);

      g_test_message ("%s", texts[i]);
      g_assert_no_error (error);
      g_assert_true (json_node_equal (ours, theirs));
    }
}

static void
test_numbers_keep_their_kind (void)
{
  g_autoptr (JsonNode) node = build ("[9223372036854775807,9223372036854775808,1.0,1e2]");
  JsonArray *array = json_node_get_array (node);

  g_assert_cmpint (json_array_get_int_element (array, 0), ==, G_MAXINT64);
  for (guint i = 1; i < 4; i++)
    g_assert_true (json_node_get_value_type (json_array_get_element (array, i))
                   == G_TYPE_DOUBLE);
  g_assert_cmpfloat (json_array_get_double_element (array, 1), >, 9.2e18);
}

static void
test_of_one_name_the_last_counts (void)
{
  g_autoptr (JsonNode) node = build ("{\"a\":1,\"b\":2,\"a\":{\"c\":3}}");
  JsonObject *object = json_node_get_object (node);

  g_assert_cmpuint (json_object_get_size (object), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object,
                                                                              "a"),
                                               "c"),
                   ==, 3);
}

static void
test_members_keep_their_order (void)
{
  g_autoptr (JsonNode) node = build ("{\"b\":1,\"a\":2,\"c\":3}");
  g_autofree char *text = json_to_string (node, FALSE);

  g_assert_cmpstr (text, ==, "{\"b\":1,\"a\":2,\"c\":3}");
}

static void
test_a_text_is_not_read_past (void)
{
  static const char *const texts[] = { "12", "-1.5e3", "true", "\"a\"", "[1]", "{}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize            length = strlen (texts[i]);
      g_autofree char *exact = g_memdup2 (texts[i], length);
      g_autoptr (JsonNode) node = muster_json_parse_text (exact, length, NULL);

      g_assert_nonnull (node);
    }
}

static void
test_repeats_are_one_node (void)
{
  static const char text[] = "[{\"a\":{\"b\":1}},{\"a\":{\"b\":1}},"
                             "{\"a\":{\"b\":1,\"c\":2}},{\"a\":{\"b\":1}}]";
  g_autoptr (JsonNode) node = muster_json_build (text, strlen (text), 2);
  g_autoptr (JsonNode) apart = build (text);
  JsonArray *array = json_node_get_array (node);
  JsonNode  *members[4];

  for (guint i = 0; i < 4; i++)
    members[i] = json_object_get_member (json_array_get_object_element (array, i), "a");
  g_assert_true (members[0] == members[1]);
  g_assert_true (members[1] != members[2]);
  g_assert_true (members[2] != members[3]);
  g_assert_true (json_array_get_element (array, 0) != json_array_get_element (array, 1));
  g_assert_true (json_node_equal (node, apart));
}

static void
test_nests_as_deep_as_is_allowed (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < MUSTER_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < MUSTER_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, ']');
  node = build (text->str);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-builder/agrees-with-json-glib", test_agrees_with_json_glib);
  g_test_add_func ("/json-builder/numbers-keep-their-kind", test_numbers_keep_their_kind);
  g_test_add_func ("/json-builder/of-one-name-the-last-counts",
                   test_of_one_name_the_last_counts);
  g_test_add_func ("/json-builder/members-keep-their-order",
                   test_members_keep_their_order);
  g_test_add_func ("/json-builder/a-text-is-not-read-past", test_a_text_is_not_read_past);
  g_test_add_func ("/json-builder/repeats-are-one-node", test_repeats_are_one_node);
  g_test_add_func ("/json-builder/nests-as-deep-as-is-allowed",
                   test_nests_as_deep_as_is_allowed);
  return g_test_run ();
}
