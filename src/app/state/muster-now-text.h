/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-user-summary.h"

G_BEGIN_DECLS

/* What many users have now, in words for a label; all (transfer full), and clean already.
 * @summary: (nullable) while it is not known: a dim "…". "" where there is nobody. */

/* What they have in one field that has a single value: "3 different companies",
 * "Kestrel Air", "41 different, 12 without", "1,190 active, 14 disabled". */
char *muster_now_text_describe (const MusterUserSummary *summary, MusterField field);

/* How many have nothing in that field of their profile: "214 empty"; "" where all have
 * something, or it is not known. */
char *muster_now_text_describe_blank (const MusterUserSummary *summary,
                                      MusterProfileField       field);

/* What disabling, or enabling, all of them comes to: "1,190 will not be able to sign in".
 * "" while it is not known. */
char *
muster_now_text_describe_active (const MusterUserSummary *summary, gboolean is_active);

G_END_DECLS
