/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterConnectionError:
 * @MUSTER_CONNECTION_ERROR_FILE: the list of connections cannot be read or written
 * @MUSTER_CONNECTION_ERROR_DAMAGED: the list is there and makes no sense; it is left as
 *   it is
 * @MUSTER_CONNECTION_ERROR_KEYRING: there is no Secret Service, or it refuses
 * @MUSTER_CONNECTION_ERROR_KIND: a kind of platform that this Muster does not know
 *
 * The message is a sentence for people.
 */
typedef enum
{
  MUSTER_CONNECTION_ERROR_FILE,
  MUSTER_CONNECTION_ERROR_DAMAGED,
  MUSTER_CONNECTION_ERROR_KEYRING,
  MUSTER_CONNECTION_ERROR_KIND,
} MusterConnectionError;

#define MUSTER_CONNECTION_ERROR (muster_connection_error_quark ())

GQuark muster_connection_error_quark (void);

G_END_DECLS
