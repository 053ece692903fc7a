/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-banner.h"
#include "muster-edit.h"
#include "muster-role-book.h"

G_BEGIN_DECLS

/* Says in @banner where a role to be added is administrative and users would manage no
 * organization: organization management is necessary for all administrative roles. Says
 * instead that roles are not offered, where that is so. */
void
muster_role_advice_update (MusterBanner *banner, MusterEdit *edit, MusterRoleBook *book);

G_END_DECLS
