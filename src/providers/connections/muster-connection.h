/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A SCIM 2.0 provider, Muster's own platform among them. */
#define MUSTER_CONNECTION_KIND_SCIM "scim"

#define MUSTER_TYPE_CONNECTION (muster_connection_get_type ())

G_DECLARE_FINAL_TYPE (MusterConnection, muster_connection, MUSTER, CONNECTION, GObject)

/**
 * MusterConnection:
 *
 * A place to sign in to. It is not changed once it is made, so that threads may read it;
 * a changed one is another object with the same identifier. It holds no password.
 *
 * Properties, all given at construction: `id` (made up where it is %NULL), `name` (for
 * people; the address's host where it is empty), `kind`, `address`, `user-name`,
 * `remembers-password` (whether the keyring was asked to keep it), `last-used` (seconds
 * since 1970, 0: never).
 */
const char *muster_connection_get_id (MusterConnection *self);
const char *muster_connection_get_name (MusterConnection *self);
const char *muster_connection_get_kind (MusterConnection *self);
const char *muster_connection_get_address (MusterConnection *self);
const char *muster_connection_get_user_name (MusterConnection *self);
gboolean    muster_connection_remembers_password (MusterConnection *self);
gint64      muster_connection_get_last_used (MusterConnection *self);

G_END_DECLS
