/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-transport-choice.h"

/* So many users refused by two ways alike say that the way is sound. */
#define ENOUGH_REFUSALS 3

void
muster_transport_choice_init (MusterTransportChoice *self, guint n_transports)
{
  *self = (MusterTransportChoice){ .n_transports = MAX (n_transports, 1u) };
  self->proven = self->n_transports == 1;
}

guint
muster_transport_choice_get_plainest (const MusterTransportChoice *self)
{
  return self->n_transports - 1;
}

gboolean
muster_transport_choice_is_doubtful (const MusterTransportChoice *self)
{
  return !self->proven;
}

static void
take_next (MusterTransportChoice *self)
{
  self->current++;
  self->n_refusals = 0;
  self->proven = self->current == muster_transport_choice_get_plainest (self);
}

void
muster_transport_choice_learn (MusterTransportChoice    *self,
                               guint                     transport,
                               const MusterFlightResult *result)
{
  if (transport == self->current)
    {
      if (result->end == MUSTER_FLIGHT_NO_WAY
          && transport < muster_transport_choice_get_plainest (self))
        take_next (self);
      else if (result->n_effects > 0)
        self->proven = TRUE;
      return;
    }
  if (self->proven)
    return;
  if (result->n_effects > 0)
    take_next (self);
  else if (result->n_decided > 0 && ++self->n_refusals >= ENOUGH_REFUSALS)
    self->proven = TRUE;
}
