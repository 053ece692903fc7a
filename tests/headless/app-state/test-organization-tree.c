/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-organization-tree.h"

#include "fake-platform.h"
#include "muster-organization-loader.h"

/* "id:parent" each; no parent: at the top. The name is the identifier. */
static MusterOrganizationTree *
make_tree (const char *const *pairs)
{
  g_autoptr (GPtrArray) organizations = g_ptr_array_new_with_free_func (g_object_unref);

  for (; *pairs != NULL; pairs++)
    {
      g_auto (GStrv) parts = g_strsplit (*pairs, ":", 2);

      g_ptr_array_add (organizations,
                       muster_organization_new (parts[0], parts[0], parts[1]));
    }
  return muster_organization_tree_new (organizations);
}

static void
print_list (GString *text, GListModel *list)
{
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (MusterOrganizationNode) node = g_list_model_get_item (list, i);
      g_autoptr (GListModel) below = muster_organization_node_list_children (node);

      if (text->len > 0 && text->str[text->len - 1] != '(')
        g_string_append_c (text, ' ');
      g_string_append (text, muster_organization_node_get_name (node));
      g_assert_true (muster_organization_node_has_children (node) == (below != NULL));
      if (below == NULL)
        continue;
      g_string_append_c (text, '(');
      print_list (text, below);
      g_string_append_c (text, ')');
    }
}

/* "a(b c(d)) e" */
static void
assert_shown (MusterOrganizationTree *tree, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GListModel) top = muster_organization_tree_list_top (tree);

  print_list (text, top);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *pairs[8];
    const char *shown;
  } cases[] = {
    { { NULL }, "" },
    { { "a" }, "a" },
    { { "d:c", "c:a", "b:a", "a", "e" }, "a(b c(d)) e" },
    { { "b:nowhere", "a" }, "a b" },
    { { "a:a", "b:a" }, "a(b)" },
    { { "a:b", "b:a", "c:b" }, "b(a c)" },
    { { "a:b", "b:c", "c:a", "x", "d:a" }, "c(b(a(d))) x" },
    { { "a", "b:a", "b:c", "c" }, "a(b) c" },
    { { "a:", "b:a" }, "a(b)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterOrganizationTree) tree = make_tree (cases[i].pairs);

      assert_shown (tree, cases[i].shown);
    }
}

static guint
filter (MusterOrganizationTree *tree, const char *text)
{
  g_autoptr (MusterSearchText) search = muster_search_text_new (text);

  return muster_organization_tree_filter (tree, search, NULL, NULL);
}

static gboolean
is_one_of (MusterOrganizationNode *node, gpointer user_data)
{
  return strchr (user_data, *muster_organization_node_get_id (node)) != NULL;
}

static void
test_filter (void)
{
  static const char *const pairs[] = { "a", "b:a", "c:b", "d:a", "e", "f:e", NULL };
  g_autoptr (MusterOrganizationTree) tree = make_tree (pairs);
  g_autoptr (MusterSearchText) all = muster_search_text_new ("");
  char wanted[] = "df";

  g_assert_cmpuint (filter (tree, "C"), ==, 1);
  assert_shown (tree, "a(b(c))");
  g_assert_cmpuint (filter (tree, "a"), ==, 1);
  assert_shown (tree, "a");
  g_assert_cmpuint (filter (tree, "zzz"), ==, 0);
  assert_shown (tree, "");
  g_assert_cmpuint (muster_organization_tree_filter (tree, all, is_one_of, wanted), ==,
                    2);
  assert_shown (tree, "a(d) e(f)");
  g_assert_cmpuint (filter (tree, ""), ==, 6);
  assert_shown (tree, "a(b(c) d) e(f)");
}

static void
test_find_and_reveal (void)
{
  static const char *const pairs[] = { "a", "b:a", "c:b", NULL };
  g_autoptr (MusterOrganizationTree) tree = make_tree (pairs);
  MusterOrganizationNode *c = muster_organization_tree_find (tree, "c");
  MusterOrganizationNode *b = muster_organization_node_get_parent (c);

  g_assert_null (muster_organization_tree_find (tree, "nowhere"));
  g_assert_cmpstr (muster_organization_node_get_id (b), ==, "b");
  muster_organization_tree_reveal (c);
  g_assert_true (muster_organization_node_is_expanded (b));
  g_assert_true (
    muster_organization_node_is_expanded (muster_organization_node_get_parent (b)));
  g_assert_false (muster_organization_node_is_expanded (c));
}

/* A chain as long as the list: no recursion, and nothing deeper than a list can indent,
 * while each still lies below its parent. */
