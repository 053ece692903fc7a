/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-submission.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SUBMIT_QUESTION (muster_submit_question_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterSubmitQuestion, muster_submit_question, MUSTER, SUBMIT_QUESTION, GtkWidget)

/**
 * MusterSubmitQuestion:
 *
 * What will happen to how many, and the consents that need a tick of their own.
 *
 * Property: `n-changing` (guint, notified): how many users would change with the ticks
 * that are set; 0 while that is not known.
 */

/* What will happen is known from the start; to how many, is not. */
void muster_submit_question_show_reading (MusterSubmitQuestion *self, MusterEdit *edit);
void
muster_submit_question_show (MusterSubmitQuestion *self, MusterSubmission *submission);

/* The users could not be read. */
void muster_submit_question_show_failure (MusterSubmitQuestion *self);

guint        muster_submit_question_get_n_changing (MusterSubmitQuestion *self);
MusterGuards muster_submit_question_get_consent (MusterSubmitQuestion *self);

/* Whether somebody would not be able to sign in any more. */
gboolean muster_submit_question_is_disabling (MusterSubmitQuestion *self);

/* (transfer full) (nullable): why there is nothing to submit, a sentence. */
char *muster_submit_question_dup_obstacle (MusterSubmitQuestion *self);

G_END_DECLS
