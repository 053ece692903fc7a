/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-error.h"

G_DEFINE_QUARK (muster - scim - error - quark, muster_scim_error)
