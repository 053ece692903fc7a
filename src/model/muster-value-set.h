/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-reference.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_VALUE_SET (muster_value_set_get_type ())

/**
 * MusterValueSet:
 *
 * What one field of one user holds: references in the order of their identifiers,
 * each once. A field with a single value holds none or one.
 *
 * Immutable and counted; may be shared by threads. Two sets are equal when they hold
 * the same identifiers, whatever the displays say.
 */
typedef struct _MusterValueSet MusterValueSet;

GType            muster_value_set_get_type (void);
MusterValueSet  *muster_value_set_get_empty (void);
MusterValueSet  *muster_value_set_new (MusterReference *const *values, gsize n_values);
MusterValueSet  *muster_value_set_new_single (MusterReference *value);
MusterValueSet  *muster_value_set_ref (MusterValueSet *self);
void             muster_value_set_unref (MusterValueSet *self);
guint            muster_value_set_get_n_values (const MusterValueSet *self);
MusterReference *muster_value_set_get_value (const MusterValueSet *self, guint position);
gboolean         muster_value_set_contains (const MusterValueSet *self, const char *id);
gboolean muster_value_set_equal (const MusterValueSet *self, const MusterValueSet *other);
MusterValueSet *muster_value_set_with (MusterValueSet *self, MusterReference *value);
MusterValueSet *muster_value_set_without (MusterValueSet *self, const char *id);
char *muster_value_set_to_text (const MusterValueSet *self, const char *separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterValueSet, muster_value_set_unref)

G_END_DECLS
