/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-company.h"

#include "muster-resource-private.h"

struct _MusterCompany
{
  MusterResource parent_instance;
};

G_DEFINE_FINAL_TYPE (MusterCompany, muster_company, MUSTER_TYPE_RESOURCE)

static void
muster_company_class_init (MusterCompanyClass *klass)
{
}

static void
muster_company_init (MusterCompany *self)
{
}

MusterCompany *
muster_company_new (const char *id, const char *display_name)
{
  return muster_resource_construct (MUSTER_TYPE_COMPANY, id, display_name);
}
