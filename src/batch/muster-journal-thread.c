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
  GTask            *task;  /* (owned) (nullable): NULL ends the thread */
  MusterJournalWork work;  /* (nullable): NULL where there is a note */
  MusterJournalNote note;  /* (nullable) */
  GError           *error; /* (owned) (nullable): of the note */
} Message;

static void
free_message (gpointer data)
{
  Message *message = data;

  g_clear_object (&message->task);
  g_clear_error (&message->error);
  g_free (message);
}

static void
do_work (MusterJournalDatabase *database, Message *message)
{
  GError *error = NULL;

  if (muster_journal_database_open (database, &error))
    message->work (database, message->task);
  else
    g_task_return_error (message->task, error);
}

/* @message and the notes that wait behind it. (transfer full) */
static GPtrArray *
collect_notes (GAsyncQueue *queue, Message *message, Message **next)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (free_message);

  while (message != NULL && message->note != NULL)
    {
      g_ptr_array_add (notes, message);
      message = g_async_queue_try_pop (queue);
    }
  *next = message;
  return notes;
}

/* Some failures, a full disk for one, make SQLite roll back all notes, not one. */
static gboolean
write_each (MusterJournalDatabase *database, GPtrArray *notes, GError **error)
{
  for (guint i = 0; i < notes->len; i++)
    {
      Message *message = g_ptr_array_index (notes, i);

      if (!message->note (database, message->task, &message->error)
          && sqlite3_get_autocommit (database->handle) != 0)
        {
          g_propagate_error (error, g_error_copy (message->error));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
write_notes (MusterJournalDatabase *database, GPtrArray *notes, GError **error)
{
  if (!muster_journal_database_open (database, error)
      || !muster_journal_database_begin (database, error))
    return FALSE;
  if (write_each (database, notes, error)
      && muster_journal_database_commit (database, error))
    return TRUE;
  muster_journal_database_roll_back (database);
  return FALSE;
}

static void
do_notes (MusterJournalDatabase *database, GPtrArray *notes)
{
  g_autoptr (GError) error = NULL;
  gboolean done = write_notes (database, notes, &error);

  for (guint i = 0; i < notes->len; i++)
    {
      Message *message = g_ptr_array_index (notes, i);

      if (message->error != NULL)
        g_task_return_error (message->task, g_steal_pointer (&message->error));
      else if (!done)
        g_task_return_error (message->task, g_error_copy (error));
      else
        g_task_return_boolean (message->task, TRUE);
    }
}

/* (transfer full) (nullable): what came after the notes. */
static Message *
do_next (MusterJournalDatabase *database, GAsyncQueue *queue, Message *message)
{
  g_autoptr (GPtrArray) notes = NULL;
  Message *next = NULL;

  if (message->note == NULL)
    {
      do_work (database, message);
      free_message (message);
      return NULL;
    }
  notes = collect_notes (queue, message, &next);
  do_notes (database, notes);
  return next;
}

static gpointer
run (gpointer data)
{
  g_autoptr (GAsyncQueue) queue
    = g_async_queue_ref (((MusterJournalThread *) data)->queue);
  MusterJournalDatabase *database = ((MusterJournalThread *) data)->database;
  Message               *message = g_async_queue_pop (queue);

  while (message->task != NULL)
    {
      message = do_next (database, queue, message);
      if (message == NULL)
        message = g_async_queue_pop (queue);
    }
  free_message (message);
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
push (MusterJournalThread *self,
      GTask               *task,
      MusterJournalWork    work,
      MusterJournalNote    note)
{
  Message *message = g_new0 (Message, 1);

  message->task = task;
  message->work = work;
  message->note = note;
  g_async_queue_push (self->queue, message);
}

/* A task may drop the last reference to the journal in the journal's own thread, which
 * cannot wait for itself. It is past the start then, and needs @self no more. */
void
muster_journal_thread_free (MusterJournalThread *self)
{
  push (self, NULL, NULL, NULL);
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
  push (self, task, work, NULL);
}

void
muster_journal_thread_push_note (MusterJournalThread *self,
                                 GTask               *task,
                                 MusterJournalNote    note)
{
  push (self, task, NULL, note);
}
