/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "display-test.h"
#include "muster-banner.h"
#include "muster-guard-check.h"
#include "submit-fixture.h"

/* With the signs round a name that comes from a platform. */
#define TO_UTC "Time Zone becomes \xE2\x81\xA8UTC\xE2\x81\xA9"

static void
wish_time_zone (SubmitFixture *self)
{
  submit_fixture_wish (self, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "UTC");
}

static void
assert_left (SubmitFixture *self)
{
  await_condition (self->answered);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (self->submission);
  g_assert_cmpuint (self->platform->n_write_calls, ==, 0);
  g_clear_error (&self->error);
}

static void
leave (SubmitFixture *self)
{
  gtk_widget_activate_action (self->dialog, "dialog.cancel", NULL);
  assert_left (self);
}

/* Whether @check stands in the dialog, and how it is labelled. */
static GtkWidget *
find_guard (SubmitFixture *self, const char *label)
{
  return shows_text (self->dialog, label)
           ? find_widget (self->dialog, GTK_TYPE_CHECK_BUTTON)
           : NULL;
}

static void
test_counts (void)
{
  SubmitFixture self = { 0 };

  submit_fixture_set_up (&self, 40);
  for (guint i = 1; i <= 7; i++)
    fake_user_set (fake_platform_get_user (self.platform, i), MUSTER_FIELD_TIME_ZONE,
                   "UTC");
  wish_time_zone (&self);
  submit_fixture_open_dialog (&self);
  await_condition (shows_text (self.dialog, "Submit this change for 33 users?"));
  g_assert_true (shows_text (self.dialog, TO_UTC));
  await_condition (shows_text (self.dialog, "33 users"));
  g_assert_true (shows_text (self.dialog, "33"));
  g_assert_true (shows_text (self.dialog, "7"));
  g_assert_false (shows_text (self.dialog, "Left out"));
  g_assert_true (is_enabled (find_button (self.dialog, "Submit")));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self.dialog),
                                   GTK_ACCESSIBLE_ROLE_DIALOG);
  leave (&self);
  submit_fixture_tear_down (&self);
}

static void
test_words (void)
{
  SubmitFixture self = { 0 };

  submit_fixture_set_up (&self, 1);
  wish_time_zone (&self);
  submit_fixture_wish (&self, MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "<b>r</b>");
  submit_fixture_wish (&self, MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "city");
  submit_fixture_wish (&self, MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "state");
  submit_fixture_open_dialog (&self);
  await_condition (shows_text (self.dialog, "Submit these changes for 1 user?"));
  g_assert_true (shows_text (self.dialog, "Flags 2 fields: City and State"));
  g_assert_true (
    shows_text (self.dialog, "Adds the role \xE2\x81\xA8<b>r</b>\xE2\x81\xA9"));
  leave (&self);
  submit_fixture_tear_down (&self);
}

static void
test_nothing_to_change (void)
{
  SubmitFixture self = { 0 };
  GtkWidget    *submit;

  submit_fixture_set_up (&self, 3);
  submit_fixture_wish (&self, MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "Asia/Tokyo");
  submit_fixture_open_dialog (&self);
  await_condition (shows_text (self.dialog, "Nothing to change"));
  g_assert_true (shows_text (self.dialog, "All 3 picked users are already so."));
  g_assert_true (shows_text (self.dialog, "There is nothing to submit."));
  submit = find_button (self.dialog, "Submit");
  g_assert_false (is_enabled (submit));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (submit),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "There is nothing to submit.");
  leave (&self);
  submit_fixture_tear_down (&self);
}

static void
test_left_while_reading (void)
{
  SubmitFixture self = { 0 };

  submit_fixture_set_up (&self, 40);
  wish_time_zone (&self);
  self.platform->held = TRUE;
  submit_fixture_open_dialog (&self);
  g_assert_true (shows_text (self.dialog, "Reading 40 users…")
                 || !gtk_widget_get_mapped (self.dialog));
  await_condition (shows_text (self.dialog, "Reading 40 users…"));
  g_assert_true (shows_text (self.dialog, TO_UTC));
  g_assert_false (is_enabled (find_button (self.dialog, "Submit")));
  leave (&self);
  fake_platform_let_go (self.platform);
  await_condition (self.dialog == NULL);
  g_assert_cmpuint (muster_picked_users_get_n_users (muster_edit_get_users (self.edit)),
                    ==, 40);
  submit_fixture_tear_down (&self);
}

