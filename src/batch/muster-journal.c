/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-journal.h"

#include "muster-data-folder.h"
#include "muster-journal-read.h"
#include "muster-journal-thread.h"
#include "muster-journal-write.h"

struct _MusterJournal
{
  GObject parent_instance;

  MusterJournalThread *thread; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MusterJournal, muster_journal, G_TYPE_OBJECT)

/* What a call is about; each uses some of it. */
typedef struct
{
  MusterBatchInfo *info;      /* (owned) (nullable) */
  MusterPlan      *plan;      /* (owned) (nullable) */
  char            *batch;     /* (owned) (nullable) */
  GArray          *positions; /* (owned) (nullable): of guint */
  GArray          *marks;     /* (owned) (nullable): of MusterJournalMark */
  MusterBatchState state;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->info, muster_batch_info_unref);
  g_clear_object (&work->plan);
  g_clear_pointer (&work->positions, g_array_unref);
  g_clear_pointer (&work->marks, g_array_unref);
  g_free (work->batch);
  g_free (work);
}

static void
muster_journal_finalize (GObject *object)
{
  muster_journal_thread_free (MUSTER_JOURNAL (object)->thread);
  G_OBJECT_CLASS (muster_journal_parent_class)->finalize (object);
}

static void
muster_journal_class_init (MusterJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_journal_finalize;
}

static void
muster_journal_init (MusterJournal *self)
{
}

char *
muster_journal_build_default_path (void)
{
  g_autofree char *folder = muster_data_folder_build ();

  return g_build_filename (folder, "journal.sqlite", NULL);
}

MusterJournal *
muster_journal_new (const char *path)
{
  MusterJournal *self = g_object_new (MUSTER_TYPE_JOURNAL, NULL);

  self->thread = muster_journal_thread_new (path);
  return self;
}

static GTask *
create_task (MusterJournal      *self,
             gpointer            tag,
             GCancellable       *cancellable,
             GAsyncReadyCallback callback,
             gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_new0 (Work, 1), free_work);
  return task;
}

