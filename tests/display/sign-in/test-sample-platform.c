/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "await.h"
#include "muster-sample-platform.h"

#define HOLD "--hold"

typedef struct
{
  char                 *folder;   /* (owned) */
  char                 *database; /* (owned): in a folder that is not there yet */
  char                 *pids;     /* (owned): a file, a line for each child */
  MusterSamplePlatform *platform; /* (owned) */
} Fixture;

/* A program that notes its process before it becomes the platform. */
static char *
write_program (Fixture *fixture)
{
  char            *path = g_build_filename (fixture->folder, "platform", NULL);
  g_autofree char *script
    = g_strdup_printf ("#!/bin/sh\necho $$ >>'%s'\nexec '%s' \"$@\"\n", fixture->pids,
                       g_getenv ("MUSTER_TEST_PLATFORM"));

  g_assert_true (
    g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  return path;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *program = NULL;

  fixture->folder = temporary_folder_new ();
  fixture->database = g_build_filename (fixture->folder, "data", "sample.sqlite", NULL);
  fixture->pids = g_build_filename (fixture->folder, "pids", NULL);
  program = write_program (fixture);
  fixture->platform = muster_sample_platform_new (program, fixture->database);
}

static void
stop (MusterSamplePlatform *platform)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  muster_sample_platform_stop_async (platform, await_cb, &slot);
  result = await_result (&slot);
  g_assert_true (muster_sample_platform_stop_finish (platform, result, &error));
  g_assert_no_error (error);
  g_assert_null (muster_sample_platform_get_address (platform));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stop (fixture->platform);
  g_assert_finalize_object (fixture->platform);
  temporary_folder_free (fixture->folder);
  g_free (fixture->database);
  g_free (fixture->pids);
}

static char *
start (MusterSamplePlatform *platform, GCancellable *cancellable, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  muster_sample_platform_start_async (platform, cancellable, await_cb, &slot);
  result = await_result (&slot);
  return muster_sample_platform_start_finish (platform, result, error);
}

static gboolean
is_listening (const char *address)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection
    = g_socket_client_connect_to_uri (client, address, 80, NULL, NULL);

  return connection != NULL;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

#define await_that(expression)                                                           \
  G_STMT_START                                                                           \
  {                                                                                      \
    gint64 limit = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;                        \
    guint  waker = g_timeout_add (20, wake_cb, NULL);                                    \
    while (!(expression))                                                                \
      {                                                                                  \
        g_assert_cmpint (g_get_monotonic_time (), <, limit);                             \
        g_main_context_iteration (NULL, TRUE);                                           \
      }                                                                                  \
    g_source_remove (waker);                                                             \
  }                                                                                      \
  G_STMT_END

/* The process of the last child. */
static pid_t
read_pid (Fixture *fixture)
{
  g_autofree char *text = NULL;
  const char      *last;

  g_assert_true (g_file_get_contents (fixture->pids, &text, NULL, NULL));
  g_strchomp (text);
  last = strrchr (text, '\n');
  return (pid_t) g_ascii_strtoll (last != NULL ? last + 1 : text, NULL, 10);
}

static void
test_start_and_stop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = start (fixture->platform, NULL, &error);
  g_autofree char *again = start (fixture->platform, NULL, &error);
  g_autofree char *second = NULL;
  GStatBuf         info;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (first, "http://127.0.0.1:"));
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, ==, muster_sample_platform_get_address (fixture->platform));
  g_assert_true (is_listening (first));
  g_assert_cmpint (g_stat (fixture->database, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);

  stop (fixture->platform);
  g_assert_false (is_listening (first));
  g_assert_cmpint (kill (read_pid (fixture), 0), ==, -1);
  second = start (fixture->platform, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_listening (second));
}

