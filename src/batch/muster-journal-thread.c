/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-journal-thread.h"

struct _MusterJournalThread
{
  GThread               *thread;   /* (owned) */
  GAsyncQueue           *queue;    /* (owned): of Message */
  MusterJournalDatabase *database; /* (owned): the thread's */
};

typedef struct
{
  GTask            *task; /* (owned) (nullable): NULL ends the thread */
  MusterJournalWork work;
} Message;

static void
do_work (MusterJournalDatabase *database, Message *message)
{
  GError *error = NULL;

  if (muster_journal_database_open (database, &error))
    message->work (database, message->task);
  else
    g_task_return_error (message->task, error);
  g_object_unref (message->task);
}

static gpointer
run (gpointer data)
{
  g_autoptr (GAsyncQueue) queue
    = g_async_queue_ref (((MusterJournalThread *) data)->queue);
  MusterJournalDatabase *database = ((MusterJournalThread *) data)->database;
  gboolean               goes_on = TRUE;

  while (goes_on)
    {
      g_autofree Message *message = g_async_queue_pop (queue);

      goes_on = message->task != NULL;
      if (goes_on)
        do_work (database, message);
    }
  muster_journal_database_free (database);
  return NULL;
}

MusterJournalThread *
muster_journal_thread_new (const char *path)
{
  MusterJournalThread *self = g_new0 (MusterJournalThread, 1);

  self->queue = g_async_queue_new ();
  self->database = muster_journal_database_new (path);
  self->thread = g_thread_new ("journal", run, self);
  return self;
}

static void
push (MusterJournalThread *self, GTask *task, MusterJournalWork work)
{
  Message *message = g_new0 (Message, 1);

  message->task = task;
  message->work = work;
  g_async_queue_push (self->queue, message);
}

/* A task may drop the last reference to the journal in the journal's own thread, which
 * cannot wait for itself. It is past the start then, and needs @self no more. */
void
muster_journal_thread_free (MusterJournalThread *self)
{
  push (self, NULL, NULL);
  if (self->thread == g_thread_self ())
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}

void
muster_journal_thread_push (MusterJournalThread *self,
                            GTask               *task,
                            MusterJournalWork    work)
{
  push (self, task, work);
}
