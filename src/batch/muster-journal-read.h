/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-batch-info.h"
#include "muster-journal-database.h"
#include "muster-plan.h"

G_BEGIN_DECLS

gboolean muster_journal_read_has_batch (MusterJournalDatabase *database,
                                        const char            *id,
                                        gboolean              *has,
                                        GError               **error);

/* The number of the batch with exactly that id. */
gboolean muster_journal_read_number (MusterJournalDatabase *database,
                                     const char            *id,
                                     gint64                *number,
                                     GError               **error);

/* As the rows say. */
gboolean muster_journal_read_counts (MusterJournalDatabase *database,
                                     gint64                 number,
                                     MusterOutcomeCounts   *counts,
                                     GError               **error);

/* (transfer full): of MusterBatchInfo, newest first. */
GPtrArray *muster_journal_read_batches (MusterJournalDatabase *database, GError **error);

/* (transfer full). @batch: an id, or the beginning of one alone. */
MusterBatchInfo *muster_journal_read_batch (MusterJournalDatabase *database,
                                            const char            *batch,
                                            GError               **error);

/* (transfer full) */
MusterPlan *muster_journal_read_plan (MusterJournalDatabase *database,
                                      const char            *id,
                                      GError               **error);

G_END_DECLS