static void
test_two_wait_for_one (Fixture *fixture, gconstpointer data)
{
  GAsyncResult    *slots[2] = { NULL, NULL };
  g_autofree char *addresses[2] = { NULL, NULL };

  for (guint i = 0; i < 2; i++)
    muster_sample_platform_start_async (fixture->platform, NULL, await_cb, &slots[i]);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = await_result (&slots[i]);

      addresses[i]
        = muster_sample_platform_start_finish (fixture->platform, result, NULL);
    }
  g_assert_nonnull (addresses[0]);
  g_assert_cmpstr (addresses[0], ==, addresses[1]);
  g_free (addresses[1]);
  addresses[1] = NULL;
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;

  muster_sample_platform_start_async (fixture->platform, cancellable, await_cb, &slot);
  g_cancellable_cancel (cancellable);
  result = await_result (&slot);
  g_assert_null (muster_sample_platform_start_finish (fixture->platform, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  address = start (fixture->platform, NULL, &error);
  g_assert_no_error (error);
}

static void
test_stop_while_it_starts (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  muster_sample_platform_start_async (fixture->platform, NULL, await_cb, &slot);
  stop (fixture->platform);
  result = await_result (&slot);
  g_assert_null (muster_sample_platform_start_finish (fixture->platform, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_dies_and_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = start (fixture->platform, NULL, NULL);
  pid_t            pid = read_pid (fixture);

  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  await_that (muster_sample_platform_get_address (fixture->platform) == NULL);
  await_that (muster_sample_platform_get_address (fixture->platform) != NULL);
  g_assert_cmpstr (muster_sample_platform_get_address (fixture->platform), ==, address);
  g_assert_cmpint (read_pid (fixture), !=, pid);
  g_assert_true (is_listening (address));
}

static void
test_failures (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "sample.sqlite", NULL);
  const char      *program = g_getenv ("MUSTER_TEST_PLATFORM");
  g_autoptr (MusterSamplePlatform) absent
    = muster_sample_platform_new ("/nowhere/muster-platform", fixture->database);
  g_autoptr (MusterSamplePlatform) damaged = muster_sample_platform_new (program, file);
  g_autoptr (MusterSamplePlatform) nowhere = muster_sample_platform_new (program, below);
  g_autoptr (MusterSamplePlatform) silent
    = muster_sample_platform_new ("/bin/true", fixture->database);
  MusterSamplePlatform *platforms[] = { absent, damaged, nowhere, silent };
  const char *const     sentences[]
    = { "/nowhere/muster-platform", "no database", "cannot be made", "no reason" };

  g_assert_true (g_file_set_contents (file, "This is no database.\n", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (start (platforms[i], NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, sentences[i]));
      g_assert_null (strstr (error->message, "muster-platform:"));
    }
}

/* What this program does as a child: it holds a platform until it is killed. */
static int
hold (const char *database)
{
  g_autoptr (MusterSamplePlatform) platform
    = muster_sample_platform_new (g_getenv ("MUSTER_TEST_PLATFORM"), database);
  g_autofree char *address = start (platform, NULL, NULL);

  g_print ("%s\n", address);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}

static void
test_ends_with_us (Fixture *fixture, gconstpointer data)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GSubprocess) holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL,
                                                     self, HOLD, fixture->database, NULL);
  g_autoptr (GDataInputStream) lines
    = g_data_input_stream_new (g_subprocess_get_stdout_pipe (holder));
  g_autofree char *address = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

  g_assert_nonnull (address);
  g_assert_true (is_listening (address));
  g_subprocess_force_exit (holder);
  g_subprocess_wait (holder, NULL, NULL);
  await_that (!is_listening (address));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], HOLD))
    return hold (argv[2]);
  g_test_init (&argc, &argv, NULL);
  ADD ("/sample-platform/start-and-stop", test_start_and_stop);
  ADD ("/sample-platform/two-wait", test_two_wait_for_one);
  ADD ("/sample-platform/cancel", test_cancel);
  ADD ("/sample-platform/stop-while-starting", test_stop_while_it_starts);
  ADD ("/sample-platform/dies", test_dies_and_comes_back);
  ADD ("/sample-platform/failures", test_failures);
  ADD ("/sample-platform/ends-with-us", test_ends_with_us);
  return g_test_run ();
}
