/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-edit.h"

G_BEGIN_DECLS

/* (transfer full): the actions of *Edit Users* that need nothing but the edit:
 * clear-users, clear-field(s), take-back(s), flag(s), time-zone(s), disable, enable.
 * Fields are said by their names. They hold @edit alive. */
GSimpleActionGroup *muster_edit_actions_new (MusterEdit *edit);

/* Says anew what is ticked, and what can be done. */
void muster_edit_actions_update (GSimpleActionGroup *actions, MusterEdit *edit);

/* Whether the action of that name can be done. */
void muster_edit_actions_set_enabled (GSimpleActionGroup *actions,
                                      const char         *name,
                                      gboolean            is_enabled);

G_END_DECLS
