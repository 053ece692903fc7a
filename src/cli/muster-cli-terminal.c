/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-terminal.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "muster-cli-error.h"
#include "muster-cli-text.h"

gboolean
muster_cli_terminal_can_ask (void)
{
  return isatty (STDIN_FILENO) && isatty (STDERR_FILENO);
}

gboolean
muster_cli_terminal_shows_progress (void)
{
  return isatty (STDERR_FILENO);
}

guint
muster_cli_terminal_get_width (void)
{
  struct winsize size;

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
    return 0;
  return size.ws_col;
}

gboolean
muster_cli_terminal_print (const char *text, GError **error)
{
  if (fputs (text, stdout) != EOF && fflush (stdout) != EOF)
    return TRUE;
  g_set_error (error, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_OUTPUT,
               _ ("The result cannot be written to standard output: %s."),
               g_strerror (errno));
  return FALSE;
}

void
muster_cli_terminal_complain (const char *sentence)
{
  g_autofree char *escaped = muster_cli_text_escape (sentence);

  fprintf (stderr, "muster-cli: %s\n", escaped);
}
