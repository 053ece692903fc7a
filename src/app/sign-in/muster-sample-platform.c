/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sample-platform.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "muster-data-folder.h"
#include "muster-sample-child.h"

#define N_USERS "5000"
#define STOP_SECONDS 5
#define MAX_RESTARTS 3
#define CALM_AFTER G_TIME_SPAN_MINUTE

struct _MusterSamplePlatform
{
  GObject parent_instance;

  char              *program;  /* (owned) (nullable) */
  char              *database; /* (owned) */
  MusterSampleChild *child;    /* (nullable): until it has ended */
  char              *address;  /* (owned) (nullable): while it runs */
  guint16            port;     /* where it was last, 0: nowhere yet */
  GPtrArray         *starting; /* (owned): of GTask, who wait for the address */
  GPtrArray         *stopping; /* (owned): of GTask, who wait for the end */
  guint              limit_id; /* source: when it is stopped the hard way */
  guint              n_restarts;
  gint64             restarted_at; /* monotonic, microseconds */
};

G_DEFINE_FINAL_TYPE (MusterSamplePlatform, muster_sample_platform, G_TYPE_OBJECT)

static void
muster_sample_platform_dispose (GObject *object)
{
  MusterSamplePlatform *self = MUSTER_SAMPLE_PLATFORM (object);

  g_clear_pointer (&self->child, muster_sample_child_let_go);
  g_clear_handle_id (&self->limit_id, g_source_remove);
  G_OBJECT_CLASS (muster_sample_platform_parent_class)->dispose (object);
}

static void
muster_sample_platform_finalize (GObject *object)
{
  MusterSamplePlatform *self = MUSTER_SAMPLE_PLATFORM (object);

  g_free (self->program);
  g_free (self->database);
  g_free (self->address);
  g_ptr_array_unref (self->starting);
  g_ptr_array_unref (self->stopping);
  G_OBJECT_CLASS (muster_sample_platform_parent_class)->finalize (object);
}

static void
muster_sample_platform_class_init (MusterSamplePlatformClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_sample_platform_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_sample_platform_finalize;
}

static void
muster_sample_platform_init (MusterSamplePlatform *self)
{
  self->starting = g_ptr_array_new_with_free_func (g_object_unref);
  self->stopping = g_ptr_array_new_with_free_func (g_object_unref);
}

MusterSamplePlatform *
muster_sample_platform_new (const char *program, const char *database)
{
  MusterSamplePlatform *self = g_object_new (MUSTER_TYPE_SAMPLE_PLATFORM, NULL);
  g_autofree char      *folder = muster_data_folder_build ();

  self->program = g_strdup (program);
  self->database = database != NULL ? g_strdup (database)
                                    : g_build_filename (folder, "sample.sqlite", NULL);
  return self;
}

const char *
muster_sample_platform_get_address (MusterSamplePlatform *self)
{
  g_return_val_if_fail (MUSTER_IS_SAMPLE_PLATFORM (self), NULL);

  return self->address;
}

/* (transfer full) (nullable): beside the running program, or where both are built. */
static char *
find_program (void)
{
  static const char *const places[] = { "muster-platform", "../server/muster-platform" };
  g_autofree char         *running = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char         *folder = running != NULL ? g_path_get_dirname (running) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *program = g_build_filename (folder, places[i], NULL);

      if (g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&program);
    }
  return NULL;
}

static gboolean
make_folder (MusterSamplePlatform *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->database);
  int              code;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  code = errno;
  /* Translators: the first %s is a folder, the second why it cannot be made. */
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _ ("The folder for the sample data, %s, cannot be made: %s."), folder,
               g_strerror (code));
  return FALSE;
}

/* Each who waits in @tasks is told; with @error (nullable), or with @address. */
static void
tell_waiting (GPtrArray *tasks, const char *address, const GError *error)
{
  gsize              n;
  g_autofree GTask **told = (GTask **) g_ptr_array_steal (tasks, &n);

  /* Whoever is told may come back at once. */
  for (gsize i = 0; i < n; i++)
    {
      if (error != NULL)
        g_task_return_error (told[i], g_error_copy (error));
      else if (address != NULL)
        g_task_return_pointer (told[i], g_strdup (address), g_free);
      else
        g_task_return_boolean (told[i], TRUE);
      g_object_unref (told[i]);
    }
}

static void
started_cb (const char *address, gpointer user_data)
{
  MusterSamplePlatform *self = user_data;
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  self->address = g_strdup (address);
  if (uri != NULL && g_uri_get_port (uri) > 0)
    self->port = (guint16) g_uri_get_port (uri);
  tell_waiting (self->starting, self->address, NULL);
}