static void
return_done (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
finish_done (MusterJournal *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* It is open when this is called. */
static void
do_open (MusterJournalDatabase *database, GTask *task)
{
  g_task_return_boolean (task, TRUE);
}

void
muster_journal_open_async (MusterJournal      *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  muster_journal_thread_push (self->thread,
                              create_task (self, muster_journal_open_async, cancellable,
                                           callback, user_data),
                              do_open);
}

gboolean
muster_journal_open_finish (MusterJournal *self, GAsyncResult *result, GError **error)
{
  return finish_done (self, result, muster_journal_open_async, error);
}

static void
do_begin_batch (MusterJournalDatabase *database, GTask *task)
{
  Work   *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (muster_journal_write_batch (database, work->info, work->plan, work->marks, &error))
    g_task_return_pointer (task, muster_batch_info_ref (work->info),
                           (GDestroyNotify) muster_batch_info_unref);
  else
    g_task_return_error (task, error);
}

void
muster_journal_begin_batch_async (MusterJournal      *self,
                                  MusterBatchInfo    *info,
                                  MusterPlan         *plan,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  GTask *task
    = create_task (self, muster_journal_begin_batch_async, NULL, callback, user_data);
  Work *work = g_task_get_task_data (task);

  work->info = muster_batch_info_copy (info);
  work->info->started_at = g_get_real_time ();
  work->plan = g_object_ref (plan);
  work->marks = muster_journal_mark_rows (plan, NULL, work->info->started_at);
  muster_journal_thread_push (self->thread, task, do_begin_batch);
}

MusterBatchInfo *
muster_journal_begin_batch_finish (MusterJournal *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  muster_journal_begin_batch_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
note_sending (MusterJournalDatabase *database, GTask *task, GError **error)
{
  Work *work = g_task_get_task_data (task);

  return muster_journal_write_sending (database, work->batch, work->positions, error);
}

void
muster_journal_note_sending_async (MusterJournal      *self,
                                   const char         *batch,
                                   GArray             *positions,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  GTask *task
    = create_task (self, muster_journal_note_sending_async, NULL, callback, user_data);
  Work *work = g_task_get_task_data (task);

  work->batch = g_strdup (batch);
  work->positions = g_array_copy (positions);
  muster_journal_thread_push_note (self->thread, task, note_sending);
}

gboolean
muster_journal_note_sending_finish (MusterJournal *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return finish_done (self, result, muster_journal_note_sending_async, error);
}

static gboolean
note_outcomes (MusterJournalDatabase *database, GTask *task, GError **error)
{
  Work *work = g_task_get_task_data (task);

  return muster_journal_write_outcomes (database, work->batch, work->marks, error);
}

void
muster_journal_note_outcomes_async (MusterJournal      *self,
                                    const char         *batch,
                                    MusterPlan         *plan,
                                    GArray             *positions,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  GTask *task
    = create_task (self, muster_journal_note_outcomes_async, NULL, callback, user_data);
  Work *work = g_task_get_task_data (task);

  work->batch = g_strdup (batch);
  work->marks = muster_journal_mark_rows (plan, positions, g_get_real_time ());
  muster_journal_thread_push_note (self->thread, task, note_outcomes);
}

gboolean
muster_journal_note_outcomes_finish (MusterJournal *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return finish_done (self, result, muster_journal_note_outcomes_async, error);
}

static void
do_end_batch (MusterJournalDatabase *database, GTask *task)
{
  Work    *work = g_task_get_task_data (task);
  GError  *error = NULL;
  gboolean done = muster_journal_write_end (database, work->batch, work->state, &error);

  return_done (task, done, error);
}

void
muster_journal_end_batch_async (MusterJournal      *self,
                                const char         *batch,
                                MusterBatchState    state,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task
    = create_task (self, muster_journal_end_batch_async, NULL, callback, user_data);
  Work *work = g_task_get_task_data (task);

  work->batch = g_strdup (batch);
  work->state = state;
  muster_journal_thread_push (self->thread, task, do_end_batch);
}

gboolean
muster_journal_end_batch_finish (MusterJournal *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return finish_done (self, result, muster_journal_end_batch_async, error);
}

static void
do_list (MusterJournalDatabase *database, GTask *task)
{
  GError    *error = NULL;
  GPtrArray *infos = muster_journal_read_batches (database, &error);

  if (infos != NULL)
    g_task_return_pointer (task, infos, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
muster_journal_list_async (MusterJournal      *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  muster_journal_thread_push (self->thread,
                              create_task (self, muster_journal_list_async, cancellable,
                                           callback, user_data),
                              do_list);
}

GPtrArray *
muster_journal_list_finish (MusterJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_journal_list_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The info stays with the task, where finish finds it. */
static void
do_load (MusterJournalDatabase *database, GTask *task)
{
  Work       *work = g_task_get_task_data (task);
  GError     *error = NULL;
  MusterPlan *plan = NULL;

  work->info = muster_journal_read_batch (database, work->batch, &error);
  if (work->info != NULL)
    plan = muster_journal_read_plan (database, work->info->id, &error);
  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
muster_journal_load_async (MusterJournal      *self,
                           const char         *batch,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask *task
    = create_task (self, muster_journal_load_async, cancellable, callback, user_data);
  Work *work = g_task_get_task_data (task);

  work->batch = g_strdup (batch);
  muster_journal_thread_push (self->thread, task, do_load);
}

MusterPlan *
muster_journal_load_finish (MusterJournal    *self,
                            GAsyncResult     *result,
                            MusterBatchInfo **info,
                            GError          **error)
{
  MusterPlan *plan;
  Work       *work;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_journal_load_async),
                        NULL);

  work = g_task_get_task_data (G_TASK (result));
  plan = g_task_propagate_pointer (G_TASK (result), error);
  if (plan != NULL && info != NULL)
    *info = muster_batch_info_ref (work->info);
  return plan;
}
