/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Wipes and frees. (nullable) */
void muster_http_secret_free (char *secret);

G_END_DECLS
