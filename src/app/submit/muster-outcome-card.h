/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-outcome.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_OUTCOME_CARD (muster_outcome_card_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterOutcomeCard, muster_outcome_card, MUSTER, OUTCOME_CARD, GtkToggleButton)

/**
 * MusterOutcomeCard:
 *
 * How many users have one outcome; pressed, the list shows those alone. It activates the
 * boolean action "submission.show-" with the name of the outcome.
 */
GtkWidget    *muster_outcome_card_new (MusterOutcome outcome);
MusterOutcome muster_outcome_card_get_outcome (MusterOutcomeCard *self);
void          muster_outcome_card_set_count (MusterOutcomeCard *self, guint count);

G_END_DECLS
