/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "tab-fixture.h"

#include "await.h"
#include "muster-organization.h"
#include "muster-role.h"

#define N_USERS 1204

/* Identifier, name, parent. */
static const char *const organizations[][3] = {
  { "group", "Halden Group", NULL },      { "rail", "Rail Operations", "group" },
  { "north", "Depot North", "rail" },     { "south", "Depot South", "rail" },
  { "signal", "Signalling", "rail" },     { "field", "Field Service", "group" },
  { "field-north", "North", "field" },    { "field-coast", "Coast", "field" },
  { "field-high", "Highlands", "field" }, { "line", "Line Maintenance", "group" },
  { "track", "Track", "line" },           { "overhead", "Overhead Line", "line" },
};

static void
add_resources (FakePlatform *platform)
{
  static const char *const nothing[] = { NULL };
  GPtrArray               *roles = platform->resources[MUSTER_RESOURCE_KIND_ROLE];
  GPtrArray               *list = platform->resources[MUSTER_RESOURCE_KIND_ORGANIZATION];

  g_ptr_array_add (roles,
                   muster_role_new ("r-lead", "Operations Manager", TRUE, nothing));
  g_ptr_array_set_size (list, 0);
  for (guint i = 0; i < G_N_ELEMENTS (organizations); i++)
    g_ptr_array_add (list,
                     muster_organization_new (organizations[i][0], organizations[i][1],
                                              organizations[i][2]));
}

void
tab_fixture_set_up (TabFixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (MusterJournal) journal = NULL;

  self->folder = temporary_folder_new ();
  path = g_build_filename (self->folder, "journal.sqlite", NULL);
  journal = muster_journal_new (path);
  self->platform = fake_platform_new (N_USERS);
  add_resources (self->platform);
  self->session
    = muster_session_new (MUSTER_PLATFORM (self->platform), journal, "Fake", "tester");
  self->edit = muster_edit_new (self->session);
}

void
tab_fixture_tear_down (TabFixture *self, gconstpointer data)
{
  g_object_unref (self->edit);
  g_object_unref (self->session);
  g_object_unref (self->platform);
  temporary_folder_free (self->folder);
}

static void
give_more (FakePlatform *platform, guint n)
{
  for (guint i = 1; i <= n; i++)
    {
      FakeUser *user = fake_platform_get_user (platform, i);

      if (i % 3 == 1)
        fake_user_set (user, MUSTER_FIELD_ROLES, "r-basic r-teacher");
      if (i % 3 == 2)
        fake_user_set (user, MUSTER_FIELD_MANAGED_ORGANIZATIONS, "field track");
    }
}

void
tab_fixture_pick (TabFixture *self, guint n)
{
  g_autoptr (GPtrArray) users = NULL;
  gint64 limit = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  give_more (self->platform, n);
  users = fake_platform_read_all (self->platform);
  g_ptr_array_set_size (users, (int) n);
  muster_picked_users_add (muster_edit_get_users (self->edit), users);
  while (muster_edit_get_summary (self->edit) == NULL
         || muster_user_summary_get_n_users (muster_edit_get_summary (self->edit)) != n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      g_main_context_iteration (NULL, TRUE);
    }
}

void
tab_fixture_wish (
  TabFixture *self, MusterField field, MusterVerb verb, const char *id, const char *name)
{
  g_autoptr (MusterReference) value = muster_reference_new (id, name);

  muster_edit_wish (self->edit, field, verb, value);
}

const char *
tab_fixture_get_wish (TabFixture *self, MusterField field, const char *id)
{
  MusterOperation *wish = muster_edit_find_wish (self->edit, field, id);

  return wish != NULL ? muster_verb_get_name (muster_operation_get_verb (wish)) : NULL;
}
