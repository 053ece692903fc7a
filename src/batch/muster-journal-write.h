/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-journal-database.h"
#include "muster-batch-info.h"
#include "muster-plan.h"

G_BEGIN_DECLS

/**
 * MusterJournalMark:
 *
 * What a row had come to when it was handed to the journal's thread: rows change in the
 * thread of who runs them.
 */
typedef struct
{
  guint         position;
  MusterOutcome outcome;
  char         *message;       /* (owned) (nullable) */
  char         *message_field; /* (owned) (nullable) */
  gint64        decided_at;    /* microseconds since 1970 */
} MusterJournalMark;

/* (transfer full): of MusterJournalMark. Decided rows that have no time yet get @now.
 * @positions: of guint; %NULL for all. */
GArray *muster_journal_mark_rows (MusterPlan *plan, GArray *positions, gint64 now);

/* All of these in one transaction each, and in the journal's thread. */

/* Fills in the id, started_at, the state and the counts of @info, and takes its lock. */
gboolean muster_journal_write_batch (MusterJournalDatabase *database,
                                     MusterBatchInfo       *info,
                                     MusterPlan            *plan,
                                     GArray                *marks,
                                     GError               **error);
gboolean muster_journal_write_sending (MusterJournalDatabase *database,
                                       const char            *batch,
                                       GArray                *positions,
                                       GError               **error);
gboolean muster_journal_write_outcomes (MusterJournalDatabase *database,
                                        const char            *batch,
                                        GArray                *marks,
                                        GError               **error);

/* Lets the lock go. */
gboolean muster_journal_write_end (MusterJournalDatabase *database,
                                   const char            *batch,
                                   MusterBatchState       state,
                                   GError               **error);

G_END_DECLS
