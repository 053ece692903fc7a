/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-role-item.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_HELD_ROLE_ROW (muster_held_role_row_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterHeldRoleRow, muster_held_role_row, MUSTER, HELD_ROLE_ROW, GtkWidget)

/**
 * MusterHeldRoleRow:
 *
 * A role that picked users have, and how many of them. Property: `item` (#MusterRoleItem,
 * nullable). Its link activates `roles.remove` with the identifier.
 */
GtkWidget *muster_held_role_row_new (void);

G_END_DECLS
