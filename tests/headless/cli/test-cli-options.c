/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <string.h>

#include "muster-cli-error.h"
#include "muster-cli-options.h"

#define WORDS 24
#define HOW                                                                              \
  "--url", "http://127.0.0.1:1/scim/v2", "--account", "a", "--password-file", "p"

static MusterCliOptions *
parse (const char *const *words, GError **error)
{
  const char *argv[WORDS + 2] = { "muster-cli" };

  for (guint i = 0; words[i] != NULL; i++)
    argv[i + 1] = words[i];
  return muster_cli_options_parse (argv, error);
}

static const struct
{
  const char *words[WORDS];
  const char *sentence; /* part of it */
} wrong[] = {
  { { NULL }, "Say what to do" },
  { { "frobnicate" }, "“frobnicate” is no command" },
  { { "users", HOW, "--frobnicate" }, "There is no option --frobnicate" },
  { { "users", HOW, "more" }, "“more” is one word too many" },
  { { "users", "--filter" }, "--filter needs a FILTER" },
  { { "users", HOW, "--filter", "" }, "--filter is empty" },
  { { "users", HOW, "--filter", "a", "--filter", "b" }, "once only" },
  { { "users", HOW, "--limit", "0" }, "--limit 0 is no number" },
  { { "users", HOW, "--limit", "-1" }, "--limit -1 is no number" },
  { { "users", HOW, "--limit", "many" }, "--limit many is no number" },
  { { "users", HOW, "--format", "xml" }, "There is no format “xml”" },
  { { "users", "--account", "a", "--password-file", "p" }, "Say where the platform is" },
  { { "users", "--url", "u", "--password-file", "p" }, "Say who signs in" },
  { { "users", "--url", "u", "--account", "a" }, "Say where the password is" },
  { { "roles", HOW, "--filter", "x" }, "--filter does not go with roles" },
  { { "--filter", "x", "roles", HOW }, "--filter does not go with roles" },
  { { "history", "--yes" }, "--yes does not go with history" },
  { { "show" }, "Say which batch to show" },
  { { "show", "a", "b" }, "“b” is one word too many" },
  { { "users", HOW, "\xff" }, "not all UTF-8" },
  { { "edit", HOW, "--disable" }, "Say whom to change" },
  { { "edit", HOW, "--user", "a" }, "Say what to change" },
  { { "edit", HOW, "--user", "", "--disable" }, "--user is empty" },
  { { "edit", HOW, "--user", "a", "--filter", "b", "--disable" }, "not several" },
  { { "edit", HOW, "--users-from", "a", "--filter", "b", "--disable" }, "not several" },
  { { "edit", HOW, "--user", "a", "--disable", "--format", "csv" }, "no --format csv" },
  { { "edit", HOW, "--user", "a", "--disable=yes" }, "--disable takes no value" },
  { { "edit", HOW, "--user", "a", "--disable", "--dry-run", "--report", "r.csv" },
    "--dry-run does nothing" },
  { { "edit", HOW, "--user", "a", "--disable", "--enable" },
    "--disable and --enable contradict each other" },
  { { "edit", HOW, "--user", "a", "--disable", "--disable" }, "stands there twice" },
  { { "edit", HOW, "--user", "a", "--set", "company=x", "--set", "company=y" },
    "--set company=x and --set company=y contradict" },
  { { "edit", HOW, "--user", "a", "--set", "company=x", "--clear", "company" },
    "contradict" },
  { { "edit", HOW, "--user", "a", "--add-role", "x", "--remove-role", "x" },
    "--add-role x and --remove-role x contradict" },
  { { "edit", HOW, "--user", "a", "--flag", "city", "--unflag", "city" }, "contradict" },
  { { "edit", HOW, "--user", "a", "--set", "timeZone" }, "FIELD=VALUE" },
  { { "edit", HOW, "--user", "a", "--set", "timeZone=" }, "--clear timeZone" },
  { { "edit", HOW, "--user", "a", "--set", "shoeSize=44" },
    "no field “shoeSize”; it takes company, accountExecutive, organization, timeZone" },
  { { "edit", HOW, "--user", "a", "--set", "active=false" }, "no field “active”" },
  { { "edit", HOW, "--user", "a", "--clear", "roles" }, "no field “roles”" },
  { { "edit", HOW, "--user", "a", "--add-role", "" }, "--add-role is empty" },
};

static void
test_wrong_lines_get_a_sentence (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterCliOptions) options = parse (wrong[i].words, &error);

      g_test_message ("case %u: %s", i, error != NULL ? error->message : "no error");
      g_assert_null (options);
      g_assert_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE);
      g_assert_nonnull (strstr (error->message, wrong[i].sentence));
    }
}

static void
test_options_stand_before_and_after_the_command (void)
{
  const char *const words[][WORDS] = {
    { HOW, "--filter=active eq true", "--limit", "7", "--format", "json", "users" },
    { "users", HOW, "--filter", "active eq true", "--limit=7", "--format=json" },
    { HOW, "users", "--limit", "7", "--filter", "active eq true", "--format", "json" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterCliOptions) options = parse (words[i], &error);

      g_assert_no_error (error);
      g_assert_cmpint (options->command, ==, MUSTER_CLI_COMMAND_USERS);
      g_assert_cmpint (options->format, ==, MUSTER_CLI_FORMAT_JSON);
      g_assert_cmpstr (options->filter, ==, "active eq true");
      g_assert_cmpstr (options->account, ==, "a");
      g_assert_cmpuint (options->limit, ==, 7);
    }
}

