/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-error.h"

G_DEFINE_QUARK (muster_scim_error, muster_scim_error)
