/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * MusterHttpWatch:
 *
 * Ends an exchange that never rests so long that its connection would be given up, and
 * never gets done either. However long an answer takes in all: from its headers on, each
 * span as long as a connection may rest must bring bytes at %MUSTER_HTTP_MIN_RATE; what
 * comes before them has two such spans, anew for each step.
 */
typedef struct _MusterHttpWatch MusterHttpWatch;

/* Bytes in a second. */
#define MUSTER_HTTP_MIN_RATE 512

/* @seconds: that a connection may rest. @outer: (nullable): cancels as well. */
MusterHttpWatch *muster_http_watch_new (guint seconds, GCancellable *outer);
void             muster_http_watch_free (MusterHttpWatch *self);

/* (transfer none): for all parts of the exchange. */
GCancellable *muster_http_watch_get_cancellable (MusterHttpWatch *self);

/* Follows @message, which it does not keep, to its headers. */
void muster_http_watch_follow (MusterHttpWatch *self, SoupMessage *message);
void muster_http_watch_leave (MusterHttpWatch *self, SoupMessage *message);

/* @n_bytes: of an answer's body that came. */
void muster_http_watch_count (MusterHttpWatch *self, gsize n_bytes);

/* Whether some of the message that is followed may have reached the server. */
gboolean muster_http_watch_has_started (MusterHttpWatch *self);

/* Whether it ended the exchange. */
gboolean muster_http_watch_has_ended (MusterHttpWatch *self);

/* (transfer full): why, as a sentence. */
char *muster_http_watch_explain (MusterHttpWatch *self, const char *host);

G_END_DECLS
