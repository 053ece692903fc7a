/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-batch-item.h"

struct _MusterBatchItem
{
  GObject parent_instance;

  MusterBatchInfo *info; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MusterBatchItem, muster_batch_item, G_TYPE_OBJECT)

static void
muster_batch_item_finalize (GObject *object)
{
  muster_batch_info_unref (MUSTER_BATCH_ITEM (object)->info);
  G_OBJECT_CLASS (muster_batch_item_parent_class)->finalize (object);
}

static void
muster_batch_item_class_init (MusterBatchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_batch_item_finalize;
}

static void
muster_batch_item_init (MusterBatchItem *self)
{
}

MusterBatchItem *
muster_batch_item_new (MusterBatchInfo *info)
{
  MusterBatchItem *self = g_object_new (MUSTER_TYPE_BATCH_ITEM, NULL);

  self->info = muster_batch_info_ref (info);
  return self;
}

const MusterBatchInfo *
muster_batch_item_get_info (MusterBatchItem *self)
{
  g_return_val_if_fail (MUSTER_IS_BATCH_ITEM (self), NULL);

  return self->info;
}
