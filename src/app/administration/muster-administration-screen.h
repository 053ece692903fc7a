/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-screen.h"
#include "muster-session.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_ADMINISTRATION_SCREEN (muster_administration_screen_get_type ())

G_DECLARE_FINAL_TYPE (MusterAdministrationScreen,
                      muster_administration_screen,
                      MUSTER,
                      ADMINISTRATION_SCREEN,
                      GtkWidget)

/**
 * MusterAdministrationScreen:
 *
 * *Site Administration*, the first page after signing in: what can be done, what was done
 * of late, and which platform this is. *Bulk Update User Profiles* activates
 * `win.edit-users`.
 */
GtkWidget *muster_administration_screen_new (MusterSession *session);

/* Asks the platform and the journal anew. */
void muster_administration_screen_refresh (MusterAdministrationScreen *self);

/* Says something above the tiles that went wrong beside the work, until it is said
 * otherwise; text from elsewhere may be in it. */
void muster_administration_screen_show_notice (MusterAdministrationScreen *self,
                                               const char                 *title,
                                               const char                 *text);

G_END_DECLS
