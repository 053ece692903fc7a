/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-connection.h"
#include "muster-platform.h"

G_BEGIN_DECLS

/* (nullable): what a kind of platform is called, for people; %NULL: not known here. */
const char *muster_connection_kind_get_label (const char *kind);

/* The platform that @connection leads to. Nothing is sent before it is opened.
 *
 * Returns: (transfer full): %NULL with a sentence, about the address
 * (%MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM) or the kind (%MUSTER_CONNECTION_ERROR_KIND). */
MusterPlatform *muster_connection_create_platform (MusterConnection *connection,
                                                   const char       *password,
                                                   GError          **error);

G_END_DECLS
