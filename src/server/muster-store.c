/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-store.h"

#include "muster-migration.h"

#define N_READERS 4
#define MAX_QUEUED 512

typedef struct
{
  MusterStoreFunc func; /* (nullable): NULL ends the thread */
  gpointer        data; /* (not owned) */
  GDestroyNotify  free_result;
} Job;

typedef struct
{
  GThread        *thread;   /* (owned) (nullable) */
  MusterDatabase *database; /* (owned): the thread's own */
  GAsyncQueue    *queue;    /* (owned): of GTask with a Job, or of the end mark */
} Worker;

struct _MusterStore
{
  Worker       writer;
  Worker       readers[N_READERS];
  guint        n_readers;
  GAsyncQueue *reads;   /* (owned): what the readers share */
  gboolean     started; /* the threads run */
};

/* Stands in a queue where a thread shall end. */
static char end_mark;

static void
run_task (Worker *self, GTask *task)
{
  Job     *job = g_task_get_task_data (task);
  GError  *error = NULL;
  gpointer result = job->func (self->database, job->data, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->free_result);
}

static gpointer
work (gpointer user_data)
{
  Worker  *self = user_data;
  gpointer item;

  while ((item = g_async_queue_pop (self->queue)) != &end_mark)
    {
      g_autoptr (GTask) task = item;

      run_task (self, task);
    }
  return NULL;
}

static gboolean
open_readers (MusterStore *self, const char *path, GError **error)
{
  for (guint i = 0; i < N_READERS; i++)
    {
      MusterDatabase *database = muster_database_open (path, FALSE, error);

      if (database == NULL)
        return FALSE;
      self->readers[i].database = database;
      self->readers[i].queue = g_async_queue_ref (self->reads);
      self->n_readers++;
    }
  return TRUE;
}

MusterStore *
muster_store_new (const char *path, GError **error)
{
  g_autoptr (MusterStore) self = g_new0 (MusterStore, 1);

  self->reads = g_async_queue_new ();
  self->writer.queue = g_async_queue_new ();
  self->writer.database = muster_database_open (path, TRUE, error);
  if (self->writer.database == NULL
      || !muster_migration_run (self->writer.database, error))
    return NULL;
  if (path != NULL && !open_readers (self, path, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
start (MusterStore *self)
{
  if (self->started)
    return;
  self->started = TRUE;
  self->writer.thread = g_thread_new ("store-writer", work, &self->writer);
  for (guint i = 0; i < self->n_readers; i++)
    self->readers[i].thread = g_thread_new ("store-reader", work, &self->readers[i]);
}

static void
end_worker (Worker *self)
{
  if (self->thread != NULL)
    {
      g_async_queue_push (self->queue, &end_mark);
      g_thread_join (g_steal_pointer (&self->thread));
    }
  g_clear_pointer (&self->database, muster_database_close);
  g_clear_pointer (&self->queue, g_async_queue_unref);
}

void
muster_store_free (MusterStore *self)
{
  if (self == NULL)
    return;
  /* One end mark each, all pushed before the first join: any reader may take any. */
  for (guint i = 0; self->started && i < self->n_readers; i++)
    g_async_queue_push (self->reads, &end_mark);
  for (guint i = 0; i < self->n_readers; i++)
    {
      if (self->readers[i].thread != NULL)
        g_thread_join (g_steal_pointer (&self->readers[i].thread));
      end_worker (&self->readers[i]);
    }
  end_worker (&self->writer);
  g_clear_pointer (&self->reads, g_async_queue_unref);
  g_free (self);
}

void
muster_store_run_async (MusterStore        *self,
                        MusterStoreAccess   access,
                        MusterStoreFunc     func,
                        gpointer            data,
                        GDestroyNotify      free_result,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  gboolean     writes = access == MUSTER_STORE_WRITES || self->n_readers == 0;
  GAsyncQueue *queue = writes ? self->writer.queue : self->reads;
  Job         *job = g_new0 (Job, 1);

  start (self);
  g_task_set_source_tag (task, muster_store_run_async);
  job->func = func;
  job->data = data;
  job->free_result = free_result;
  g_task_set_task_data (task, job, g_free);
  if (g_async_queue_length (queue) >= MAX_QUEUED)
    g_task_return_new_error (task, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_BUSY,
                             "The platform has too much to do: try again in a moment.");
  else
    g_async_queue_push (queue, g_steal_pointer (&task));
}

gpointer
muster_store_run_finish (MusterStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_store_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gpointer
muster_store_run_at_start (MusterStore    *self,
                           MusterStoreFunc func,
                           gpointer        data,
                           GError        **error)
{
  g_return_val_if_fail (!self->started, NULL);

  return func (self->writer.database, data, error);
}
