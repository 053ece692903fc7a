/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as it is compared where case does not count: NFKC, case folded. SQL's fold() and
 * the columns named …_key hold the same. @text is UTF-8.
 *
 * Returns: (transfer full). */
char *muster_fold (const char *text);

G_END_DECLS
