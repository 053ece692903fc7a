/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text, as somebody typed it, without the spaces around it and with
 * https:// where it has no scheme. Whether it can be used is for the platform to say. */
char *muster_connection_address_complete (const char *text);

/* (transfer full): the host, for people; the whole text where it is no address. */
char *muster_connection_address_describe (const char *address);

/**
 * MusterConnectionSafety:
 * @MUSTER_CONNECTION_UNKNOWN: no address that could be used
 * @MUSTER_CONNECTION_ENCRYPTED: https
 * @MUSTER_CONNECTION_LOCAL: http that does not leave this machine
 * @MUSTER_CONNECTION_REFUSED: http to another machine, where nothing is sent
 */
typedef enum
{
  MUSTER_CONNECTION_UNKNOWN,
  MUSTER_CONNECTION_ENCRYPTED,
  MUSTER_CONNECTION_LOCAL,
  MUSTER_CONNECTION_REFUSED,
} MusterConnectionSafety;

/* How a password would go to @address. */
MusterConnectionSafety muster_connection_address_judge (const char *address);

G_END_DECLS
