/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-batch-error.h"
#include "muster-batch-info.h"
#include "muster-plan.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_REPORT_CSV,
  MUSTER_REPORT_JSON,
} MusterReportFormat;

/* By the ending of the name, .csv or .json. */
gboolean
muster_report_find_format (const char *path, MusterReportFormat *format, GError **error);

/* A line for each user and field: before, after, outcome, message, time; a user of whom
 * nothing was to be changed has one line. UTF-8. In CSV a cell that a spreadsheet would
 * run gets an apostrophe in front. What is "after" is what was asked for: whether it is
 * so, the outcome says.
 * Returns: (transfer full). */
GBytes *
muster_report_build (MusterReportFormat format, MusterBatchInfo *info, MusterPlan *plan);

/* Whether a report can be written there; to be asked before anything is sent. Blocks. */
gboolean muster_report_check_path (const char *path, GError **error);

/* Writes it whole or not at all, readable by its owner alone. Blocks. */
gboolean muster_report_write (const char *path, GBytes *report, GError **error);

G_END_DECLS
