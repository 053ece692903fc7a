/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-change-set.h"

#include <string.h>

struct _MusterChangeSet
{
  GObject parent_instance;

  GPtrArray *operations; /* (owned): of MusterOperation, in the order of the fields */
};

G_DEFINE_FINAL_TYPE (MusterChangeSet, muster_change_set, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
muster_change_set_finalize (GObject *object)
{
  g_ptr_array_unref (MUSTER_CHANGE_SET (object)->operations);
  G_OBJECT_CLASS (muster_change_set_parent_class)->finalize (object);
}

static void
muster_change_set_class_init (MusterChangeSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_change_set_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_change_set_init (MusterChangeSet *self)
{
  self->operations
    = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_operation_unref);
}

MusterChangeSet *
muster_change_set_new (void)
{
  return g_object_new (MUSTER_TYPE_CHANGE_SET, NULL);
}

static gboolean
is_about (MusterOperation *operation, MusterField field, const char *id)
{
  if (muster_operation_get_field (operation) != field)
    return FALSE;
  return !muster_field_is_multi_valued (field) || id == NULL
         || strcmp (muster_reference_get_id (muster_operation_get_value (operation)), id)
              == 0;
}

static gboolean
remove_wishes (MusterChangeSet *self, MusterField field, const char *id)
{
  guint n_before = self->operations->len;

  for (guint i = self->operations->len; i-- > 0;)
    if (is_about (g_ptr_array_index (self->operations, i), field, id))
      g_ptr_array_remove_index (self->operations, i);
  return self->operations->len < n_before;
}

void
muster_change_set_wish (MusterChangeSet *self, MusterOperation *operation)
{
  MusterField      field = muster_operation_get_field (operation);
  MusterReference *value = muster_operation_get_value (operation);
  guint            position = 0;

  remove_wishes (self, field, value != NULL ? muster_reference_get_id (value) : NULL);
  while (position < self->operations->len
         && muster_operation_get_field (g_ptr_array_index (self->operations, position))
              <= field)
    position++;
  g_ptr_array_insert (self->operations, (gint) position,
                      muster_operation_ref (operation));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
muster_change_set_forget (MusterChangeSet *self, MusterField field, const char *id)
{
  if (remove_wishes (self, field, id))
    g_signal_emit (self, signals[CHANGED], 0);
}

MusterOperation *
muster_change_set_find (MusterChangeSet *self, MusterField field, const char *id)
{
  for (guint i = 0; i < self->operations->len; i++)
    if (is_about (g_ptr_array_index (self->operations, i), field, id))
      return g_ptr_array_index (self->operations, i);
  return NULL;
}

gboolean
muster_change_set_is_empty (MusterChangeSet *self)
{
  return self->operations->len == 0;
}

MusterFields
muster_change_set_get_fields (MusterChangeSet *self)
{
  MusterFields fields = 0;

  for (guint i = 0; i < self->operations->len; i++)
    fields |= MUSTER_FIELDS_OF (
      muster_operation_get_field (g_ptr_array_index (self->operations, i)));
  return fields;
}

GPtrArray *
muster_change_set_get_operations (MusterChangeSet *self)
{
  GPtrArray *copy = g_ptr_array_new_full (self->operations->len,
                                          (GDestroyNotify) muster_operation_unref);

  for (guint i = 0; i < self->operations->len; i++)
    g_ptr_array_add (copy,
                     muster_operation_ref (g_ptr_array_index (self->operations, i)));
  return copy;
}
