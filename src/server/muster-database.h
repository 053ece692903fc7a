/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "muster-server-error.h"

G_BEGIN_DECLS

/**
 * MusterDatabase:
 *
 * One connection to the store's database with its prepared statements. It belongs to one
 * thread. Failures are %MUSTER_SERVER_ERROR_STORE, _UNAVAILABLE or _UNIQUENESS.
 */
typedef struct _MusterDatabase MusterDatabase;

MusterDatabase      *
muster_database_open (const char *path, gboolean writable, GError **error);
void muster_database_close (MusterDatabase *self);

sqlite3 *muster_database_get_handle (MusterDatabase *self);

/* (transfer none): prepared once for each text and kept, reset and unbound. @sql must
 * be a constant; for text that was put together use muster_database_prepare_once(). */
sqlite3_stmt *
muster_database_prepare (MusterDatabase *self, const char *sql, GError **error);

/* (transfer full): to be given back with sqlite3_finalize(). */
sqlite3_stmt *
muster_database_prepare_once (MusterDatabase *self, const char *sql, GError **error);

/**
 * MusterStep:
 *
 * The three results of a step, which are never one.
 */
typedef enum
{
  MUSTER_STEP_ROW,
  MUSTER_STEP_DONE,
  MUSTER_STEP_ERROR,
} MusterStep;

MusterStep
muster_database_step (MusterDatabase *self, sqlite3_stmt *statement, GError **error);

/* Runs a statement that answers no rows, and resets it. */
gboolean
muster_database_run (MusterDatabase *self, sqlite3_stmt *statement, GError **error);

/* Runs constant SQL without parameters. */
gboolean muster_database_execute (MusterDatabase *self, const char *sql, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDatabase, muster_database_close)

G_END_DECLS
