/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-choice.h"
#include "muster-user.h"

G_BEGIN_DECLS

/* The columns of a list of users, for a #GtkColumnView whose rows are #MusterUser: the
 * tick, Name, Organization, E-mail and Primary Phone. @choice knows who is picked
 * already. */
void muster_user_chooser_columns_add (GtkColumnView *view, MusterChoice *choice);

G_END_DECLS