static void
test_changes_say_field_verb_and_name (void)
{
  static const struct
  {
    MusterField field;
    MusterVerb  verb;
    const char *name;
  } wanted[] = {
    { MUSTER_FIELD_TIME_ZONE, MUSTER_VERB_SET, "Europe/Oslo" },
    { MUSTER_FIELD_COMPANY, MUSTER_VERB_SET, "A=B, \"C\"" },
    { MUSTER_FIELD_ORGANIZATION, MUSTER_VERB_CLEAR, NULL },
    { MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "x" },
    { MUSTER_FIELD_ROLES, MUSTER_VERB_ADD, "y" },
    { MUSTER_FIELD_ROLES, MUSTER_VERB_REMOVE, "--z" },
    { MUSTER_FIELD_MANAGED_ORGANIZATIONS, MUSTER_VERB_REMOVE, "o" },
    { MUSTER_FIELD_ACTIVE, MUSTER_VERB_SET, MUSTER_ACTIVE_FALSE },
    { MUSTER_FIELD_FLAGGED_FIELDS, MUSTER_VERB_ADD, "city" },
  };
  const char *const words[WORDS + 4] = { "edit",
                                         "--user",
                                         "a",
                                         "--user=b",
                                         "--set",
                                         "timeZone=Europe/Oslo",
                                         "--set=company=A=B, \"C\"",
                                         "--clear",
                                         "organization",
                                         "--add-role",
                                         "x",
                                         "--add-role=y",
                                         "--remove-role",
                                         "--z",
                                         "--remove-organization-management",
                                         "o",
                                         "--disable",
                                         "--flag",
                                         "city" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCliOptions) options = NULL;

  g_setenv ("MUSTER_URL", "http://127.0.0.1:1/scim/v2", TRUE);
  g_setenv ("MUSTER_ACCOUNT", "a", TRUE);
  g_setenv ("MUSTER_PASSWORD_FILE", "p", TRUE);
  options = parse (words, &error);
  g_unsetenv ("MUSTER_URL");
  g_unsetenv ("MUSTER_ACCOUNT");
  g_unsetenv ("MUSTER_PASSWORD_FILE");
  g_assert_no_error (error);
  g_assert_cmpuint (options->users->len, ==, 2);
  g_assert_cmpuint (options->changes->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      MusterCliChange *change = g_ptr_array_index (options->changes, i);

      g_assert_cmpint (change->field, ==, wanted[i].field);
      g_assert_cmpint (change->verb, ==, wanted[i].verb);
      g_assert_cmpstr (change->name, ==, wanted[i].name);
    }
}

/* Two names of one role are told apart only once both are looked up. */
static void
test_contradictions_are_found_after_looking_up (void)
{
  const char *const words[WORDS]
    = { "edit", HOW, "--user", "a", "--add-role", "Nurse", "--remove-role", "r-1" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCliOptions) options = parse (words, &error);
  g_autoptr (GPtrArray) operations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);
  g_autoptr (MusterReference) role = muster_reference_new ("r-1", "Nurse");

  g_assert_no_error (error);
  for (guint i = 0; i < options->changes->len; i++)
    g_ptr_array_add (operations,
                     muster_cli_change_to_operation (g_ptr_array_index (options->changes,
                                                                        i),
                                                     role));
  g_assert_false (
    muster_cli_changes_check_resolved (options->changes, operations, &error));
  g_assert_cmpstr (error->message, ==,
                   "--add-role Nurse and --remove-role r-1 contradict each other; give "
                   "one of them.");
}

static void
test_help_names_every_option_of_a_command (void)
{
  g_autofree char  *edit = muster_cli_options_build_help (MUSTER_CLI_COMMAND_EDIT);
  g_autofree char  *roles = muster_cli_options_build_help (MUSTER_CLI_COMMAND_ROLES);
  const char *const words[] = { "edit", "--help", NULL };
  g_autoptr (MusterCliOptions) options = parse (words, NULL);

  g_assert_true (options->help);
  g_assert_cmpint (options->command, ==, MUSTER_CLI_COMMAND_EDIT);
  g_assert_nonnull (strstr (edit, "--remove-organization-management NAME"));
  g_assert_nonnull (strstr (edit, "--include-own-account"));
  g_assert_nonnull (strstr (edit, "Exit status"));
  g_assert_null (strstr (roles, "--filter"));
  g_assert_nonnull (strstr (roles, "--search TEXT"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("MUSTER_URL");
  g_unsetenv ("MUSTER_ACCOUNT");
  g_unsetenv ("MUSTER_PASSWORD_FILE");
  g_test_add_func ("/cli/options/wrong", test_wrong_lines_get_a_sentence);
  g_test_add_func ("/cli/options/order", test_options_stand_before_and_after_the_command);
  g_test_add_func ("/cli/options/changes", test_changes_say_field_verb_and_name);
  g_test_add_func ("/cli/options/looked-up",
                   test_contradictions_are_found_after_looking_up);
  g_test_add_func ("/cli/options/help", test_help_names_every_option_of_a_command);
  return g_test_run ();
}
