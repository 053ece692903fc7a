/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-http-error.h"
#include "muster-http-response.h"

G_BEGIN_DECLS

/* (transfer full): keeps what @response says. */
GError *
muster_http_error_new_for_response (const MusterHttpResponse *response, const char *host);

G_END_DECLS
