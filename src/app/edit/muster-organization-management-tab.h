/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-edit.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ORGANIZATION_MANAGEMENT_TAB                                          \
  (muster_organization_management_tab_get_type ())

G_DECLARE_FINAL_TYPE (MusterOrganizationManagementTab,
                      muster_organization_management_tab,
                      MUSTER,
                      ORGANIZATION_MANAGEMENT_TAB,
                      GtkWidget)

/* *Organization Management*: the tree of organizations with a check box each. */
GtkWidget *muster_organization_management_tab_new (MusterEdit *edit);

G_END_DECLS
