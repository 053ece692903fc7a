/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-edit.h"

#include "await.h"
#include "fake-platform.h"

typedef struct
{
  char          *folder;   /* (owned) */
  FakePlatform  *platform; /* (owned) */
  MusterSession *session;  /* (owned) */
  MusterEdit    *edit;     /* (owned) */
  guint          n_changed;
} Fixture;

static void
changed_cb (MusterEdit *edit, Fixture *self)
{
  self->n_changed++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (MusterJournal) journal = NULL;

  self->folder = temporary_folder_new ();
  path = g_build_filename (self->folder, "journal.sqlite", NULL);
  journal = muster_journal_new (path);
  self->platform = fake_platform_new (12);
  self->session
    = muster_session_new (MUSTER_PLATFORM (self->platform), journal, "Fake", "tester");
  self->edit = muster_edit_new (self->session);
  g_signal_connect (self->edit, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->edit);
  g_object_unref (self->session);
  g_object_unref (self->platform);
  temporary_folder_free (self->folder);
}

static void
pick_all (Fixture *self)
{
  g_autoptr (GPtrArray) users = fake_platform_read_all (self->platform);

  muster_picked_users_add (muster_edit_get_users (self->edit), users);
}

static void
wait_for_summary (Fixture *self, guint n_users)
{
  gint64 limit = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (muster_edit_get_summary (self->edit) == NULL
         || muster_user_summary_get_n_users (muster_edit_get_summary (self->edit))
              != n_users)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_summary (Fixture *self, gconstpointer data)
{
  g_assert_null (muster_edit_get_summary (self->edit));
  pick_all (self);
  wait_for_summary (self, 12);
  g_assert_cmpuint (muster_user_summary_count (muster_edit_get_summary (self->edit),
                                               MUSTER_FIELD_ROLES, "r-basic"),
                    ==, 12);
  muster_picked_users_clear (muster_edit_get_users (self->edit));
  wait_for_summary (self, 0);
}

static void
test_wishes (Fixture *self, gconstpointer data)
{
  g_autoptr (MusterReference) company = muster_reference_new ("c1", "Acme");
  g_autoptr (MusterReference) role = muster_reference_new ("r-admin", "Admin");

  muster_edit_wish (self->edit, MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, company);
  muster_edit_wish (self->edit, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, role);
  g_assert_cmpuint (self->n_changed, ==, 2);
  g_assert_cmpuint (muster_edit_count_wishes (self->edit, MUSTER_FIELDS_ALL), ==, 2);
  g_assert_cmpuint (muster_edit_count_wishes (self->edit,
                                              MUSTER_FIELDS_OF (MUSTER_FIELD_ROLES)),
                    ==, 1);
  g_assert_nonnull (muster_edit_find_wish (self->edit, MUSTER_FIELD_ROLES, "r-admin"));
  g_assert_null (muster_edit_find_wish (self->edit, MUSTER_FIELD_ROLES, "r-basic"));
  muster_edit_take_back (self->edit, MUSTER_FIELD_ROLES, "r-admin");
  g_assert_null (muster_edit_find_wish (self->edit, MUSTER_FIELD_ROLES, "r-admin"));
  muster_edit_start_over (self->edit);
  g_assert_true (muster_change_set_is_empty (muster_edit_get_change_set (self->edit)));
}

static void
test_obstacle (Fixture *self, gconstpointer data)
{
  g_autofree char *both = muster_edit_dup_obstacle (self->edit);
  g_autofree char *change = NULL;
  g_autofree char *none = NULL;
  g_autofree char *sentence = NULL;

  pick_all (self);
  change = muster_edit_dup_obstacle (self->edit);
  muster_edit_wish (self->edit, MUSTER_FIELD_COMPANY, MUSTER_VERB_CLEAR, NULL);
  none = muster_edit_dup_obstacle (self->edit);
  sentence = muster_edit_describe (self->edit);
  g_assert_cmpstr (both, ==, "Add users and set a change to submit.");
  g_assert_cmpstr (change, ==, "Set a change to submit.");
  g_assert_null (none);
  g_assert_cmpstr (sentence, ==, "1 change for 12 users");
}

/* Finalized while a summary is worked out. */
static void
test_let_go (Fixture *self, gconstpointer data)
{
  MusterEdit *edit = muster_edit_new (self->session);
  gpointer    weak = edit;
  g_autoptr (GPtrArray) users = fake_platform_read_all (self->platform);

  g_object_add_weak_pointer (G_OBJECT (edit), &weak);
  muster_picked_users_add (muster_edit_get_users (edit), users);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_object_unref (edit);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_read_again (Fixture *self, gconstpointer data)
{
  pick_all (self);
  wait_for_summary (self, 12);
  for (guint i = 1; i <= 12; i++)
    fake_user_set (fake_platform_get_user (self->platform, i), MUSTER_FIELD_COMPANY,
                   "c2");
  muster_edit_read_again (self->edit);
  while (muster_user_summary_count (muster_edit_get_summary (self->edit),
                                    MUSTER_FIELD_COMPANY, "c2")
         < 12)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/summary", test_summary);
  ADD ("/edit/wishes", test_wishes);
  ADD ("/edit/obstacle", test_obstacle);
  ADD ("/edit/let-go", test_let_go);
  ADD ("/edit/read-again", test_read_again);
  return g_test_run ();
}
