/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterJournalLocks:
 *
 * The batches that this journal's process runs, each by a locked file beside the journal.
 * The lock goes with the process, however that ends. Belongs to one thread.
 */
typedef struct _MusterJournalLocks MusterJournalLocks;

MusterJournalLocks *muster_journal_locks_new (const char *journal_path);

/* Lets all locks go. */
void muster_journal_locks_free (MusterJournalLocks *self);

/* Fails with %MUSTER_BATCH_ERROR_LOCKED where another holds it. */
gboolean
muster_journal_locks_take (MusterJournalLocks *self, const char *batch, GError **error);
void muster_journal_locks_release (MusterJournalLocks *self, const char *batch);

/* Whether anybody holds it, this process too. */
gboolean muster_journal_locks_is_held (MusterJournalLocks *self, const char *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterJournalLocks, muster_journal_locks_free)

G_END_DECLS
