/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sample-child.h"

#include <string.h>

#define GREETING "Listening on "
#define CHUNK 4096
#define MAX_COMPLAINT 4096

struct _MusterSampleChild
{
  GSubprocess             *process;   /* (owned) */
  GDataInputStream        *lines;     /* (owned): its standard output */
  GString                 *complaint; /* (owned): the end of its standard error */
  guint                    n_pending; /* first line, standard error, exit */
  MusterSampleChildStarted started;
  MusterSampleChildEnded   ended; /* (nullable): NULL: let go */
  gpointer                 user_data;
};

static void
free_child (MusterSampleChild *self)
{
  g_object_unref (self->process);
  g_object_unref (self->lines);
  g_string_free (self->complaint, TRUE);
  g_free (self);
}

/* (transfer full): the last line, without the program's name before it. */
static char *
dup_sentence (MusterSampleChild *self)
{
  const char *start;
  const char *colon;

  g_strchomp (self->complaint->str);
  start = strrchr (self->complaint->str, '\n');
  start = start != NULL ? start + 1 : self->complaint->str;
  colon = g_str_has_prefix (start, "muster-platform: ") ? strchr (start, ' ') : NULL;
  return g_utf8_make_valid (colon != NULL ? colon + 1 : start, -1);
}

static void
take_end (MusterSampleChild *self)
{
  if (--self->n_pending > 0)
    return;
  if (self->ended != NULL)
    {
      g_autofree char *sentence = dup_sentence (self);

      self->ended (sentence, self->user_data);
    }
  free_child (self);
}

static void
line_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterSampleChild *self = user_data;
  g_autofree char   *line
    = g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (source), result,
                                                 NULL, NULL);

  if (line != NULL && g_str_has_prefix (line, GREETING) && self->ended != NULL)
    self->started (line + strlen (GREETING), self->user_data);
  else
    muster_sample_child_close (self);
  take_end (self);
}

static void read_complaint (MusterSampleChild *self, GInputStream *stream);

static void
complaint_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterSampleChild *self = user_data;
  g_autoptr (GBytes) bytes
    = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    {
      take_end (self);
      return;
    }
  g_string_append_len (self->complaint, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes));
  if (self->complaint->len > MAX_COMPLAINT)
    g_string_erase (self->complaint, 0, (gssize) (self->complaint->len - MAX_COMPLAINT));
  read_complaint (self, G_INPUT_STREAM (source));
}

/* To its end, or the child would wait for a reader one day. */
static void
read_complaint (MusterSampleChild *self, GInputStream *stream)
{
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, NULL,
                                   complaint_read_cb, self);
}

static void
exited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  take_end (user_data);
}

MusterSampleChild *
muster_sample_child_start (const char *const       *argv,
                           MusterSampleChildStarted started,
                           MusterSampleChildEnded   ended,
                           gpointer                 user_data,
                           GError                 **error)
{
  MusterSampleChild *self;
  GSubprocess       *process
    = g_subprocess_newv (argv,
                         G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                           | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                         error);

  if (process == NULL)
    return NULL;
  self = g_new0 (MusterSampleChild, 1);
  self->process = process;
  self->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  self->complaint = g_string_new (NULL);
  self->started = started;
  self->ended = ended;
  self->user_data = user_data;
  self->n_pending = 3;
  g_data_input_stream_read_line_async (self->lines, G_PRIORITY_DEFAULT, NULL,
                                       line_read_cb, self);
  read_complaint (self, g_subprocess_get_stderr_pipe (process));
  g_subprocess_wait_async (process, NULL, exited_cb, self);
  return self;
}

void
muster_sample_child_close (MusterSampleChild *self)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
}

void
muster_sample_child_kill (MusterSampleChild *self)
{
  g_subprocess_force_exit (self->process);
}

void
muster_sample_child_let_go (MusterSampleChild *self)
{
  self->ended = NULL;
  muster_sample_child_close (self);
}
