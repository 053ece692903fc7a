/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-options.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-cli-error.h"
#include "muster-cli-option-table.h"

void
muster_cli_options_free (MusterCliOptions *self)
{
  if (self == NULL)
    return;
  g_free (self->url);
  g_free (self->account);
  g_free (self->password_file);
  g_free (self->filter);
  g_free (self->search);
  g_free (self->users_from);
  g_ptr_array_unref (self->users);
  g_ptr_array_unref (self->changes);
  g_free (self->report);
  g_free (self->batch);
  g_free (self);
}

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE, sentence);
  return FALSE;
}

/* A word that is no option: the command, or what the command is about. */
static gboolean
take_word (MusterCliOptions *self, const char *word, GError **error)
{
  if (self->command == MUSTER_CLI_COMMAND_NONE)
    {
      self->command = muster_cli_command_find (word);
      if (self->command != MUSTER_CLI_COMMAND_NONE)
        return TRUE;
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                   _ ("“%s” is no command; see muster-cli --help."), word);
      return FALSE;
    }
  if (muster_cli_command_get_operand (self->command) != NULL && self->batch == NULL)
    {
      self->batch = g_strdup (word);
      return TRUE;
    }
  g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
               _ ("“%s” is one word too many; put quotes around a value with spaces."),
               word);
  return FALSE;
}

/* @argument: one that begins with dashes. Moves on where the value is a word of its own.
 * The options seen are noted, since the command they must fit may still come. */
static gboolean
take_option (MusterCliOptions   *self,
             const char *const **argument,
             GPtrArray          *seen,
             GError            **error)
{
  const char            *name = **argument + 2;
  const char            *equals = strchr (name, '=');
  const MusterCliOption *option
    = muster_cli_option_find (name,
                              equals != NULL ? (gsize) (equals - name) : strlen (name));
  const char *value = equals != NULL ? equals + 1 : NULL;

  if (option == NULL)
    {
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                   _ ("There is no option %s; see muster-cli --help."), **argument);
      return FALSE;
    }
  if (option->placeholder == NULL && value != NULL)
    {
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                   _ ("--%s takes no value."), option->name);
      return FALSE;
    }
  if (option->placeholder != NULL && value == NULL)
    {
      value = (*argument)[1];
      if (value == NULL)
        {
          g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                       /* Translators: an option, and what it takes, like FILE. */
                       _ ("--%s needs a %s behind it."), option->name,
                       option->placeholder);
          return FALSE;
        }
      (*argument)++;
    }
  g_ptr_array_add (seen, (gpointer) option);
  return option->take (self, option, value, error);
}

static gboolean
check_encoding (const char *argument, GError **error)
{
  if (g_utf8_validate (argument, -1, NULL))
    return TRUE;
  return fail (error,
               _ ("The command line is not all UTF-8; type it in a UTF-8 terminal."));
}

static gboolean
take_arguments (MusterCliOptions  *self,
                const char *const *argument,
                GPtrArray         *seen,
                GError           **error)
{
  gboolean only_words = FALSE;

  for (; *argument != NULL; argument++)
    {
      gboolean taken;

      if (!check_encoding (*argument, error))
        return FALSE;
      if (!only_words && strcmp (*argument, "--") == 0)
        {
          only_words = TRUE;
          continue;
        }
      if (!only_words && strcmp (*argument, "-h") == 0)
        taken = self->help = TRUE;
      else if (!only_words && g_str_has_prefix (*argument, "--"))
        taken = take_option (self, &argument, seen, error);
      else
        taken = take_word (self, *argument, error);
      if (!taken)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_seen (MusterCliOptions *self, GPtrArray *seen, GError **error)
{
  for (guint i = 0; i < seen->len; i++)
    {
      const MusterCliOption *option = g_ptr_array_index (seen, i);

      if ((option->commands & MUSTER_CLI_COMMAND_BIT (self->command)) != 0)
        continue;
      g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_USAGE,
                   /* Translators: an option, and the name of a command, twice. */
                   _ ("--%s does not go with %s; see muster-cli %s --help."),
                   option->name, muster_cli_command_get_name (self->command),
                   muster_cli_command_get_name (self->command));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_edit (MusterCliOptions *self, GError **error)
{
  guint n_pickers
    = (self->filter != NULL) + (self->users_from != NULL) + (self->users->len > 0);

  if (n_pickers == 0)
    return fail (error, _ ("Say whom to change: --filter, --users-from or --user; see "
                           "muster-cli edit --help."));
  if (n_pickers > 1)
    return fail (error,
                 _ ("Give one of --filter, --users-from and --user, not several."));
  if (self->changes->len == 0)
    return fail (error, _ ("Say what to change: --set, --add-role, --disable and others; "
                           "see muster-cli edit --help."));
  if (self->format == MUSTER_CLI_FORMAT_CSV)
    return fail (error, _ ("edit has no --format csv; --report FILE.csv writes one."));
  if (self->dry_run && self->report != NULL)
    return fail (error, _ ("--report is about what was done, and --dry-run does nothing; "
                           "give one of them."));
  return muster_cli_changes_check (self->changes, error);
}

static gboolean
check_connection (MusterCliOptions *self, GError **error)
{
  if (self->url == NULL)
    return fail (error, _ ("Say where the platform is: --url URL, or MUSTER_URL in the "
                           "environment."));
  if (self->account == NULL)
    return fail (error, _ ("Say who signs in: --account NAME, or MUSTER_ACCOUNT in the "
                           "environment."));
  if (self->password_file == NULL)
    return fail (error, _ ("Say where the password is: --password-file FILE, or "
                           "MUSTER_PASSWORD_FILE in the environment."));
  return TRUE;
}

static gboolean
check (MusterCliOptions *self, GPtrArray *seen, GError **error)
{
  if (self->help || self->version)
    return TRUE;
  if (self->command == MUSTER_CLI_COMMAND_NONE)
    return fail (error, _ ("Say what to do: users, roles, organizations, companies, "
                           "edit, history or show; see muster-cli --help."));
  if (!check_seen (self, seen, error))
    return FALSE;
  if (self->command == MUSTER_CLI_COMMAND_EDIT && !check_edit (self, error))
    return FALSE;
  if (self->command == MUSTER_CLI_COMMAND_SHOW && self->batch == NULL)
    return fail (error, _ ("Say which batch to show; muster-cli history lists them."));
  return !muster_cli_command_needs_platform (self->command)
         || check_connection (self, error);
}

static void
take_environment (char **target, const char *name)
{
  const char *value = g_getenv (name);

  if (*target == NULL && value != NULL && *value != '\0')
    *target = g_strdup (value);
}

MusterCliOptions *
muster_cli_options_parse (const char *const *argv, GError **error)
{
  g_autoptr (MusterCliOptions) self = g_new0 (MusterCliOptions, 1);
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  self->users = g_ptr_array_new_with_free_func (g_free);
  self->changes
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_cli_change_free);
  if (!take_arguments (self, argv + 1, seen, error))
    return NULL;
  take_environment (&self->url, "MUSTER_URL");
  take_environment (&self->account, "MUSTER_ACCOUNT");
  take_environment (&self->password_file, "MUSTER_PASSWORD_FILE");
  return check (self, seen, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
muster_cli_command_needs_platform (MusterCliCommand command)
{
  return command != MUSTER_CLI_COMMAND_HISTORY && command != MUSTER_CLI_COMMAND_SHOW;
}
