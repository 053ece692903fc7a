/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-role-item.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ROLE_ROW (muster_role_row_get_type ())

G_DECLARE_FINAL_TYPE (MusterRoleRow, muster_role_row, MUSTER, ROLE_ROW, GtkWidget)

/**
 * MusterRoleRow:
 *
 * A role that is to be added or removed. Property: `item` (#MusterRoleItem, nullable).
 * Its button activates `roles.take-back` with the identifier.
 */
GtkWidget *muster_role_row_new (void);

G_END_DECLS
