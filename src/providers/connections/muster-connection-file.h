/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-connection.h"

G_BEGIN_DECLS

/* The list of connections on disk. Every call blocks, belongs in a thread, and fails with
 * %MUSTER_CONNECTION_ERROR. What is written is written whole or not at all, and a file
 * that cannot be read is never written over. */

/* (transfer full): $XDG_CONFIG_HOME/muster/connections.ini. */
char *muster_connection_file_build_default_path (void);

/* (transfer container): of MusterConnection, in the order of the file; empty where there
 * is no file. */
GPtrArray *muster_connection_file_read (const char *path, GError **error);

/* Writes @connection down, in the place of the one with its identifier. */
gboolean muster_connection_file_put (const char       *path,
                                     MusterConnection *connection,
                                     GError          **error);

/* Succeeds where there is no such connection. */
gboolean muster_connection_file_remove (const char *path, const char *id, GError **error);

G_END_DECLS
