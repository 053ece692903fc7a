/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-field.h"
#include "muster-outcome.h"
#include "muster-plan-row.h"
#include "muster-profile-field.h"
#include "muster-resource.h"

G_BEGIN_DECLS

/* The words on screen, translated; static. "Company", "First Name", "Already so". */
const char *muster_label_field (MusterField field);
const char *muster_label_profile_field (MusterProfileField field);
const char *muster_label_outcome (MusterOutcome outcome);
const char *muster_label_resource_kind (MusterResourceKind kind);

/* The style class that gives an outcome its colour: "success", "warning", "error", "dim".
 */
const char *muster_label_get_outcome_class (MusterOutcome outcome);

/* (transfer full): what happened, or shall happen, to one user in one line:
 * "Company, Time Zone, 2 roles", "Nothing to do, nothing sent", or the message that the
 * row has. For a label: clean already. */
char *muster_label_describe_row (MusterPlanRow *row);

/* (transfer full): the fields that operations are about, with numbers where there are
 * several: "Company, 2 roles, 3 flagged fields". @operations: of MusterOperation. */
char *muster_label_describe_operations (GPtrArray *operations);

G_END_DECLS
