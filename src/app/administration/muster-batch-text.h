/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-batch-info.h"

G_BEGIN_DECLS

/* (transfer full): how many users, when and, where it is not @address, at which platform:
 * "1,204 users · today, 14:31". @now: microseconds since 1970. For a label: clean. */
char *
muster_batch_text_describe (const MusterBatchInfo *info, const char *address, gint64 now);

/* (transfer full): how it stands, short: "86 changed", "Interrupted". */
char *muster_batch_text_describe_state (const MusterBatchInfo *info);

/* The style class of that: "success", "warning", "accent" or "dim". */
const char *muster_batch_text_get_class (const MusterBatchInfo *info);

G_END_DECLS
