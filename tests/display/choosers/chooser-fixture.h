/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "display-test.h"
#include "fake-platform.h"
#include "muster-chooser.h"

G_BEGIN_DECLS

/**
 * ChooserFixture:
 *
 * A session with a platform in memory, and the chooser that a test opens.
 */
typedef struct
{
  char          *folder;   /* (owned) */
  FakePlatform  *platform; /* (owned) */
  MusterSession *session;  /* (owned) */
  GtkWindow     *parent;   /* (owned) */
  MusterChooser *chooser;  /* (weak) (nullable): open, or not finalized yet */
  GAsyncResult  *result;   /* (owned) (nullable): of the chooser */
  guint          waker;
} ChooserFixture;

ChooserFixture *chooser_fixture_new (guint n_users);
void            chooser_fixture_free (ChooserFixture *self);

/* To be given to the functions that open a chooser, with the fixture. */
void chooser_fixture_result_cb (GObject *object, GAsyncResult *result, gpointer data);

/* The chooser that is open; at once, or when it shows @text. */
MusterChooser *chooser_fixture_get_chooser (ChooserFixture *self);
MusterChooser *chooser_fixture_await_found (ChooserFixture *self, const char *text);

/* Turns the main loop until the chooser has answered and is finalized. */
void chooser_fixture_await_result (ChooserFixture *self);

/* (transfer none): the list, and how many rows it has. */
GtkWidget *chooser_get_list (MusterChooser *chooser);
guint      chooser_count_rows (MusterChooser *chooser);

void chooser_type (MusterChooser *chooser, const char *words);
void chooser_activate (MusterChooser *chooser, const char *action);

/* Whether the button with that label can be pressed. */
gboolean chooser_can (MusterChooser *chooser, const char *label);

/* As a click does on the row at @position. */
void chooser_click_row (MusterChooser *chooser, guint position);

/* (nullable): the row that a screen reader calls so. */
GtkWidget *chooser_find_row (MusterChooser *chooser, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChooserFixture, chooser_fixture_free)

G_END_DECLS
