/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-resource.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_COMPANY (muster_company_get_type ())

G_DECLARE_FINAL_TYPE (MusterCompany, muster_company, MUSTER, COMPANY, MusterResource)

MusterCompany *muster_company_new (const char *id, const char *display_name);

G_END_DECLS
