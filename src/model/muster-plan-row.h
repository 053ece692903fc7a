/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-operation.h"
#include "muster-outcome.h"
#include "muster-user.h"

G_BEGIN_DECLS

/**
 * MusterGuards:
 * @MUSTER_GUARD_OWN_ACCOUNT: flags or disables the account that is signed in
 * @MUSTER_GUARD_LAST_ADMINISTRATOR: nobody would be left who can do what this one can
 *
 * Why a row needs a consent of its own, and goes last and alone when it has it.
 */
typedef enum
{
  MUSTER_GUARD_NONE = 0,
  MUSTER_GUARD_OWN_ACCOUNT = 1 << 0,
  MUSTER_GUARD_LAST_ADMINISTRATOR = 1 << 1,
} MusterGuards;

#define MUSTER_TYPE_PLAN_ROW (muster_plan_row_get_type ())

G_DECLARE_FINAL_TYPE (MusterPlanRow, muster_plan_row, MUSTER, PLAN_ROW, GObject)

/**
 * MusterPlanRow:
 *
 * What shall happen to one user, and in the end what did.
 *
 * The user and the operations never change. The outcome, the message and the field they
 * are about do, with notification, in the thread of whoever runs the plan.
 */
/* @operations: of MusterOperation; kept, not copied. None: *already so*. */
MusterPlanRow *muster_plan_row_new (MusterUser *user, GPtrArray *operations);

MusterUser *muster_plan_row_get_user (MusterPlanRow *self);

/* (transfer none): of MusterOperation, only what this user still lacks; maybe empty. */
GPtrArray *muster_plan_row_get_operations (MusterPlanRow *self);

/* The fields that the operations touch. */
MusterFields muster_plan_row_get_fields (MusterPlanRow *self);

/* (transfer none): what the field held when it was read. */
MusterValueSet *muster_plan_row_get_before (MusterPlanRow *self, MusterField field);

/* (transfer full): what the field shall hold, as far as the plan could see. */
MusterValueSet *muster_plan_row_dup_after (MusterPlanRow *self, MusterField field);

MusterGuards muster_plan_row_get_guards (MusterPlanRow *self);
void         muster_plan_row_set_guards (MusterPlanRow *self, MusterGuards guards);

MusterOutcome muster_plan_row_get_outcome (MusterPlanRow *self);
const char   *muster_plan_row_get_message (MusterPlanRow *self);
const char   *muster_plan_row_get_message_field (MusterPlanRow *self);
void          muster_plan_row_decide (MusterPlanRow *self,
                                      MusterOutcome  outcome,
                                      const char    *message,
                                      const char    *message_field);

/* When the outcome was written down, in microseconds since 1970, UTC; 0: not yet. */
gint64 muster_plan_row_get_decided_at (MusterPlanRow *self);
void   muster_plan_row_set_decided_at (MusterPlanRow *self, gint64 decided_at);

G_END_DECLS
