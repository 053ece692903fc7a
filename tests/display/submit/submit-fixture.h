/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gtk/gtk.h>

#include "fake-platform.h"
#include "muster-submission.h"

G_BEGIN_DECLS

/**
 * SubmitFixture:
 *
 * An edit of users of a platform in memory, on its way through the dialog.
 */
typedef struct
{
  char             *folder;     /* (owned) */
  FakePlatform     *platform;   /* (owned) */
  MusterJournal    *journal;    /* (owned) */
  MusterEdit       *edit;       /* (owned) */
  GtkWindow        *parent;     /* (owned): a window to stand on */
  GtkWidget        *dialog;     /* (weak) (nullable) */
  gboolean          answered;   /* the dialog was left, or submitted */
  MusterSubmission *submission; /* (owned) (nullable) */
  GError           *error;      /* (owned) (nullable) */
} SubmitFixture;

/* Picks all of @n_users users. */
void submit_fixture_set_up (SubmitFixture *self, guint n_users);
void submit_fixture_tear_down (SubmitFixture *self);

void submit_fixture_wish (SubmitFixture *self,
                          MusterField    field,
                          MusterVerb     verb,
                          const char    *id);

/* In the way of the journal's file, until it is taken out of it. */
void submit_fixture_block_journal (SubmitFixture *self, gboolean blocked);

void submit_fixture_open_dialog (SubmitFixture *self);

/* Opens the dialog and submits: there is a submission afterwards. */
void submit_fixture_submit (SubmitFixture *self);

void  submit_fixture_await_end (SubmitFixture *self);
guint submit_fixture_count (SubmitFixture *self, MusterOutcome outcome);

/* Whether the action that @button activates can be activated. */
gboolean is_enabled (GtkWidget *button);

G_END_DECLS
