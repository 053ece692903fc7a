/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-write.h"

MusterWrite *
muster_write_new (const char *user_id, const char *version, GPtrArray *operations)
{
  MusterWrite *self = g_new0 (MusterWrite, 1);

  self->user_id = g_strdup (user_id);
  self->version = g_strdup (version);
  self->operations = g_ptr_array_ref (operations);
  return self;
}

void
muster_write_free (MusterWrite *self)
{
  if (self == NULL)
    return;
  g_free (self->user_id);
  g_free (self->version);
  g_ptr_array_unref (self->operations);
  g_free (self);
}

MusterWriteResult *
muster_write_result_new (MusterWriteState state,
                         const char      *message,
                         const char      *field,
                         const char      *version)
{
  MusterWriteResult *self = g_new0 (MusterWriteResult, 1);

  self->state = state;
  self->message = g_strdup (message);
  self->field = g_strdup (field);
  self->version = g_strdup (version);
  return self;
}

void
muster_write_result_free (MusterWriteResult *self)
{
  if (self == NULL)
    return;
  g_free (self->message);
  g_free (self->field);
  g_free (self->version);
  g_free (self);
}
