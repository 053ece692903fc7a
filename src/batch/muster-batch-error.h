/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterBatchError:
 * @MUSTER_BATCH_ERROR_LIST: a list of users that cannot be read
 * @MUSTER_BATCH_ERROR_NAME: a name that fits nothing, or several things
 * @MUSTER_BATCH_ERROR_NOT_OFFERED: a field that the platform does not have
 * @MUSTER_BATCH_ERROR_JOURNAL: the journal cannot be read or written
 * @MUSTER_BATCH_ERROR_NOT_FOUND: the journal has no such batch
 * @MUSTER_BATCH_ERROR_LOCKED: another Muster runs the batch
 * @MUSTER_BATCH_ERROR_REPORT: the report cannot be written
 */
typedef enum
{
  MUSTER_BATCH_ERROR_LIST,
  MUSTER_BATCH_ERROR_NAME,
  MUSTER_BATCH_ERROR_NOT_OFFERED,
  MUSTER_BATCH_ERROR_JOURNAL,
  MUSTER_BATCH_ERROR_NOT_FOUND,
  MUSTER_BATCH_ERROR_LOCKED,
  MUSTER_BATCH_ERROR_REPORT,
} MusterBatchError;

#define MUSTER_BATCH_ERROR (muster_batch_error_quark ())

GQuark muster_batch_error_quark (void);

G_END_DECLS
