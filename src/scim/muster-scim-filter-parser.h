/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-scim-filter.h"
#include "muster-scim-scanner.h"

G_BEGIN_DECLS

/* Private to src/scim: the filter inside the brackets of a value path, up to but without
 * the closing one. */
MusterScimFilter *
muster_scim_filter_parse_inner (MusterScimScanner *scanner, GError **error);

G_END_DECLS
