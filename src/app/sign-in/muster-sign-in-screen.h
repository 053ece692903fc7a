/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-connection-store.h"
#include "muster-sample-platform.h"
#include "muster-screen.h"
#include "muster-session.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SIGN_IN_SCREEN (muster_sign_in_screen_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterSignInScreen, muster_sign_in_screen, MUSTER, SIGN_IN_SCREEN, GtkWidget)

/**
 * MusterSignInScreen:
 *
 * *Sign In*: the saved connections, *Explore with sample data*, and the form with
 * address, user name and password. Its actions have the prefix "sign-in".
 *
 * Signals: `signed-in` (MusterSession); `notice` (title, text), after it, about something
 * that went wrong beside a sign-in that stands: for a banner on the next screen.
 */

/* @store: not loaded yet. @sample: not started; whoever made it stops it. */
GtkWidget *muster_sign_in_screen_new (MusterJournal         *journal,
                                      MusterConnectionStore *store,
                                      MusterSamplePlatform  *sample);

/* Shows the form again for the connection that was left or broken off, with a sentence
 * that says why (nullable). */
void muster_sign_in_screen_return (MusterSignInScreen *self, const char *reason);

G_END_DECLS