static void start_child (MusterSamplePlatform *self);

static void
fail_start (MusterSamplePlatform *self, const char *complaint)
{
  g_autoptr (GError) error = NULL;

  if (*complaint != '\0')
    /* Translators: %s is a sentence of the sample platform. */
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The sample platform did not start: %s"), complaint);
  else
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("The sample platform did not start, and gave no reason."));
  tell_waiting (self->starting, NULL, error);
}

/* Those who are signed in at it come back to the same address; but one that dies as often
 * as it is started is left alone. */
static void
restart (MusterSamplePlatform *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->restarted_at > CALM_AFTER)
    self->n_restarts = 0;
  self->restarted_at = now;
  if (self->n_restarts++ < MAX_RESTARTS)
    start_child (self);
}

static void
ended_cb (const char *complaint, gpointer user_data)
{
  g_autoptr (MusterSamplePlatform) self = g_object_ref (user_data);
  gboolean was_running = self->address != NULL;
  gboolean was_stopped = self->stopping->len > 0;

  self->child = NULL;
  g_clear_pointer (&self->address, g_free);
  g_clear_handle_id (&self->limit_id, g_source_remove);
  if (was_stopped)
    tell_waiting (self->stopping, NULL, NULL);
  if (self->child != NULL)
    return;
  if (!was_stopped && was_running)
    restart (self);
  else if (self->starting->len > 0 && was_stopped)
    start_child (self);
  else if (self->starting->len > 0 && self->port != 0)
    {
      /* Somebody else may have the port by now. */
      self->port = 0;
      start_child (self);
    }
  else
    fail_start (self, complaint);
}

static void
start_child (MusterSamplePlatform *self)
{
  g_autofree char *found = self->program == NULL ? find_program () : NULL;
  g_autofree char *listen = g_strdup_printf ("127.0.0.1:%u", self->port);
  g_autoptr (GError) error = NULL;
  const char *argv[] = {
    self->program != NULL ? self->program : found,
    "--listen",
    listen,
    "--database",
    self->database,
    "--sample-users",
    N_USERS,
    "--exit-with-stdin",
    NULL,
  };

  if (argv[0] == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("The program of the sample platform, muster-platform, is not "
                            "where Muster is. Install Muster anew."));
  else if (make_folder (self, &error))
    self->child = muster_sample_child_start (argv, started_cb, ended_cb, self, &error);
  if (self->child == NULL)
    tell_waiting (self->starting, NULL, error);
}

static void
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  GTask                *task = user_data;
  MusterSamplePlatform *self = g_task_get_source_object (task);

  g_object_ref (task);
  if (g_ptr_array_remove (self->starting, task))
    g_task_return_error_if_cancelled (task);
  g_object_unref (task);
}

void
muster_sample_platform_start_async (MusterSamplePlatform *self,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (MUSTER_IS_SAMPLE_PLATFORM (self));

  g_task_set_source_tag (task, muster_sample_platform_start_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (self->address != NULL && self->stopping->len == 0)
    {
      g_task_return_pointer (task, g_strdup (self->address), g_free);
      return;
    }
  g_ptr_array_add (self->starting, g_object_ref (task));
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), task,
                             0);
  if (self->child == NULL)
    start_child (self);
}

char *
muster_sample_platform_start_finish (MusterSamplePlatform *self,
                                     GAsyncResult         *result,
                                     GError              **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
kill_cb (gpointer user_data)
{
  MusterSamplePlatform *self = user_data;

  self->limit_id = 0;
  muster_sample_child_kill (self->child);
  return G_SOURCE_REMOVE;
}

void
muster_sample_platform_stop_async (MusterSamplePlatform *self,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GError) stopped
    = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("The sample platform was stopped."));

  g_return_if_fail (MUSTER_IS_SAMPLE_PLATFORM (self));

  g_task_set_source_tag (task, muster_sample_platform_stop_async);
  tell_waiting (self->starting, NULL, stopped);
  if (self->child == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_ptr_array_add (self->stopping, g_object_ref (task));
  muster_sample_child_close (self->child);
  if (self->limit_id == 0)
    self->limit_id = g_timeout_add_seconds (STOP_SECONDS, kill_cb, self);
}

gboolean
muster_sample_platform_stop_finish (MusterSamplePlatform *self,
                                    GAsyncResult         *result,
                                    GError              **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
