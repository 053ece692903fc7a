/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-value-set.h"

#include <string.h>

struct _MusterValueSet
{
  gatomicrefcount ref_count;
  GPtrArray      *values; /* (owned): of MusterReference, in the order of their ids */
};

G_DEFINE_BOXED_TYPE (MusterValueSet,
                     muster_value_set,
                     muster_value_set_ref,
                     muster_value_set_unref)

static MusterValueSet *
create (guint size)
{
  MusterValueSet *self = g_new0 (MusterValueSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->values = g_ptr_array_new_full (size, (GDestroyNotify) muster_reference_unref);
  return self;
}

MusterValueSet *
muster_value_set_get_empty (void)
{
  static MusterValueSet *empty;

  if (g_once_init_enter (&empty))
    g_once_init_leave (&empty, create (0));
  return empty;
}

/* Where @id stands, or would stand. */
static guint
find (const MusterValueSet *self, const char *id, gboolean *found)
{
  guint low = 0;
  guint high = self->values->len;

  *found = FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int   order
        = strcmp (muster_reference_get_id (g_ptr_array_index (self->values, middle)), id);

      if (order == 0)
        {
          *found = TRUE;
          return middle;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
insert (MusterValueSet *self, MusterReference *value)
{
  gboolean found;
  guint    position = find (self, muster_reference_get_id (value), &found);

  if (!found)
    g_ptr_array_insert (self->values, (gint) position, muster_reference_ref (value));
}

MusterValueSet *
muster_value_set_new (MusterReference *const *values, gsize n_values)
{
  MusterValueSet *self = create ((guint) n_values);

  for (gsize i = 0; i < n_values; i++)
    insert (self, values[i]);
  return self;
}

MusterValueSet *
muster_value_set_new_single (MusterReference *value)
{
  return muster_value_set_new (&value, value != NULL ? 1 : 0);
}

MusterValueSet *
muster_value_set_ref (MusterValueSet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
muster_value_set_unref (MusterValueSet *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->values);
  g_free (self);
}

guint
muster_value_set_get_n_values (const MusterValueSet *self)
{
  return self->values->len;
}

MusterReference *
muster_value_set_get_value (const MusterValueSet *self, guint position)
{
  g_return_val_if_fail (position < self->values->len, NULL);

  return g_ptr_array_index (self->values, position);
}

gboolean
muster_value_set_contains (const MusterValueSet *self, const char *id)
{
  gboolean found;

  find (self, id, &found);
  return found;
}

gboolean
muster_value_set_equal (const MusterValueSet *self, const MusterValueSet *other)
{
  if (self->values->len != other->values->len)
    return FALSE;
  for (guint i = 0; i < self->values->len; i++)
    if (strcmp (muster_reference_get_id (g_ptr_array_index (self->values, i)),
                muster_reference_get_id (g_ptr_array_index (other->values, i)))
        != 0)
      return FALSE;
  return TRUE;
}

MusterValueSet *
muster_value_set_with (MusterValueSet *self, MusterReference *value)
{
  MusterValueSet *with;

  if (muster_value_set_contains (self, muster_reference_get_id (value)))
    return muster_value_set_ref (self);
  with = muster_value_set_new ((MusterReference *const *) self->values->pdata,
                               self->values->len);
  insert (with, value);
  return with;
}

MusterValueSet *
muster_value_set_without (MusterValueSet *self, const char *id)
{
  gboolean        found;
  guint           position = find (self, id, &found);
  MusterValueSet *without;

  if (!found)
    return muster_value_set_ref (self);
  without = muster_value_set_new ((MusterReference *const *) self->values->pdata,
                                  self->values->len);
  g_ptr_array_remove_index (without->values, position);
  return without;
}

char *
muster_value_set_to_text (const MusterValueSet *self, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->values->len; i++)
    {
      if (i > 0)
        g_string_append (text, separator);
      g_string_append (text, muster_reference_get_display (
                               g_ptr_array_index (self->values, i)));
    }
  return g_string_free (text, FALSE);
}
