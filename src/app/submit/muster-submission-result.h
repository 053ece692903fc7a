/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-submission.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SUBMISSION_RESULT (muster_submission_result_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterSubmissionResult, muster_submission_result, MUSTER, SUBMISSION_RESULT, GtkWidget)

/**
 * MusterSubmissionResult:
 *
 * The head of *Results*: how it ended, and what can be done now.
 */
void muster_submission_result_update (MusterSubmissionResult *self,
                                      MusterSubmission       *submission);

void muster_submission_result_focus (MusterSubmissionResult *self);

G_END_DECLS
