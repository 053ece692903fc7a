/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-batch-error.h"

G_DEFINE_QUARK (muster_batch_error, muster_batch_error)
