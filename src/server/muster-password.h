/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-server-error.h"

G_BEGIN_DECLS

/* Hashes a password for the store with crypt(5)'s best method, which takes a good part of
 * a second. Returns: (transfer full). */
char *muster_password_hash (const char *password, GError **error);

/* The same for a password that everybody knows, which nothing is gained by guarding:
 * takes a few milliseconds. */
char *muster_password_hash_known (const char *password, GError **error);

/* Whether the password is the one that was hashed; as slow. */
gboolean muster_password_verify (const char *password, const char *hash);

G_END_DECLS
