/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-option-table.h"

#include <glib/gi18n.h>
#include <string.h>

#define COLUMN 26
#define WIDTH 80

/* Breaks @text between words, each line but the first set in. */
static void
append_wrapped (GString *out, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gsize at = COLUMN;

  for (char **word = words; *word != NULL; word++)
    {
      gsize length = (gsize) g_utf8_strlen (*word, -1);

      if (at > COLUMN && at + 1 + length > WIDTH)
        {
          g_string_append_printf (out, "\n%*s", COLUMN, "");
          at = COLUMN;
        }
      else if (at > COLUMN)
        {
          g_string_append_c (out, ' ');
          at++;
        }
      g_string_append (out, *word);
      at += length;
    }
  g_string_append_c (out, '\n');
}

static void
append_entry (GString *out, const char *left, const char *right)
{
  g_string_append_printf (out, "  %s", left);
  if (strlen (left) + 4 > COLUMN)
    g_string_append_printf (out, "\n%*s", COLUMN, "");
  else
    g_string_append_printf (out, "%*s", (int) (COLUMN - 2 - strlen (left)), "");
  append_wrapped (out, right);
}

static void
append_options (GString *out, MusterCliCommand command, gboolean common)
{
  for (const MusterCliOption *option = muster_cli_option_table; option->name != NULL;
       option++)
    {
      g_autofree char *left = NULL;

      if ((option->commands & MUSTER_CLI_COMMAND_BIT (command)) == 0
          || (option->commands == ~0u) != common)
        continue;
      left = g_strdup_printf ("--%s%s%s", option->name,
                              option->placeholder != NULL ? " " : "",
                              option->placeholder != NULL ? option->placeholder : "");
      append_entry (out, left, _ (option->help));
    }
}

static void
append_commands (GString *out)
{
  for (guint i = MUSTER_CLI_COMMAND_NONE + 1; i < MUSTER_CLI_N_COMMANDS; i++)
    {
      const char      *operand = muster_cli_command_get_operand (i);
      g_autofree char *left
        = g_strdup_printf ("%s%s%s", muster_cli_command_get_name (i),
                           operand != NULL ? " " : "", operand != NULL ? operand : "");

      append_entry (out, left, muster_cli_command_get_summary (i));
    }
}

static void
append_usage (GString *out, MusterCliCommand command)
{
  const char *operand = muster_cli_command_get_operand (command);

  /* Translators: the name of a command, a space, its operand; and what it does. */
  g_string_append_printf (out, _ ("Usage: muster-cli [OPTION…] %s%s%s\n\n%s.\n"),
                          muster_cli_command_get_name (command),
                          operand != NULL ? " " : "", operand != NULL ? operand : "",
                          muster_cli_command_get_summary (command));
  if (command == MUSTER_CLI_COMMAND_EDIT)
    g_string_append (out, _ ("\nWhom: one of --filter, --users-from and --user. What: at "
                             "least one change.\nNothing is sent before all of it is in "
                             "the journal.\n"));
}

char *
muster_cli_options_build_help (MusterCliCommand command)
{
  GString *out = g_string_new (NULL);

  if (command == MUSTER_CLI_COMMAND_NONE)
    {
      g_string_append (out, _ ("Usage: muster-cli [OPTION…] COMMAND\n\nChanges many user "
                               "accounts of a SCIM platform at once.\n\nCommands:\n"));
      append_commands (out);
    }
  else
    append_usage (out, command);
  if (command == MUSTER_CLI_COMMAND_USERS || command == MUSTER_CLI_COMMAND_EDIT
      || (command != MUSTER_CLI_COMMAND_NONE
          && muster_cli_command_needs_platform (command)))
    {
      g_string_append (out, _ ("\nOptions:\n"));
      append_options (out, command, FALSE);
    }
  g_string_append (out, _ ("\nCommon options:\n"));
  append_options (out, command, TRUE);
  g_string_append (out, _ ("\nExit status: 0 all users ended as wished; 1 nothing was "
                           "sent; 2 some user was\nnot changed; 3 interrupted, or it is "
                           "unknown what became of some user.\n"));
  if (command == MUSTER_CLI_COMMAND_NONE)
    g_string_append (out, _ ("\nmuster-cli COMMAND --help says more.\n"));
  return g_string_free (out, FALSE);
}
