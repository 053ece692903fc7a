/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "display-test.h"
#include "fake-platform.h"
#include "muster-edit-screen.h"

G_BEGIN_DECLS

/**
 * EditFixture:
 *
 * *Edit Users* in a window, over a platform in memory. The window offers the screen's
 * actions as the application's does.
 */
typedef struct
{
  char          *folder;   /* (owned) */
  FakePlatform  *platform; /* (owned) */
  MusterSession *session;  /* (owned) */
  MusterEdit    *edit;     /* (owned) */
  GtkWidget     *screen;
  GtkWindow     *window;
  GActionGroup  *actions; /* (owned) */
  guint          n_submits;
  guint          waker; /* source */
} EditFixture;

/* @data: how many users the platform has, as a pointer; nobody is picked. */
void edit_fixture_set_up (EditFixture *self, gconstpointer data);
void edit_fixture_tear_down (EditFixture *self, gconstpointer data);

/* Opens the window, which the platform may be changed before. */
void edit_fixture_show (EditFixture *self);

/* Picks all users, and waits until it is known what they have. */
void edit_fixture_pick_all (EditFixture *self);
void edit_fixture_wait_for_summary (EditFixture *self, guint n_users);
void edit_fixture_turn (void);

/* "edit.flag::city" */
void edit_fixture_act (EditFixture *self, const char *detailed_name);
void edit_fixture_assert_enabled (EditFixture *self, const char *name, gboolean enabled);
gboolean edit_fixture_get_state (EditFixture *self, const char *name);

/* What is wished of @field: "SET c1", "CLEAR", "" for nothing. */
void edit_fixture_assert_wish (EditFixture *self, MusterField field, const char *wish);

G_END_DECLS
