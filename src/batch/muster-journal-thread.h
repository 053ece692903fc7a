/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-journal-database.h"

G_BEGIN_DECLS

/**
 * MusterJournalThread:
 *
 * The thread that owns the journal's file, and does what it is told in the order of
 * telling.
 */
typedef struct _MusterJournalThread MusterJournalThread;

/* Answers @task, in the journal's thread and with the file open. */
typedef void (*MusterJournalWork) (MusterJournalDatabase *database, GTask *task);

MusterJournalThread *muster_journal_thread_new (const char *path);

/* Ends it once all that was told is done. */
void muster_journal_thread_free (MusterJournalThread *self);

/* Does what @task is about; %FALSE with the error. */
typedef gboolean (*MusterJournalNote) (MusterJournalDatabase *database,
                                       GTask                 *task,
                                       GError               **error);

/* Takes over @task; its data is the work's. Where the file cannot be opened the task
 * gets that error. */
void muster_journal_thread_push (MusterJournalThread *self,
                                 GTask               *task,
                                 MusterJournalWork    work);

/* The same for something to be written down, together with all others that wait when its
 * turn comes: one sync for all of them. @task is answered by a boolean. */
void muster_journal_thread_push_note (MusterJournalThread *self,
                                      GTask               *task,
                                      MusterJournalNote    note);

G_END_DECLS
