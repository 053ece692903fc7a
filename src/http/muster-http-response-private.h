/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <libsoup/soup.h>

#include "muster-http-response.h"

G_BEGIN_DECLS

/* (transfer full): @body is taken. */
MusterHttpResponse *
muster_http_response_new_for_message (SoupMessage *message, GBytes *body);

G_END_DECLS
