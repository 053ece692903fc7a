/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-edit.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ROLES_TAB (muster_roles_tab_get_type ())

G_DECLARE_FINAL_TYPE (MusterRolesTab, muster_roles_tab, MUSTER, ROLES_TAB, GtkWidget)

/* *Roles*: those to add, those to remove, and those that the picked users have now. */
GtkWidget *muster_roles_tab_new (MusterEdit *edit);

G_END_DECLS
