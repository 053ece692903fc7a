/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-command.h"

#include "muster-cli-terminal.h"

int
muster_cli_command_finish (GAsyncResult *result, GError **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}

void
muster_cli_command_return_text (GTask *task, char *text)
{
  GError *error = NULL;

  if (muster_cli_terminal_print (text, &error))
    g_task_return_int (task, MUSTER_CLI_EXIT_DONE);
  else
    g_task_return_error (task, error);
  g_free (text);
}
