/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-reference.h"

struct _MusterReference
{
  gatomicrefcount ref_count;
  char           *id;      /* (owned) */
  char           *display; /* (owned) */
};

G_DEFINE_BOXED_TYPE (MusterReference,
                     muster_reference,
                     muster_reference_ref,
                     muster_reference_unref)

MusterReference *
muster_reference_new (const char *id, const char *display)
{
  g_return_val_if_fail (id != NULL, NULL);

  MusterReference *self = g_new0 (MusterReference, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->display = g_strdup (display != NULL ? display : id);
  return self;
}

MusterReference *
muster_reference_ref (MusterReference *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
muster_reference_unref (MusterReference *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->display);
  g_free (self);
}

const char *
muster_reference_get_id (const MusterReference *self)
{
  return self->id;
}

const char *
muster_reference_get_display (const MusterReference *self)
{
  return self->display;
}
