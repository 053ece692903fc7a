/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-option-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-cli-error.h"

#define BIT(command) MUSTER_CLI_COMMAND_BIT (MUSTER_CLI_COMMAND_##command)
#define RESOURCES (BIT (ROLES) | BIT (ORGANIZATIONS) | BIT (COMPANIES))
#define ALL (~0u)

static const struct
{
  const char *name;
  const char *operand;
  const char *summary;
} commands[MUSTER_CLI_N_COMMANDS] = {
  [MUSTER_CLI_COMMAND_USERS] = { "users", NULL, N_ ("List users") },
  [MUSTER_CLI_COMMAND_ROLES]
  = { "roles", NULL, N_ ("List the roles that users may have") },
  [MUSTER_CLI_COMMAND_ORGANIZATIONS]
  = { "organizations", NULL, N_ ("List organizations") },
  [MUSTER_CLI_COMMAND_COMPANIES] = { "companies", NULL, N_ ("List companies") },
  [MUSTER_CLI_COMMAND_EDIT] = { "edit", NULL, N_ ("Change many users at once") },
  [MUSTER_CLI_COMMAND_HISTORY]
  = { "history", NULL, N_ ("List the edits made with Muster on this machine") },
  [MUSTER_CLI_COMMAND_SHOW]
  = { "show", "BATCH", N_ ("Show what an edit did to each of its users") },
};

static gboolean
take_text (MusterCliOptions      *options,
           const MusterCliOption *option,
           const char            *value,
           GError               **error)
{
  char **target = G_STRUCT_MEMBER_P (options, option->offset);

  if (*value == '\0')
    {
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                   /* Translators: an option, and what it takes, like FILE. */
                   _ ("--%s is empty; give it a %s."), option->name, option->placeholder);
      return FALSE;
    }
  if (*target != NULL)
    {
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                   _ ("--%s may be given once only."), option->name);
      return FALSE;
    }
  *target = g_strdup (value);
  return TRUE;
}

static gboolean
take_flag (MusterCliOptions      *options,
           const MusterCliOption *option,
           const char            *value,
           GError               **error)
{
  G_STRUCT_MEMBER (gboolean, options, option->offset) = TRUE;
  return TRUE;
}

static gboolean
take_user (MusterCliOptions      *options,
           const MusterCliOption *option,
           const char            *value,
           GError               **error)
{
  if (*value == '\0')
    {
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                   _ ("--user is empty; give it a user name, an e-mail address or an "
                      "id."));
      return FALSE;
    }
  g_ptr_array_add (options->users, g_strdup (value));
  return TRUE;
}

static gboolean
take_change (MusterCliOptions      *options,
             const MusterCliOption *option,
             const char            *value,
             GError               **error)
{
  MusterCliChange *change;

  if (value != NULL && *value == '\0')
    {
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                   /* Translators: an option, and what it takes, like FILE. */
                   _ ("--%s is empty; give it a %s."), option->name, option->placeholder);
      return FALSE;
    }
  change = muster_cli_change_parse (option->name, value, error);
  if (change == NULL)
    return FALSE;
  g_ptr_array_add (options->changes, change);
  return TRUE;
}

static gboolean
take_limit (MusterCliOptions      *options,
            const MusterCliOption *option,
            const char            *value,
            GError               **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXUINT, &number, NULL))
    {
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                   _ ("--limit %s is no number from 1 on."), value);
      return FALSE;
    }
  options->limit = (guint) number;
  return TRUE;
}

static gboolean
take_format (MusterCliOptions      *options,
             const MusterCliOption *option,
             const char            *value,
             GError               **error)
{
  static const char *const names[] = { "table", "json", "csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (value, names[i]) == 0)
      {
        options->format = i;
        return TRUE;
      }
  g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
               _ ("There is no format “%s”; there are table, json and csv."), value);
  return FALSE;
}

#define TEXT(member) take_text, G_STRUCT_OFFSET (MusterCliOptions, member)
#define FLAG(member) take_flag, G_STRUCT_OFFSET (MusterCliOptions, member)

