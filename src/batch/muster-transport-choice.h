/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-flight.h"

G_BEGIN_DECLS

/**
 * MusterTransportChoice:
 *
 * Which of a platform's ways of sending writes a run takes. The first user of a way goes
 * alone; only when the write was seen to take effect do others follow in numbers. A
 * refusal, or a yes without effect, proves nothing by itself: the same user is tried by
 * the plainest way, and where that works the first one does not.
 */
typedef struct
{
  guint    n_transports;
  guint    current;
  gboolean proven;
  guint    n_refusals; /* of users whom the plainest way refused too */
} MusterTransportChoice;

void muster_transport_choice_init (MusterTransportChoice *self, guint n_transports);

/* The plainest way: one request for each user. */
guint muster_transport_choice_get_plainest (const MusterTransportChoice *self);

/* Whether a refusal by the current way must be doubted. */
gboolean muster_transport_choice_is_doubtful (const MusterTransportChoice *self);

/* Learns from a flight that took the way @transport. */
void muster_transport_choice_learn (MusterTransportChoice    *self,
                                    guint                     transport,
                                    const MusterFlightResult *result);

G_END_DECLS
