/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-submission-notice.h"

#include <glib/gi18n.h>

/* (transfer full) */
static char *
describe (MusterSubmission *submission)
{
  MusterOutcomeCounts counts;
  guint               n_changed;
  guint               n_others;

  muster_submission_count (submission, &counts);
  n_changed = counts.n[MUSTER_OUTCOME_CHANGED];
  n_others = muster_outcome_counts_get_total (&counts) - n_changed
             - counts.n[MUSTER_OUTCOME_ALREADY_SO];
  if (n_others > 0)
    return g_strdup_printf (ngettext ("%'u user needs your attention.",
                                      "%'u users need your attention.", n_others),
                            n_others);
  return g_strdup_printf (ngettext ("%'u user was changed.", "%'u users were changed.",
                                    n_changed),
                          n_changed);
}

void
muster_submission_notice_send (MusterSubmission *submission, GApplication *application)
{
  g_autoptr (GNotification) notice = g_notification_new (_ ("Bulk edit ended"));
  g_autofree char *body = describe (submission);

  g_notification_set_body (notice, body);
  g_application_send_notification (application, "submission", notice);
}
