/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "muster-batch-error.h"
#include "muster-journal-locks.h"

G_BEGIN_DECLS

/**
 * MusterJournalDatabase:
 *
 * The journal's file, open. Belongs to the journal's thread.
 */
typedef struct
{
  char               *path;   /* (owned) */
  sqlite3            *handle; /* (owned) (nullable): NULL until it was opened */
  MusterJournalLocks *locks;  /* (owned) */
  guint               depth;  /* of transactions, one within the other */
} MusterJournalDatabase;

MusterJournalDatabase *muster_journal_database_new (const char *path);
void                   muster_journal_database_free (MusterJournalDatabase *self);

/* Makes what is missing, checks what is there, and migrates it. Does nothing where it is
 * open already. */
gboolean muster_journal_database_open (MusterJournalDatabase *self, GError **error);

/* All or nothing. After a failure within, roll back. Within another transaction it is a
 * part of it, which lasts when that one is committed. */
gboolean muster_journal_database_begin (MusterJournalDatabase *self, GError **error);
gboolean muster_journal_database_commit (MusterJournalDatabase *self, GError **error);
void     muster_journal_database_roll_back (MusterJournalDatabase *self);

/* (nullable): to be ended by sqlite3_finalize(). */
sqlite3_stmt *muster_journal_database_prepare (MusterJournalDatabase *self,
                                               const char            *sql,
                                               GError               **error);

/* Runs a statement that answers no row, and resets it. */
gboolean muster_journal_database_run (MusterJournalDatabase *self,
                                      sqlite3_stmt          *statement,
                                      GError               **error);

/* The next row: 1; the end: 0; an error: -1. */
int muster_journal_database_step (MusterJournalDatabase *self,
                                  sqlite3_stmt          *statement,
                                  GError               **error);

/* Sets a sentence for what SQLite said last, and returns %FALSE. */
gboolean muster_journal_database_fail (MusterJournalDatabase *self, GError **error);

/* The same where what is in the file is not what this program wrote. */
gboolean
muster_journal_database_fail_damaged (MusterJournalDatabase *self, GError **error);

G_END_DECLS
