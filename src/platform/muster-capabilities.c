/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-capabilities.h"

G_DEFINE_BOXED_TYPE (MusterCapabilities,
                     muster_capabilities,
                     muster_capabilities_ref,
                     muster_capabilities_unref)

MusterCapabilities *
muster_capabilities_new (void)
{
  MusterCapabilities *self = g_new0 (MusterCapabilities, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->page_size = 1;
  self->read_size = 1;
  self->match_size = 1;
  self->parallel = 1;
  self->transports = g_array_new (FALSE, FALSE, sizeof (MusterTransport));
  return self;
}

MusterCapabilities *
muster_capabilities_ref (MusterCapabilities *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
muster_capabilities_unref (MusterCapabilities *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->transports);
  g_free (self);
}
