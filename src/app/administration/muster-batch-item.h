/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib-object.h>

#include "muster-batch-info.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_BATCH_ITEM (muster_batch_item_get_type ())

G_DECLARE_FINAL_TYPE (MusterBatchItem, muster_batch_item, MUSTER, BATCH_ITEM, GObject)

/**
 * MusterBatchItem:
 *
 * A batch as an item of a #GListModel.
 */
MusterBatchItem       *muster_batch_item_new (MusterBatchInfo *info);
const MusterBatchInfo *muster_batch_item_get_info (MusterBatchItem *self);

G_END_DECLS
