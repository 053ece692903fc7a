/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "fake-platform.h"
#include "muster-journal.h"

G_BEGIN_DECLS

/**
 * JournalFixture:
 *
 * A journal in a folder of its own, and a plan for five users.
 */
typedef struct
{
  char          *folder;   /* (owned) */
  char          *path;     /* (owned) */
  MusterJournal *journal;  /* (owned) */
  FakePlatform  *platform; /* (owned) */
  MusterPlan    *plan;     /* (owned) */
} JournalFixture;

GPtrArray *journal_create_operations (void);
/* Five users, the third of whom needs nothing. */
MusterPlan      *journal_create_plan (FakePlatform *platform);
void             journal_fixture_set_up (JournalFixture *fixture, gconstpointer data);
void             journal_fixture_tear_down (JournalFixture *fixture, gconstpointer data);
MusterBatchInfo *journal_begin (MusterJournal *journal, MusterPlan *plan, GError **error);
MusterBatchInfo *journal_begin_well (JournalFixture *fixture);
gboolean         journal_open_journal (MusterJournal *journal, GError **error);
GPtrArray       *journal_list (MusterJournal *journal);
MusterPlan      *journal_load (MusterJournal    *journal,
                               const char       *batch,
                               MusterBatchInfo **info,
                               GError          **error);
void journal_end (MusterJournal *journal, const char *batch, MusterBatchState state);
void journal_note_sending (MusterJournal *journal, const char *batch, guint position);
void journal_note_outcome (MusterJournal *journal,
                           const char    *batch,
                           MusterPlan    *plan,
                           guint          position);
/* What another program sees of the file: one text. */
char *journal_query (const char *path, const char *sql);
void  journal_run_sql (const char *path, const char *sql);
void  journal_assert_mode (const char *path, const char *suffix, guint mode);

G_END_DECLS
