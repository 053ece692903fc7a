/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-edit.h"

G_BEGIN_DECLS

/* Opens a chooser over @parent; what somebody chooses there goes into @edit, which is
 * kept alive until then. */

/* *Choose User*: adds to the picked users. */
void muster_edit_choices_add_users (GtkWindow *parent, MusterEdit *edit);

/* @field: company, account executive or organization, which shall be set. */
void muster_edit_choices_choose (GtkWindow *parent, MusterEdit *edit, MusterField field);

G_END_DECLS