static const struct
{
  MusterPlatformError code;
  const char         *title;
} failures[] = {
  { MUSTER_PLATFORM_ERROR_UNREACHABLE, "The platform cannot be reached" },
  { MUSTER_PLATFORM_ERROR_LOST, "The platform cannot be reached" },
  { MUSTER_PLATFORM_ERROR_PERMISSION, "The platform refused to hand out the users" },
  { MUSTER_PLATFORM_ERROR_THROTTLED, "The platform is busy" },
  { MUSTER_PLATFORM_ERROR_BAD_REPLY, "The users could not be read" },
};

static void
try_failure (gsize number)
{
  SubmitFixture self = { 0 };

  submit_fixture_set_up (&self, 2);
  wish_time_zone (&self);
  fake_platform_fail_find (self.platform, failures[number].code);
  submit_fixture_open_dialog (&self);
  await_condition (shows_text (self.dialog, failures[number].title));
  g_assert_true (shows_text (self.dialog, "The platform fails."));
  g_assert_true (shows_text (self.dialog, "The picked users and the changes are kept."));
  g_assert_false (is_enabled (find_button (self.dialog, "Submit")));
  g_signal_emit_by_name (find_button (self.dialog, "Try Again"), "clicked");
  await_condition (shows_text (self.dialog, "Submit this change for 2 users?"));
  g_assert_false (shows_text (self.dialog, failures[number].title));
  leave (&self);
  submit_fixture_tear_down (&self);
}

static void
test_failures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++)
    try_failure (i);
}

static void
sign_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
test_signed_out (void)
{
  const GActionEntry entry = { "sign-out", sign_out_cb };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  SubmitFixture self = { 0 };
  gboolean      signed_out = FALSE;

  submit_fixture_set_up (&self, 2);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), &entry, 1, &signed_out);
  gtk_widget_insert_action_group (GTK_WIDGET (self.parent), "win",
                                  G_ACTION_GROUP (actions));
  wish_time_zone (&self);
  fake_platform_fail_find (self.platform, MUSTER_PLATFORM_ERROR_SIGN_IN);
  submit_fixture_open_dialog (&self);
  await_condition (shows_text (self.dialog, "The sign-in has ended"));
  g_signal_emit_by_name (find_button (self.dialog, "Sign In"), "clicked");
  assert_left (&self);
  g_assert_true (signed_out);
  submit_fixture_tear_down (&self);
}

static void
try_own_account (gboolean ticked)
{
  SubmitFixture self = { 0 };
  GtkWidget    *check;

  submit_fixture_set_up (&self, 5);
  fake_platform_set_account (self.platform, fake_platform_get_user (self.platform, 2));
  submit_fixture_wish (&self, MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "city");
  submit_fixture_open_dialog (&self);
  await_condition (shows_text (self.dialog, "Submit this change for 4 users?"));
  g_assert_true (shows_text (self.dialog, "Left out"));
  check = find_guard (&self, "Flag fields of my own account too");
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
  if (ticked)
    g_assert_true (shows_text (self.dialog, "Submit this change for 5 users?"));
  gtk_widget_activate_action (self.dialog, "dialog.submit", NULL);
  await_condition (self.answered);
  submit_fixture_await_end (&self);
  g_assert_cmpuint (submit_fixture_count (&self, MUSTER_OUTCOME_REJECTED), ==,
                    ticked ? 0 : 1);
  g_assert_cmpint (fake_user_has (fake_platform_get_user (self.platform, 2),
                                  MUSTER_FIELD_FLAGGED_FIELDS, "city"),
                   ==, ticked);
  submit_fixture_tear_down (&self);
}

static void
test_own_account (void)
{
  try_own_account (FALSE);
  try_own_account (TRUE);
}

