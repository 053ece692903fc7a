/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-search-text.h"

static const struct
{
  const char *typed;
  const char *text;
  gboolean    matches;
} cases[] = {
  { NULL, "Amara Okafor", TRUE },
  { "", "", TRUE },
  { "  ", NULL, TRUE },
  { "x", NULL, FALSE },
  { "OKAF", "Amara Okafor", TRUE },
  { "okafor amara", "Amara Okafor", TRUE },
  { "amara kjær", "Amara Okafor", FALSE },
  { "lukasz", "Łukasz Wójcik", TRUE },
  { "WÓJCIK", "Łukasz Wójcik", TRUE },
  { "wo\314\201jcik", "Łukasz Wójcik", TRUE },
  { "łukasz", "Lukasz", TRUE },
  { "Ελλάδα", "Norge", FALSE },
  { "ΣΊΣΥΦΟΣ", "σίσυφος", TRUE },
  { "\377", "Amara", FALSE },
  { "amara", "\377 Amara", TRUE },
  { "%s.*", "a.b", FALSE },
};

static void
test_matches (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterSearchText) search = muster_search_text_new (cases[i].typed);
      g_autofree char *folded = muster_search_text_fold (cases[i].text);

      g_assert_cmpint (muster_search_text_matches (search, folded), ==, cases[i].matches);
    }
}

static void
test_is_empty (void)
{
  g_autoptr (MusterSearchText) blank = muster_search_text_new (" \t ");
  g_autoptr (MusterSearchText) word = muster_search_text_new (" a ");

  g_assert_true (muster_search_text_is_empty (blank));
  g_assert_false (muster_search_text_is_empty (word));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-text/matches", test_matches);
  g_test_add_func ("/search-text/is-empty", test_is_empty);
  return g_test_run ();
}
