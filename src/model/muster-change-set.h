/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-operation.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CHANGE_SET (muster_change_set_get_type ())

G_DECLARE_FINAL_TYPE (MusterChangeSet, muster_change_set, MUSTER, CHANGE_SET, GObject)

/**
 * MusterChangeSet:
 *
 * What one bulk edit changes, the same for every picked user: at most one wish for each
 * field with a single value, and for each value of a field with several.
 *
 * Emits #MusterChangeSet::changed when a wish comes, goes or becomes another. Belongs to
 * the thread that made it; muster_change_set_get_operations() may be handed to others.
 */
MusterChangeSet *muster_change_set_new (void);

/* Replaces an earlier wish about the same field, or the same value of it. */
void muster_change_set_wish (MusterChangeSet *self, MusterOperation *operation);

/* Takes back what was wished of @field; of @id alone where the field has several. */
void muster_change_set_forget (MusterChangeSet *self, MusterField field, const char *id);

/* (transfer none) (nullable): what is wished of @field; of @id alone where the field has
 * several. */
MusterOperation *
muster_change_set_find (MusterChangeSet *self, MusterField field, const char *id);

gboolean     muster_change_set_is_empty (MusterChangeSet *self);
MusterFields muster_change_set_get_fields (MusterChangeSet *self);

/* (transfer container): of MusterOperation, in the order of the fields, disable last. */
GPtrArray *muster_change_set_get_operations (MusterChangeSet *self);

G_END_DECLS
