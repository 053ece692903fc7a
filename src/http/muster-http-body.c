/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-http-body.h"

#define PART (64 * 1024)

typedef struct
{
  GByteArray      *bytes; /* (owned) (nullable) */
  gsize            limit;
  gsize            length;
  MusterHttpWatch *watch; /* (not owned) */
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->bytes, g_byte_array_unref);
  g_free (reading);
}

static void read_part (GTask *task);

static void
part_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError  *error = NULL;
  gssize   n_read = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (n_read < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  if (n_read == 0)
    {
      g_byte_array_set_size (reading->bytes, (guint) reading->length);
      g_task_return_pointer (task,
                             g_byte_array_free_to_bytes (
                               g_steal_pointer (&reading->bytes)),
                             (GDestroyNotify) g_bytes_unref);
      return;
    }
  reading->length += (gsize) n_read;
  muster_http_watch_count (reading->watch, (gsize) n_read);
  if (reading->length > reading->limit)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                               "more than %" G_GSIZE_FORMAT " bytes", reading->limit);
      return;
    }
  read_part (g_steal_pointer (&task));
}

/* Straight into the array, which grows by doubling. */
static void
read_part (GTask *task)
{
  Reading      *reading = g_task_get_task_data (task);
  GInputStream *stream = g_task_get_source_object (task);

  g_byte_array_set_size (reading->bytes, (guint) reading->length + PART);
  g_input_stream_read_async (stream, reading->bytes->data + reading->length, PART,
                             g_task_get_priority (task), g_task_get_cancellable (task),
                             part_read_cb, task);
}

void
muster_http_body_read_async (GInputStream       *stream,
                             gsize               limit,
                             MusterHttpWatch    *watch,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GTask *task
    = g_task_new (stream, muster_http_watch_get_cancellable (watch), callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  g_return_if_fail (limit < G_MAXUINT - PART);

  g_task_set_source_tag (task, muster_http_body_read_async);
  g_task_set_task_data (task, reading, free_reading);
  reading->bytes = g_byte_array_new ();
  reading->limit = limit;
  reading->watch = watch;
  read_part (task);
}

GBytes *
muster_http_body_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
