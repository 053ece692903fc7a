/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-field.h"
#include "muster-value-set.h"

G_BEGIN_DECLS

/**
 * MusterVerb:
 * @MUSTER_VERB_SET: the field shall hold the value and nothing else
 * @MUSTER_VERB_CLEAR: the field shall be empty
 * @MUSTER_VERB_ADD: the field shall hold the value, beside what it holds
 * @MUSTER_VERB_REMOVE: the field shall not hold the value
 */
typedef enum
{
  MUSTER_VERB_SET,
  MUSTER_VERB_CLEAR,
  MUSTER_VERB_ADD,
  MUSTER_VERB_REMOVE,
} MusterVerb;

#define MUSTER_TYPE_OPERATION (muster_operation_get_type ())

/**
 * MusterOperation:
 *
 * One thing that shall be so of one field. Immutable and counted; may be shared by
 * threads.
 */
typedef struct _MusterOperation MusterOperation;

GType muster_operation_get_type (void);
MusterOperation *
muster_operation_new (MusterField field, MusterVerb verb, MusterReference *value);
MusterOperation *muster_operation_ref (MusterOperation *self);
void             muster_operation_unref (MusterOperation *self);
MusterField      muster_operation_get_field (const MusterOperation *self);
MusterVerb       muster_operation_get_verb (const MusterOperation *self);
MusterReference *muster_operation_get_value (const MusterOperation *self);

/* Whether @values is already as the operation wants it. */
gboolean
muster_operation_holds (const MusterOperation *self, const MusterValueSet *values);

/* What @values becomes by the operation. */
MusterValueSet *
muster_operation_apply (const MusterOperation *self, MusterValueSet *values);

const char *muster_verb_get_name (MusterVerb verb);
gboolean    muster_verb_from_name (const char *name, MusterVerb *verb);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterOperation, muster_operation_unref)

G_END_DECLS