const MusterCliOption muster_cli_option_table[] = {
  { "filter", "FILTER", BIT (USERS) | BIT (EDIT), TEXT (filter),
    N_ ("The users that a SCIM filter fits: active eq true and title co \"nurse\"") },
  { "search", "TEXT", BIT (USERS) | RESOURCES, TEXT (search),
    N_ ("Only those whose names contain TEXT") },
  { "limit", "N", BIT (USERS), take_limit, 0, N_ ("At most N users") },
  { "users-from", "FILE", BIT (EDIT), TEXT (users_from),
    N_ ("The users of a list: a CSV with a column of user names, e-mail addresses or "
        "ids, or one of these on each line") },
  { "user", "NAME", BIT (EDIT), take_user, 0,
    N_ ("A user, by user name, e-mail address or id; may be repeated") },
  { "set", "FIELD=VALUE", BIT (EDIT), take_change, 0,
    N_ ("timeZone=ZONE, company=NAME, organization=NAME or accountExecutive=USERNAME") },
  { "clear", "FIELD", BIT (EDIT), take_change, 0, N_ ("Empty one of these fields") },
  { "add-role", "NAME", BIT (EDIT), take_change, 0, N_ ("May be repeated") },
  { "remove-role", "NAME", BIT (EDIT), take_change, 0, N_ ("May be repeated") },
  { "add-organization-management", "NAME", BIT (EDIT), take_change, 0,
    N_ ("Let the users manage an organization and those below; may be repeated") },
  { "remove-organization-management", "NAME", BIT (EDIT), take_change, 0,
    N_ ("May be repeated") },
  { "disable", NULL, BIT (EDIT), take_change, 0, N_ ("Let the users sign in no more") },
  { "enable", NULL, BIT (EDIT), take_change, 0, N_ ("Let the users sign in again") },
  { "flag", "FIELD", BIT (EDIT), take_change, 0,
    N_ ("A field that the users must fill in before anything else; may be repeated") },
  { "unflag", "FIELD", BIT (EDIT), take_change, 0, N_ ("May be repeated") },
  { "dry-run", NULL, BIT (EDIT), FLAG (dry_run),
    N_ ("Show what would happen to each user, and send nothing") },
  { "yes", NULL, BIT (EDIT), FLAG (yes),
    N_ ("Answer yes to every question but those about your own account and the last "
        "administrator") },
  { "include-own-account", NULL, BIT (EDIT), FLAG (include_own_account),
    N_ ("Answer yes to those too") },
  { "report", "FILE", BIT (EDIT), TEXT (report),
    N_ ("Write what became of each user to FILE.csv or FILE.json") },
  { "format", "FORMAT", ALL, take_format, 0,
    N_ ("table (for people), json or csv (for programs; edit has no csv)") },
  { "url", "URL", ALL, TEXT (url),
    N_ ("Where the platform is, https://HOST/scim/v2 (MUSTER_URL)") },
  { "account", "NAME", ALL, TEXT (account), N_ ("Who signs in (MUSTER_ACCOUNT)") },
  { "password-file", "FILE", ALL, TEXT (password_file),
    N_ ("The password is its first line (MUSTER_PASSWORD_FILE)") },
  { "help", NULL, ALL, FLAG (help), N_ ("Show this") },
  { "version", NULL, ALL, FLAG (version), N_ ("Show the version") },
  { NULL },
};

const MusterCliOption *
muster_cli_option_find (const char *name, gsize length)
{
  for (const MusterCliOption *option = muster_cli_option_table; option->name != NULL;
       option++)
    if (strlen (option->name) == length && memcmp (option->name, name, length) == 0)
      return option;
  return NULL;
}

const char *
muster_cli_command_get_name (MusterCliCommand command)
{
  return commands[command].name;
}

const char *
muster_cli_command_get_summary (MusterCliCommand command)
{
  return _ (commands[command].summary);
}

const char *
muster_cli_command_get_operand (MusterCliCommand command)
{
  return commands[command].operand;
}

MusterCliCommand
muster_cli_command_find (const char *name)
{
  for (guint i = 0; i < MUSTER_CLI_N_COMMANDS; i++)
    if (g_strcmp0 (commands[i].name, name) == 0)
      return i;
  return MUSTER_CLI_COMMAND_NONE;
}
