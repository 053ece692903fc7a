/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "muster-connection.h"
#include "muster-sign-in-fault.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SIGN_IN_FORM (muster_sign_in_form_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterSignInForm, muster_sign_in_form, MUSTER, SIGN_IN_FORM, GtkWidget)

/**
 * MusterSignInForm:
 *
 * What it takes to sign in at one connection: a saved one, a new one, or the sample
 * platform, which takes nothing. Each has a form of its own, so that what is typed into
 * one is still there after looking at another. The actions that its buttons activate have
 * the prefix "sign-in".
 */

/* @connection: (nullable): the saved one or the sample one; %NULL: a new one. */
GtkWidget *muster_sign_in_form_new (MusterConnection *connection);

/* The connection as it is saved by now. What was typed stays. */
void
muster_sign_in_form_set_connection (MusterSignInForm *self, MusterConnection *connection);

/* (transfer none) (nullable) */
MusterConnection *muster_sign_in_form_get_connection (MusterSignInForm *self);

/* (transfer full): the connection as typed, its address completed. Completes what the
 * entry shows, too. */
MusterConnection *muster_sign_in_form_take_connection (MusterSignInForm *self);

/* As typed. */
const char *muster_sign_in_form_get_password (MusterSignInForm *self);
void        muster_sign_in_form_set_password (MusterSignInForm *self, const char *text);

/* Shows name and address of a saved connection as entries. */
void     muster_sign_in_form_set_editing (MusterSignInForm *self, gboolean editing);
gboolean muster_sign_in_form_is_editing (MusterSignInForm *self);

/* The first field that is empty and must not be, NONE where all are filled in. */
MusterSignInField muster_sign_in_form_find_missing (MusterSignInForm *self);

/* While signing in: what was typed cannot be changed, and *Cancel* is there. */
void muster_sign_in_form_set_busy (MusterSignInForm *self, gboolean busy);

/* What is said while it is busy. */
void muster_sign_in_form_set_progress (MusterSignInForm *self, const char *text);

/* Says why it did not work, and puts the focus on what to mend. */
void
muster_sign_in_form_show_fault (MusterSignInForm *self, const MusterSignInFault *fault);

/* Says something above the fields; @text is shown as it is. */
void muster_sign_in_form_show_message (MusterSignInForm *self,
                                       const char       *kind,
                                       const char       *title,
                                       const char       *text);
/* A button beside what is said, until something else is. */
void muster_sign_in_form_offer (MusterSignInForm *self,
                                const char       *label,
                                const char       *action_name);
void muster_sign_in_form_hide_message (MusterSignInForm *self);

/* Puts the focus on the first thing that is left to do. */
void muster_sign_in_form_focus (MusterSignInForm *self);

G_END_DECLS
