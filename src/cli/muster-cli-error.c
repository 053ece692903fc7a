/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-cli-error.h"

GQuark
muster_cli_error_quark (void)
{
  return g_quark_from_static_string ("muster-cli-error-quark");
}
