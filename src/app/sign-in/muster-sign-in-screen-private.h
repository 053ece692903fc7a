/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-sign-in-form.h"
#include "muster-sign-in-screen.h"

G_BEGIN_DECLS

struct _MusterSignInScreen
{
  GtkWidget parent_instance;

  GtkWidget *pages; /* template children, (not owned) */
  GtkWidget *mark;
  GtkWidget *explore;
  GtkWidget *pane;
  GtkWidget *list;
  GtkWidget *forms;

  MusterJournal         *journal; /* (owned) */
  MusterConnectionStore *store;   /* (owned) */
  MusterSamplePlatform  *sample;  /* (owned) */
  GSimpleActionGroup    *actions; /* (owned) */
  MusterSignInForm      *form;    /* (not owned) (nullable): the one that is shown */
  GCancellable          *signing; /* (owned) (nullable): an attempt under way */
  GCancellable          *looking; /* (owned) (nullable): asking the keyring */
  guint                  slow_id; /* source: when an attempt takes long */
  guint                  mark_id; /* source: until the mark is drawn */
};

/* (nullable): of the form that is shown, where it is a saved one. */
MusterConnection *muster_sign_in_screen_get_saved (MusterSignInScreen *self);

/* Shows the form of @connection (nullable: of a new one), and asks the keyring for what
 * it remembers. */
void
muster_sign_in_screen_show_form (MusterSignInScreen *self, MusterConnection *connection);

/* Shows the form of @connection instead of the one that is shown, which is thrown away
 * with what was typed where it is another. */
void muster_sign_in_screen_replace_form (MusterSignInScreen *self,
                                         MusterConnection   *connection);

/* Throws the form that is shown away, and shows what somebody begins with. */
void muster_sign_in_screen_leave_form (MusterSignInScreen *self);

void muster_sign_in_screen_load (MusterSignInScreen *self);

void
muster_sign_in_screen_emit_signed_in (MusterSignInScreen *self, MusterSession *session);
void muster_sign_in_screen_emit_notice (MusterSignInScreen *self,
                                        const char         *title,
                                        const char         *text);

/* In muster-sign-in-actions.c. */
void muster_sign_in_screen_add_actions (MusterSignInScreen *self);
void muster_sign_in_screen_update_actions (MusterSignInScreen *self);

G_END_DECLS
