/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-edit.h"
#include "muster-plan.h"

G_BEGIN_DECLS

/**
 * MusterSubmissionState:
 * @MUSTER_SUBMISSION_PREPARED: planned; nothing was written down or sent
 * @MUSTER_SUBMISSION_RUNNING: in the journal, and on its way
 * @MUSTER_SUBMISSION_CANCELLING: no new request leaves; what is under way is resolved
 * @MUSTER_SUBMISSION_ENDED: every user has an outcome
 */
typedef enum
{
  MUSTER_SUBMISSION_PREPARED,
  MUSTER_SUBMISSION_RUNNING,
  MUSTER_SUBMISSION_CANCELLING,
  MUSTER_SUBMISSION_ENDED,
} MusterSubmissionState;

#define MUSTER_TYPE_SUBMISSION (muster_submission_get_type ())

G_DECLARE_FINAL_TYPE (MusterSubmission, muster_submission, MUSTER, SUBMISSION, GObject)

/**
 * MusterSubmission:
 *
 * A bulk edit from the plan to the last outcome. It lives in the application, not in a
 * screen: leaving the screen does not stop it.
 *
 * Properties, notified at most four times a second while it runs: `state` (guint),
 * `n-decided` (guint), `error` (GError, boxed, nullable: what stopped it).
 */

/* Reads the picked users anew, which updates @edit's list too, and works out the plan of
 * its change set. Fails where the platform does, or where it lacks a field.
 *
 * Finish: (transfer full). */
void              muster_submission_prepare_async (MusterEdit         *edit,
                                                   GCancellable       *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            user_data);
MusterSubmission *muster_submission_prepare_finish (GAsyncResult *result, GError **error);

MusterSession        *muster_submission_get_session (MusterSubmission *self);
MusterPlan           *muster_submission_get_plan (MusterSubmission *self);
MusterSubmissionState muster_submission_get_state (MusterSubmission *self);
const GError         *muster_submission_get_error (MusterSubmission *self);

/* (nullable): the batch's identifier in the journal, once it is there. */
const char *muster_submission_get_batch (MusterSubmission *self);

/* (transfer none): of MusterOperation, the change set that was planned. */
GPtrArray *muster_submission_get_operations (MusterSubmission *self);

/* How many users would change who need which consent of their own. */
guint muster_submission_count_guarded (MusterSubmission *self, MusterGuards guards);

/* Writes the plan into the journal and runs it. @consent: what was agreed to beside it.
 * The result comes by `state` and `error`: an error while it is still *prepared* means
 * that nothing was sent, and it may be started again. */
void muster_submission_start (MusterSubmission *self, MusterGuards consent);

/* Lets no new request leave; none at all where it is not in the journal yet. */
void muster_submission_cancel (MusterSubmission *self);

guint muster_submission_get_n_decided (MusterSubmission *self);
guint muster_submission_get_n_rows (MusterSubmission *self);
void  muster_submission_count (MusterSubmission *self, MusterOutcomeCounts *counts);

/* Users per second of late, and seconds left by that; negative where it cannot be said
 * yet. */
double muster_submission_get_rate (MusterSubmission *self);
double muster_submission_get_seconds_left (MusterSubmission *self);

/* (transfer none): a #GListModel of #MusterPlanRow, those that have an outcome by now, in
 * the order in which they got it. */
GListModel *muster_submission_get_decided (MusterSubmission *self);

G_END_DECLS
