/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

/* Shows the tabs of Edit Users with what a platform in memory has, for people to look
 * at. Not a test, not installed:
 *
 *   show-tabs (roles|organizations) [dark] [rtl] [none|one] [untouched] [fails]
 *             [not-offered] [many] [narrow]
 */

#include "display-test.h"
#include "tab-fixture.h"
#include "muster-organization-management-tab.h"
#include "muster-organization.h"
#include "muster-roles-tab.h"
#include "muster-style.h"

static const char *const *words;

static gboolean
is_asked (const char *word)
{
  return g_strv_contains (words, word);
}

static void
add_many (FakePlatform *platform)
{
  GPtrArray *list = platform->resources[MUSTER_RESOURCE_KIND_ORGANIZATION];

  platform->capabilities->page_size = 1000;
  for (guint i = 0; i < 100000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *name = g_strdup_printf ("Section %05u", i);
      g_autofree char *parent
        = i < 50 ? g_strdup ("group") : g_strdup_printf ("%u", (i - 50) / 20);

      g_ptr_array_add (list, muster_organization_new (id, name, parent));
    }
}

static void
wish_something (TabFixture *fixture)
{
  tab_fixture_wish (fixture, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "r-teacher", "Teacher");
  tab_fixture_wish (fixture, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "r-lead",
                    "Operations Manager");
  if (!is_asked ("organizations"))
    return;
  tab_fixture_wish (fixture, MUSTER_FIELD_MANAGED_ORGANIZATIONS, MUSTER_VERB_ADD, "field",
                    "Field Service");
  tab_fixture_wish (fixture, MUSTER_FIELD_MANAGED_ORGANIZATIONS, MUSTER_VERB_REMOVE,
                    "track", "Track");
}

static void
prepare (TabFixture *fixture)
{
  tab_fixture_set_up (fixture, NULL);
  if (is_asked ("many"))
    add_many (fixture->platform);
  if (is_asked ("fails"))
    fake_platform_fail_find (fixture->platform, MUSTER_PLATFORM_ERROR_SERVER);
  if (is_asked ("not-offered"))
    fixture->platform->capabilities->fields = 0;
  if (!is_asked ("none"))
    tab_fixture_pick (fixture, is_asked ("one") ? 1 : 1204);
  if (!is_asked ("untouched"))
    wish_something (fixture);
}

int
main (int argc, char **argv)
{
  TabFixture fixture = { 0 };
  GtkWidget *tab;
  GtkWindow *window;

  words = (const char *const *) argv;
  gtk_init ();
  if (is_asked ("rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  muster_style_install (gdk_display_get_default ());
  muster_style_force_dark (is_asked ("dark"));
  prepare (&fixture);
  tab = is_asked ("organizations") ? muster_organization_management_tab_new (fixture.edit)
                                   : muster_roles_tab_new (fixture.edit);
  window = show_in_window (tab, is_asked ("narrow") ? 664 : 882, 624);
  gtk_window_set_title (window, "Edit Users");
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  tab_fixture_tear_down (&fixture, NULL);
  return 0;
}
