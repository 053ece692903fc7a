/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-filter.h"

#include <string.h>

/* RFC 7644 §3.4.2.2, figure 1, and what the grammar allows beyond it; each prints as it
 * stands here, or as @printed. */
static const struct
{
  const char *text;
  const char *printed;
} good[] = {
  { "userName eq \"bjensen\"" },
  { "name.familyName co \"O'Malley\"" },
  { "userName sw \"J\"" },
  { "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\"" },
  { "title pr" },
  { "meta.lastModified gt \"2011-05-13T04:42:34Z\"" },
  { "meta.lastModified ge \"2011-05-13T04:42:34Z\"" },
  { "meta.lastModified lt \"2011-05-13T04:42:34Z\"" },
  { "meta.lastModified le \"2011-05-13T04:42:34Z\"" },
  { "title pr and userType eq \"Employee\"" },
  { "title pr or userType eq \"Intern\"" },
  { "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"" },
  { "userType eq \"Employee\" and (emails co \"example.com\" or "
    "emails.value co \"example.org\")" },
  { "userType ne \"Employee\" and not (emails co \"example.com\" or "
    "emails.value co \"example.org\")" },
  { "userType eq \"Employee\" and (emails.type eq \"work\")",
    "userType eq \"Employee\" and emails.type eq \"work\"" },
  { "userType eq \"Employee\" and emails[type eq \"work\" and value co "
    "\"@example.com\"]" },
  { "emails[type eq \"work\" and value co \"@example.com\"] or ims[type eq \"xmpp\" and "
    "value co \"@foo.com\"]" },
  { "active eq true" },
  { "active ne false" },
  { "title eq null" },
  { "x eq -12.5e3" },
  { "a pr or b pr and c pr" },
  { "(a pr or b pr) and c pr" },
  { "(a pr and b pr) and c pr" },
  { "NOT(a PR) AND b Eq TRUE", "not (a pr) and b eq true" },
  { "  a   pr\tand   b pr  ", "a pr and b pr" },
  { "not eq \"x\"" },
  { "a eq \"q\\\"\\\\\\/\\u00e9\\ud83d\\ude00\"", "a eq \"q\\\"\\\\/é😀\"" },
  { "a eq \"\\n\"", "a eq \"\\u000a\"" },
  { "manager.$ref eq \"../Users/1\"" },
};

static void
test_reads_what_the_grammar_allows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterScimFilter) filter
        = muster_scim_filter_parse (good[i].text, &error);
      g_autofree char *printed = NULL;

      g_test_message ("%s", good[i].text);
      g_assert_no_error (error);
      printed = muster_scim_filter_print (filter);
      g_assert_cmpstr (printed, ==,
                       good[i].printed != NULL ? good[i].printed : good[i].text);
    }
}

static const struct
{
  const char *text;
  const char *expected; /* part of the sentence */
} bad[] = {
  { "", "breaks off at its end: expected the name of an attribute" },
  { "userName", "breaks off at its end: expected eq, ne, co" },
  { "userName eq", "expected a text in quotation marks, a number" },
  { "userName eq bjensen", "from character 13 on, at “bjensen”" },
  { "userName eq \"bjensen", "expected a closing quotation mark" },
  { "userName eq 'bjensen'", "expected a text in quotation marks" },
  { "userName is \"x\"", "from character 10 on, at “is \"x\"”" },
  { "userName eq \"x\" and", "expected the name of an attribute" },
  { "userName eq \"x\" userName pr", "expected and, or or the end" },
  { "(userName pr", "a closing parenthesis" },
  { "userName pr)", "expected and, or or the end" },
  { "emails[type eq \"work\"", "a closing ]" },
  { "emails[type[value pr] pr]", "no brackets within brackets" },
  { "1name pr", "expected the name of an attribute" },
  { "a.b.c pr", "expected the name of an attribute" },
  { "http:userName pr", "expected the name of an attribute" },
  { "a eq 01", "expected a text in quotation marks" },
  { "a eq 1.", "expected a text in quotation marks" },
  { "a eq \"\\x\"", "an escape of JSON" },
  { "a eq \"\\u0000\"", "an escape of JSON" },
  { "a eq \"\\ud800\"", "an escape of JSON" },
  { "é pr", "from character 1 on" },
  { "a eq \"é\" or ]", "from character 13 on, at “]”" },
  { "a eq \"\xff\"", "is not UTF-8 text" },
};

