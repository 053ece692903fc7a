/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-journal-database.h"

G_BEGIN_DECLS

/* Whether the file is new, or a journal that this program understands. Changes nothing.
 */
gboolean muster_journal_schema_check (MusterJournalDatabase *database, GError **error);

/* Brings it to this program's version. */
gboolean muster_journal_schema_migrate (MusterJournalDatabase *database, GError **error);

G_END_DECLS
