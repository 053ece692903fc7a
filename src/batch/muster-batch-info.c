/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-batch-info.h"

#include "muster-operation.h"

G_DEFINE_BOXED_TYPE (MusterBatchInfo,
                     muster_batch_info,
                     muster_batch_info_ref,
                     muster_batch_info_unref)

static const char *const state_names[] = {
  [MUSTER_BATCH_RUNNING] = "running",
  [MUSTER_BATCH_INTERRUPTED] = "interrupted",
  [MUSTER_BATCH_STOPPED] = "stopped",
  [MUSTER_BATCH_FINISHED] = "finished",
};

const char *
muster_batch_state_get_name (MusterBatchState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_names), NULL);

  return state_names[state];
}

gboolean
muster_batch_state_from_name (const char *name, MusterBatchState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_strcmp0 (name, state_names[i]) == 0)
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

MusterBatchInfo *
muster_batch_info_new (void)
{
  MusterBatchInfo *self = g_new0 (MusterBatchInfo, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->operations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);
  return self;
}

MusterBatchInfo *
muster_batch_info_copy (const MusterBatchInfo *self)
{
  MusterBatchInfo *copy = muster_batch_info_new ();

  copy->id = g_strdup (self->id);
  copy->address = g_strdup (self->address);
  copy->account_id = g_strdup (self->account_id);
  copy->account = g_strdup (self->account);
  copy->selection = g_strdup (self->selection);
  copy->note = g_strdup (self->note);
  for (guint i = 0; i < self->operations->len; i++)
    g_ptr_array_add (copy->operations,
                     muster_operation_ref (g_ptr_array_index (self->operations, i)));
  copy->started_at = self->started_at;
  copy->ended_at = self->ended_at;
  copy->state = self->state;
  copy->counts = self->counts;
  return copy;
}

MusterBatchInfo *
muster_batch_info_ref (MusterBatchInfo *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
muster_batch_info_unref (MusterBatchInfo *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->address);
  g_free (self->account_id);
  g_free (self->account);
  g_free (self->selection);
  g_free (self->note);
  g_ptr_array_unref (self->operations);
  g_free (self);
}