static void
test_only_own_account (void)
{
  SubmitFixture self = { 0 };
  GtkWidget    *check;

  submit_fixture_set_up (&self, 1);
  fake_platform_set_account (self.platform, fake_platform_get_user (self.platform, 1));
  submit_fixture_wish (&self, MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE);
  submit_fixture_open_dialog (&self);
  await_condition (shows_text (self.dialog, "Tick a box to submit."));
  g_assert_false (is_enabled (find_button (self.dialog, "Submit")));
  check = find_guard (&self, "Disable my own account too");
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (is_enabled (find_button (self.dialog, "Submit")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_false (is_enabled (find_button (self.dialog, "Submit")));
  leave (&self);
  submit_fixture_tear_down (&self);
}

static void
test_last_administrator (void)
{
  SubmitFixture self = { 0 };

  submit_fixture_set_up (&self, 5);
  fake_user_set (fake_platform_get_user (self.platform, 3), MUSTER_FIELD_ROLES,
                 "r-admin");
  submit_fixture_wish (&self, MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE);
  submit_fixture_open_dialog (&self);
  await_condition (shows_text (self.dialog, "4 users will not be able to sign in"));
  g_assert_true (shows_text (self.dialog, "Disables the account"));
  g_assert_true (shows_text (self.dialog, "Change the last administrator too"));
  g_assert_true (
    gtk_widget_has_css_class (find_button (self.dialog, "Submit"), "destructive-action"));
  leave (&self);
  submit_fixture_tear_down (&self);
}

static void
test_journal (void)
{
  SubmitFixture self = { 0 };

  submit_fixture_set_up (&self, 5);
  wish_time_zone (&self);
  submit_fixture_block_journal (&self, TRUE);
  submit_fixture_open_dialog (&self);
  await_condition (is_enabled (find_button (self.dialog, "Submit")));
  gtk_widget_activate_action (self.dialog, "dialog.submit", NULL);
  await_condition (
    shows_text (self.dialog, "Nothing was sent: it cannot be written down"));
  g_assert_cmpuint (self.platform->n_write_calls, ==, 0);
  g_assert_false (self.answered);
  submit_fixture_block_journal (&self, FALSE);
  g_signal_emit_by_name (find_button (self.dialog, "Try Again"), "clicked");
  await_condition (self.answered);
  submit_fixture_await_end (&self);
  g_assert_cmpuint (submit_fixture_count (&self, MUSTER_OUTCOME_CHANGED), ==, 5);
  submit_fixture_tear_down (&self);
}

/* Enter submits what is no disabling; the parent's end is the dialog's. */
static void
test_focus (void)
{
  SubmitFixture self = { 0 };

  submit_fixture_set_up (&self, 5);
  wish_time_zone (&self);
  submit_fixture_open_dialog (&self);
  await_condition (is_enabled (find_button (self.dialog, "Submit")));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self.dialog))
                 == find_button (self.dialog, "Submit"));
  gtk_window_close (GTK_WINDOW (self.dialog));
  assert_left (&self);
  submit_fixture_open_dialog (&self);
  gtk_window_destroy (GTK_WINDOW (self.dialog));
  assert_left (&self);
  await_condition (self.dialog == NULL);
  submit_fixture_tear_down (&self);
}

int
main (int argc, char *argv[])
{
  display_test_init (&argc, &argv);
  g_test_add_func ("/submit-dialog/counts", test_counts);
  g_test_add_func ("/submit-dialog/words", test_words);
  g_test_add_func ("/submit-dialog/nothing-to-change", test_nothing_to_change);
  g_test_add_func ("/submit-dialog/left-while-reading", test_left_while_reading);
  g_test_add_func ("/submit-dialog/failures", test_failures);
  g_test_add_func ("/submit-dialog/signed-out", test_signed_out);
  g_test_add_func ("/submit-dialog/own-account", test_own_account);
  g_test_add_func ("/submit-dialog/only-own-account", test_only_own_account);
  g_test_add_func ("/submit-dialog/last-administrator", test_last_administrator);
  g_test_add_func ("/submit-dialog/journal", test_journal);
  g_test_add_func ("/submit-dialog/focus", test_focus);
  return g_test_run ();
}
