/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>

#include "muster-cli-command.h"
#include "muster-cli-terminal.h"

typedef struct
{
  MusterCliSession *session;   /* (owned) */
  GMainLoop        *loop;      /* (owned) */
  guint             interrupt; /* source */
  guint             terminate; /* source */
  int               exit_code;
} Program;

static const MusterCliCommandRun runs[MUSTER_CLI_N_COMMANDS] = {
  [MUSTER_CLI_COMMAND_USERS] = muster_cli_command_users_async,
  [MUSTER_CLI_COMMAND_ROLES] = muster_cli_command_resources_async,
  [MUSTER_CLI_COMMAND_ORGANIZATIONS] = muster_cli_command_resources_async,
  [MUSTER_CLI_COMMAND_COMPANIES] = muster_cli_command_resources_async,
  [MUSTER_CLI_COMMAND_EDIT] = muster_cli_command_edit_async,
  [MUSTER_CLI_COMMAND_HISTORY] = muster_cli_command_history_async,
  [MUSTER_CLI_COMMAND_SHOW] = muster_cli_command_show_async,
};

/* The first time stops in good order; the sources are gone then, so that the second time
 * does what the signal does by itself. */
static gboolean
stop (Program *program)
{
  g_clear_handle_id (&program->interrupt, g_source_remove);
  g_clear_handle_id (&program->terminate, g_source_remove);
  muster_cli_terminal_complain (
    _ ("Stopping; what is under way is finished first. Once more ends it at once."));
  g_cancellable_cancel (program->session->cancellable);
  return G_SOURCE_REMOVE;
}

static gboolean
interrupt_cb (gpointer user_data)
{
  Program *program = user_data;

  return stop (program);
}

static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Program *program = user_data;

  muster_cli_session_close_finish (program->session, result);
  g_main_loop_quit (program->loop);
}

static void
finished_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Program *program = user_data;
  g_autoptr (GError) error = NULL;

  program->exit_code = muster_cli_command_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    muster_cli_terminal_complain (_ ("Interrupted; nothing was sent."));
  else if (error != NULL)
    muster_cli_terminal_complain (error->message);
  if (error != NULL)
    program->exit_code = MUSTER_CLI_EXIT_NOTHING_SENT;
  muster_cli_session_close_async (program->session, closed_cb, program);
}

static int
run (const MusterCliOptions *options)
{
  Program program = { NULL };

  /* An edit goes on and is written down even where nobody reads of it any more. */
  if (options->command == MUSTER_CLI_COMMAND_EDIT)
    signal (SIGPIPE, SIG_IGN);
  program.session = muster_cli_session_new (options);
  program.loop = g_main_loop_new (NULL, FALSE);
  program.interrupt = g_unix_signal_add (SIGINT, interrupt_cb, &program);
  program.terminate = g_unix_signal_add (SIGTERM, interrupt_cb, &program);
  runs[options->command](program.session, finished_cb, &program);
  g_main_loop_run (program.loop);
  g_clear_handle_id (&program.interrupt, g_source_remove);
  g_clear_handle_id (&program.terminate, g_source_remove);
  g_main_loop_unref (program.loop);
  muster_cli_session_free (program.session);
  return program.exit_code;
}

static int
print (char *text)
{
  g_autofree char *owned = text;
  g_autoptr (GError) error = NULL;

  if (muster_cli_terminal_print (owned, &error))
    return MUSTER_CLI_EXIT_DONE;
  muster_cli_terminal_complain (error->message);
  return MUSTER_CLI_EXIT_NOTHING_SENT;
}

/* What programs read is the same in every language; sentences are the reader's. */
static void
set_language (void)
{
  const char *directory = g_getenv ("MUSTER_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain ("muster", directory != NULL ? directory : MUSTER_LOCALE_DIR);
  bind_textdomain_codeset ("muster", "UTF-8");
  textdomain ("muster");
}

int
main (int argc, char **argv)
{
  g_autoptr (MusterCliOptions) options = NULL;
  g_autoptr (GError) error = NULL;

  set_language ();
  options = muster_cli_options_parse ((const char *const *) argv, &error);
  if (options == NULL)
    {
      muster_cli_terminal_complain (error->message);
      return MUSTER_CLI_EXIT_NOTHING_SENT;
    }
  if (options->help)
    return print (muster_cli_options_build_help (options->command));
  if (options->version)
    return print (g_strdup ("muster-cli " MUSTER_VERSION "\n"));
  return run (options);
}