static void
test_says_where_it_breaks_off (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      MusterScimFilter *filter = muster_scim_filter_parse (bad[i].text, &error);

      g_test_message ("case %u", i);
      g_assert_null (filter);
      g_assert_error (error, MUSTER_SCIM_ERROR, MUSTER_SCIM_ERROR_INVALID_FILTER);
      g_test_message ("  %s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].expected));
    }
}

static void
test_and_binds_more_than_or (void)
{
  g_autoptr (MusterScimFilter) filter
    = muster_scim_filter_parse ("a pr or b pr and c pr", NULL);

  g_assert_cmpint (filter->type, ==, MUSTER_SCIM_FILTER_OR);
  g_assert_cmpuint (filter->parts->len, ==, 2);
  g_assert_cmpint (((MusterScimFilter *) g_ptr_array_index (filter->parts, 1))->type, ==,
                   MUSTER_SCIM_FILTER_AND);
}

static char *
repeat (const char *text, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static void
test_nesting_is_limited (void)
{
  g_autofree char *open = repeat ("(", 200000);
  g_autofree char *nots = repeat ("not (", 200000);
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_scim_filter_parse (open, &error));
  g_assert_nonnull (strstr (error->message, "nested too deeply"));
  g_clear_error (&error);
  g_assert_null (muster_scim_filter_parse (nots, &error));
  g_assert_nonnull (strstr (error->message, "nested too deeply"));
}

static void
test_terms_are_limited (void)
{
  g_autofree char *many = repeat ("id eq \"x\" or ", MUSTER_SCIM_FILTER_MAX_TERMS - 1);
  g_autofree char *allowed = g_strconcat (many, "id eq \"x\"", NULL);
  g_autofree char *over = g_strconcat (many, "id pr or id pr", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterScimFilter) filter = muster_scim_filter_parse (allowed, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (filter->parts->len, ==, MUSTER_SCIM_FILTER_MAX_TERMS);
  g_assert_null (muster_scim_filter_parse (over, &error));
  g_assert_nonnull (strstr (error->message, "too many terms"));
}

static void
test_what_is_built_prints_and_parses (void)
{
  GPtrArray *parts = g_ptr_array_new ();
  g_autoptr (MusterScimFilter) built = NULL;
  g_autoptr (MusterScimFilter) parsed = NULL;
  g_autofree char *printed = NULL;

  g_ptr_array_add (parts,
                   muster_scim_filter_new_compare ("userName", MUSTER_SCIM_OPERATOR_EQ,
                                                   "O'Neil \"\\ \x01"));
  g_ptr_array_add (parts,
                   muster_scim_filter_new_not (muster_scim_filter_new_present ("title")));
  g_ptr_array_add (parts, muster_scim_filter_new_compare_boolean ("active", TRUE));
  built = muster_scim_filter_new_any (parts);
  printed = muster_scim_filter_print (built);
  g_assert_cmpstr (printed, ==,
                   "userName eq \"O'Neil \\\"\\\\ \\u0001\" or not (title pr) or active "
                   "eq true");
  parsed = muster_scim_filter_parse (printed, NULL);
  g_assert_cmpstr (((MusterScimFilter *) g_ptr_array_index (parsed->parts, 0))
                     ->value.string,
                   ==, "O'Neil \"\\ \x01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scim-filter/reads-what-the-grammar-allows",
                   test_reads_what_the_grammar_allows);
  g_test_add_func ("/scim-filter/says-where-it-breaks-off",
                   test_says_where_it_breaks_off);
  g_test_add_func ("/scim-filter/and-binds-more-than-or", test_and_binds_more_than_or);
  g_test_add_func ("/scim-filter/nesting-is-limited", test_nesting_is_limited);
  g_test_add_func ("/scim-filter/terms-are-limited", test_terms_are_limited);
  g_test_add_func ("/scim-filter/what-is-built-prints-and-parses",
                   test_what_is_built_prints_and_parses);
  return g_test_run ();
}
