/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-user.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PERSON_CELL (muster_person_cell_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterPersonCell, muster_person_cell, MUSTER, PERSON_CELL, GtkWidget)

/* A user in a list row: initials, and the name over the e-mail address. */
GtkWidget *muster_person_cell_new (void);

/* @user: (nullable): nobody. */
void muster_person_cell_set_user (MusterPersonCell *self, MusterUser *user);

G_END_DECLS