static void
test_chain (void)
{
  const guint n = 100000;
  g_autoptr (GPtrArray) organizations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MusterOrganizationTree) tree = NULL;
  MusterOrganizationNode *node;
  guint                   depth = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *parent = g_strdup_printf ("%u", i + 1);

      g_ptr_array_add (organizations, muster_organization_new (id, id, parent));
    }
  tree = muster_organization_tree_new (organizations);
  g_assert_cmpuint (muster_organization_tree_get_n_nodes (tree), ==, n);
  for (node = muster_organization_tree_find (tree, "0"); node != NULL;
       node = muster_organization_node_get_parent (node))
    depth++;
  g_assert_cmpuint (depth, ==, n);
  g_assert_cmpuint (filter (tree, "99999"), ==, 1);
}

static void
test_hostile_names (void)
{
  g_autoptr (GPtrArray) organizations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MusterOrganizationTree) tree = NULL;
  MusterOrganizationNode *node;

  g_ptr_array_add (organizations,
                   muster_organization_new ("a", "one\ntwo\342\200\256", NULL));
  g_ptr_array_add (organizations, muster_organization_new ("b", "\377\376", "a"));
  tree = muster_organization_tree_new (organizations);
  node = muster_organization_tree_find (tree, "a");
  g_assert_cmpstr (muster_organization_node_get_name (node), ==, "one two");
  node = muster_organization_tree_find (tree, "b");
  g_assert_true (g_utf8_validate (muster_organization_node_get_name (node), -1, NULL));
}

/* A node that a list still holds does not reach into a tree that is gone. */
static void
test_outlives (void)
{
  static const char *const pairs[] = { "a", "b:a", NULL };
  g_autoptr (MusterOrganizationTree) tree = make_tree (pairs);
  g_autoptr (MusterOrganizationNode) node
    = g_object_ref (muster_organization_tree_find (tree, "b"));
  g_autoptr (MusterOrganizationNode) parent
    = g_object_ref (muster_organization_node_get_parent (node));

  g_assert_finalize_object (g_steal_pointer (&tree));
  g_assert_null (muster_organization_node_get_parent (node));
  g_assert_null (muster_organization_node_list_children (parent));
}

static void
fill_platform (FakePlatform *platform, guint n)
{
  GPtrArray *list = platform->resources[MUSTER_RESOURCE_KIND_ORGANIZATION];

  g_ptr_array_set_size (list, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *parent = i > 0 ? g_strdup_printf ("%u", (i - 1) / 10) : NULL;

      g_ptr_array_add (list, muster_organization_new (id, id, parent));
    }
}

static void
wait_for_loader (MusterOrganizationLoader *loader)
{
  gint64 limit = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  muster_organization_loader_load (loader);
  while (muster_organization_loader_get_tree (loader) == NULL
         && muster_organization_loader_get_error (loader) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Pages, one of which does not come at first, and empty ones between. */
static void
test_loader (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (0);
  g_autoptr (MusterOrganizationLoader) loader = NULL;

  fill_platform (platform, 2345);
  platform->pages_empty = TRUE;
  fake_platform_fail_find (platform, -1);
  fake_platform_fail_find (platform, MUSTER_PLATFORM_ERROR_SERVER);
  loader = muster_organization_loader_new (MUSTER_PLATFORM (platform));
  wait_for_loader (loader);
  g_assert_nonnull (muster_organization_loader_get_error (loader));
  wait_for_loader (loader);
  g_assert_null (muster_organization_loader_get_error (loader));
  g_assert_cmpuint (muster_organization_loader_get_n_read (loader), ==, 2345);
  g_assert_cmpuint (muster_organization_tree_get_n_nodes (
                      muster_organization_loader_get_tree (loader)),
                    ==, 2345);
  g_assert_finalize_object (g_steal_pointer (&loader));
}

/* A platform whose list has no end is left alone some time. */
static void
test_endless (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (0);
  g_autoptr (MusterOrganizationLoader) loader = NULL;

  fill_platform (platform, 500);
  platform->pages_endless = TRUE;
  loader = muster_organization_loader_new (MUSTER_PLATFORM (platform));
  wait_for_loader (loader);
  g_assert_error (muster_organization_loader_get_error (loader), G_IO_ERROR,
                  G_IO_ERROR_NO_SPACE);
}

static void
test_loader_goes (void)
{
  g_autoptr (FakePlatform) platform = fake_platform_new (0);
  MusterOrganizationLoader *loader
    = muster_organization_loader_new (MUSTER_PLATFORM (platform));

  muster_organization_loader_load (loader);
  g_object_unref (loader);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/organization-tree/shapes", test_shapes);
  g_test_add_func ("/organization-tree/filter", test_filter);
  g_test_add_func ("/organization-tree/find", test_find_and_reveal);
  g_test_add_func ("/organization-tree/chain", test_chain);
  g_test_add_func ("/organization-tree/hostile-names", test_hostile_names);
  g_test_add_func ("/organization-tree/outlives", test_outlives);
  g_test_add_func ("/organization-loader/pages", test_loader);
  g_test_add_func ("/organization-loader/endless", test_endless);
  g_test_add_func ("/organization-loader/goes", test_loader_goes);
  return g_test_run ();
}
