/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-batch-error.h"
#include "muster-batch-info.h"
#include "muster-plan.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_JOURNAL (muster_journal_get_type ())

G_DECLARE_FINAL_TYPE (MusterJournal, muster_journal, MUSTER, JOURNAL, GObject)

/**
 * MusterJournal:
 *
 * What is going to be done, written down and synced before it is, and what came of it.
 * SQLite in a thread of its own, which every call goes through in the order of calling;
 * callbacks come in the thread-default context of the caller. Errors are
 * %MUSTER_BATCH_ERROR, sentences for people: disk full, not writable, another program's
 * file, a newer version's.
 */

/* (transfer full): $XDG_DATA_HOME/muster/journal.sqlite. */
char *muster_journal_build_default_path (void);

/* Makes the folder (0700) and the file (0600) where they are not there. Nothing is opened
 * before the first call; that call fails where the file cannot be used. */
MusterJournal *muster_journal_new (const char *path);

/* Opens it now, to find out whether it can be used. */
void muster_journal_open_async (MusterJournal      *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
gboolean
muster_journal_open_finish (MusterJournal *self, GAsyncResult *result, GError **error);

/* Writes the whole plan down: from then on there is a batch, which this process runs, and
 * it alone (flock) until muster_journal_end_batch_async() or its death. @info's id,
 * started_at, state and counts are filled in, in a copy.
 * Finish: (transfer full): that copy. */
void             muster_journal_begin_batch_async (MusterJournal      *self,
                                                   MusterBatchInfo    *info,
                                                   MusterPlan         *plan,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            user_data);
MusterBatchInfo *muster_journal_begin_batch_finish (MusterJournal *self,
                                                    GAsyncResult  *result,
                                                    GError       **error);

/* Notes that a request about these rows (positions in the plan, guint) is about to leave.
 * It may leave once this is finished. */
void     muster_journal_note_sending_async (MusterJournal      *self,
                                            const char         *batch,
                                            GArray             *positions,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
gboolean muster_journal_note_sending_finish (MusterJournal *self,
                                             GAsyncResult  *result,
                                             GError       **error);

/* Writes down the outcomes that these rows of @plan have now. */
void     muster_journal_note_outcomes_async (MusterJournal      *self,
                                             const char         *batch,
                                             MusterPlan         *plan,
                                             GArray             *positions,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
gboolean muster_journal_note_outcomes_finish (MusterJournal *self,
                                              GAsyncResult  *result,
                                              GError       **error);

/* Ends this process's work on the batch: *finished* or *stopped*. */
void     muster_journal_end_batch_async (MusterJournal      *self,
                                         const char         *batch,
                                         MusterBatchState    state,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
gboolean muster_journal_end_batch_finish (MusterJournal *self,
                                          GAsyncResult  *result,
                                          GError       **error);

/* Finish: (transfer container): of MusterBatchInfo, newest first. */
void muster_journal_list_async (MusterJournal      *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
GPtrArray *
muster_journal_list_finish (MusterJournal *self, GAsyncResult *result, GError **error);

/* A batch with its rows as they stand. @batch: an id, or its unmistakable beginning.
 * Finish: (transfer full): the plan; @info (transfer full). */
void        muster_journal_load_async (MusterJournal      *self,
                                       const char         *batch,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
MusterPlan *muster_journal_load_finish (MusterJournal    *self,
                                        GAsyncResult     *result,
                                        MusterBatchInfo **info,
                                        GError          **error);

G_END_DECLS
