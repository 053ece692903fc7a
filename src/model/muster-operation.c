/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-operation.h"

struct _MusterOperation
{
  gatomicrefcount  ref_count;
  MusterField      field;
  MusterVerb       verb;
  MusterReference *value; /* (owned) (nullable): NULL for MUSTER_VERB_CLEAR alone */
};

G_DEFINE_BOXED_TYPE (MusterOperation,
                     muster_operation,
                     muster_operation_ref,
                     muster_operation_unref)

static const char *const verb_names[] = {
  [MUSTER_VERB_SET] = "set",
  [MUSTER_VERB_CLEAR] = "clear",
  [MUSTER_VERB_ADD] = "add",
  [MUSTER_VERB_REMOVE] = "remove",
};

const char *
muster_verb_get_name (MusterVerb verb)
{
  g_return_val_if_fail (verb < G_N_ELEMENTS (verb_names), NULL);

  return verb_names[verb];
}

gboolean
muster_verb_from_name (const char *name, MusterVerb *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (verb_names); i++)
    if (g_strcmp0 (name, verb_names[i]) == 0)
      {
        *verb = i;
        return TRUE;
      }
  return FALSE;
}

MusterOperation *
muster_operation_new (MusterField field, MusterVerb verb, MusterReference *value)
{
  gboolean adds_or_removes = verb == MUSTER_VERB_ADD || verb == MUSTER_VERB_REMOVE;

  g_return_val_if_fail (field < MUSTER_N_FIELDS, NULL);
  g_return_val_if_fail (muster_field_is_multi_valued (field) == adds_or_removes, NULL);
  g_return_val_if_fail ((value == NULL) == (verb == MUSTER_VERB_CLEAR), NULL);

  MusterOperation *self = g_new0 (MusterOperation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->field = field;
  self->verb = verb;
  self->value = value != NULL ? muster_reference_ref (value) : NULL;
  return self;
}

MusterOperation *
muster_operation_ref (MusterOperation *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
muster_operation_unref (MusterOperation *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->value, muster_reference_unref);
  g_free (self);
}

MusterField
muster_operation_get_field (const MusterOperation *self)
{
  return self->field;
}

MusterVerb
muster_operation_get_verb (const MusterOperation *self)
{
  return self->verb;
}

MusterReference *
muster_operation_get_value (const MusterOperation *self)
{
  return self->value;
}

gboolean
muster_operation_holds (const MusterOperation *self, const MusterValueSet *values)
{
  guint    n_values = muster_value_set_get_n_values (values);
  gboolean contains
    = self->value != NULL
      && muster_value_set_contains (values, muster_reference_get_id (self->value));

  switch (self->verb)
    {
    case MUSTER_VERB_SET:
      return contains && n_values == 1;
    case MUSTER_VERB_CLEAR:
      return n_values == 0;
    case MUSTER_VERB_ADD:
      return contains;
    case MUSTER_VERB_REMOVE:
    default:
      return !contains;
    }
}

MusterValueSet *
muster_operation_apply (const MusterOperation *self, MusterValueSet *values)
{
  switch (self->verb)
    {
    case MUSTER_VERB_SET:
      return muster_value_set_new_single (self->value);
    case MUSTER_VERB_CLEAR:
      return muster_value_set_ref (muster_value_set_get_empty ());
    case MUSTER_VERB_ADD:
      return muster_value_set_with (values, self->value);
    case MUSTER_VERB_REMOVE:
    default:
      return muster_value_set_without (values, muster_reference_get_id (self->value));
    }
}
