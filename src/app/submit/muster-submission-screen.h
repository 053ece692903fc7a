/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-screen.h"
#include "muster-submission.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SUBMISSION_SCREEN (muster_submission_screen_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterSubmissionScreen, muster_submission_screen, MUSTER, SUBMISSION_SCREEN, GtkWidget)

/**
 * MusterSubmissionScreen:
 *
 * *Submitting*, then *Results*: progress, counts, and the outcome of each user as it
 * comes, with the platform's words. Its actions have the prefix "submission". The title
 * becomes another when the submission's `state` does.
 *
 * Signals: `done` (the results were seen), `edit-again` (back to the edit).
 */
GtkWidget *muster_submission_screen_new (MusterSubmission *submission);

G_END_DECLS
