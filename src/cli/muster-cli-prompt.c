/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-prompt.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "muster-cli-error.h"
#include "muster-cli-text.h"

static gboolean
is_word (const char *answer, const char *word)
{
  g_autofree char *one = g_utf8_casefold (answer, -1);
  g_autofree char *other = g_utf8_casefold (word, -1);

  return strcmp (one, other) == 0;
}

static gboolean
is_yes (const char *answer)
{
  g_autofree char *copy = g_utf8_make_valid (answer, -1);

  g_strstrip (copy);
  return is_word (copy, "y")
         || is_word (copy, "yes")
         /* Translators: short for yes, as the question offers it. */
         || is_word (copy, C_ ("answer", "y")) || is_word (copy, C_ ("answer", "yes"));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError          *error = NULL;
  g_autofree char *answer
    = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (object), result, NULL,
                                            &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (answer == NULL || !is_yes (answer))
    g_task_return_new_error (task, MUSTER_CLI_ERROR, MUSTER_CLI_ERROR_DECLINED,
                             _ ("Nothing was sent."));
  else
    g_task_return_boolean (task, TRUE);
}

void
muster_cli_prompt_ask_async (const char         *question,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  g_autofree char *escaped = muster_cli_text_escape (question);

  g_task_set_source_tag (task, muster_cli_prompt_ask_async);
  /* One question after the other: what is typed ahead is for the next. */
  g_buffered_input_stream_set_buffer_size (G_BUFFERED_INPUT_STREAM (lines), 1);
  /* Translators: a question, and what may be answered: yes, or, as the default, no. */
  fprintf (stderr, _ ("%s [y/N] "), escaped);
  fflush (stderr);
  g_data_input_stream_read_line_async (lines, G_PRIORITY_DEFAULT, cancellable, read_cb,
                                       task);
}

gboolean
muster_cli_prompt_ask_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_cli_prompt_ask_async),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
