/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <sqlite3.h>

#include "fake-platform.h"
#include "muster-runner.h"

G_BEGIN_DECLS

/**
 * RunFixture:
 *
 * A platform, a journal and all that lies between. What is run is checked: no write may
 * reach the platform that the journal does not have, each row ends with one outcome, and
 * the journal says the same.
 */
typedef struct
{
  char            *folder;      /* (owned) */
  char            *path;        /* (owned): the journal's */
  MusterJournal   *journal;     /* (owned) */
  FakePlatform    *platform;    /* (owned) */
  GPtrArray       *operations;  /* (owned): of MusterOperation, to be run */
  MusterPlan      *plan;        /* (owned) (nullable): once it was made */
  MusterBatchInfo *info;        /* (owned) (nullable): the same */
  GCancellable    *cancellable; /* (owned) */
  sqlite3         *reader;      /* (owned) (nullable): the journal, seen from outside */
  sqlite3_stmt    *sending;     /* (owned) (nullable) */
  guint            n_notified;  /* of decided rows, the last that was told */
} RunFixture;

void run_fixture_set_up (RunFixture *self, gconstpointer data);
void run_fixture_tear_down (RunFixture *self, gconstpointer data);

/* @n_users: as many users of the platform. To be called first. */
void run_fixture_fill (RunFixture *self, guint n_users);
void
run_fixture_wish (RunFixture *self, MusterField field, MusterVerb verb, const char *id);

/* Makes the plan, as users are now. */
void run_fixture_plan (RunFixture *self);

/* Makes the plan unless it is made, begins the batch and runs it. */
gboolean run_fixture_run (RunFixture *self, GError **error);

MusterOutcome run_fixture_get_outcome (RunFixture *self, guint number);
const char   *run_fixture_get_message (RunFixture *self, guint number);
guint         run_fixture_count (RunFixture *self, MusterOutcome outcome);

/* As the journal says. */
MusterBatchState run_fixture_read_state (RunFixture *self);

#define RUN_FIXTURE_ADD(name, function)                                                  \
  g_test_add (name, RunFixture, NULL, run_fixture_set_up, function, run_fixture_tear_down)

G_END_DECLS
