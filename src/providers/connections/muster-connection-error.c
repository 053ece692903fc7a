/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-connection-error.h"

G_DEFINE_QUARK (muster_connection_error, muster_connection_error)
