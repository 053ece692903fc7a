/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-submission.h"

G_BEGIN_DECLS

/* Tells the desktop that a submission has ended, and how, without naming anybody. */
void
muster_submission_notice_send (MusterSubmission *submission, GApplication *application);

G_END_DECLS
