/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StubServer:
 *
 * A server on a free port that answers every request with the same bytes, whatever it is,
 * and then closes the connection.
 */
typedef struct _StubServer StubServer;

/* Sends @head, then @filler until @n_filler bytes of it have gone. */
StubServer *stub_server_new (const char *head, char filler, gsize n_filler);
void        stub_server_free (StubServer *self);

/* (transfer full) */
char *stub_server_build_url (StubServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StubServer, stub_server_free)

G_END_DECLS
