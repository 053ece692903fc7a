/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-submission.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SUBMISSION_PROGRESS (muster_submission_progress_get_type ())

G_DECLARE_FINAL_TYPE (MusterSubmissionProgress,
                      muster_submission_progress,
                      MUSTER,
                      SUBMISSION_PROGRESS,
                      GtkWidget)

/**
 * MusterSubmissionProgress:
 *
 * The head of *Submitting*: how far it is, how fast, and a way to stop it.
 */
void muster_submission_progress_update (MusterSubmissionProgress *self,
                                        MusterSubmission         *submission);

G_END_DECLS
