/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/* How long a session lasts, in microseconds: half a day. */
#define MUSTER_SESSION_LIFETIME (12 * G_TIME_SPAN_HOUR)

/* Begins a session of @user (a row of table user) at @now (microseconds since 1970) and
 * removes those that have ended. The database keeps a digest of the token alone.
 *
 * Returns: (transfer full): the token, 256 random bits; or %NULL with an error. */
char *
muster_session_create (MusterDatabase *database, gint64 user, gint64 now, GError **error);

/* The user (a row) whose session @token is, or 0 with _UNAUTHENTICATED. */
gint64 muster_session_find (MusterDatabase *database,
                            const char     *token,
                            gint64          now,
                            GError        **error);

/* Ends a session; one that is none is no error. */
gboolean
muster_session_remove (MusterDatabase *database, const char *token, GError **error);

/* (transfer full) (nullable): the token of an `Authorization: Bearer` header. */
char *muster_session_read_token (const char *authorization);

G_END_DECLS
