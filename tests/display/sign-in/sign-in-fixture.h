/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "await.h"
#include "display-test.h"
#include "muster-sign-in-screen.h"

G_BEGIN_DECLS

/* g_test_run() with a keyring of its own, which libsecret opens once and for all. */
int sign_in_fixture_run_tests (void);

/**
 * SignInFixture:
 *
 * The screen in a window, with a folder of its own for the saved connections, the
 * journal and the sample data.
 */
typedef struct
{
  char                  *folder;      /* (owned) */
  char                  *connections; /* (owned): the file */
  MusterConnectionStore *store;       /* (owned) */
  MusterJournal         *journal;     /* (owned) */
  MusterSamplePlatform  *sample;      /* (owned) */
  GtkWindow             *window;      /* (nullable): while it is shown */
  MusterSignInScreen    *screen;      /* (nullable) */
  MusterSession         *session;     /* (owned) (nullable): of the last `signed-in` */
  char                  *notice;      /* (owned) (nullable): the last one's text */
} SignInFixture;

void sign_in_fixture_set_up (SignInFixture *self, gconstpointer data);
void sign_in_fixture_tear_down (SignInFixture *self, gconstpointer data);

/* Shows a screen, and waits until it has read the saved connections. */
void sign_in_fixture_show (SignInFixture *self);
void sign_in_fixture_close (SignInFixture *self);

/* Saves a connection, as an earlier Muster would have. */
void sign_in_fixture_save (SignInFixture *self,
                           const char    *id,
                           const char    *name,
                           const char    *address,
                           gint64         last_used);

/* (transfer full): the address of a platform that runs. */
char *sign_in_fixture_start_platform (SignInFixture *self);

/* (transfer none) (nullable): the widget of that name in the template of the form that is
 * shown. */
GtkWidget *sign_in_fixture_find (SignInFixture *self, const char *name);

void sign_in_fixture_type (SignInFixture *self, const char *name, const char *text);
const char *sign_in_fixture_get_text (SignInFixture *self, const char *name);
gboolean    sign_in_fixture_has_focus (SignInFixture *self, const char *name);

/* Whether an action can be done, and doing it. */
gboolean sign_in_fixture_can (SignInFixture *self, const char *action);
void     sign_in_fixture_do (SignInFixture *self, const char *action);

/* *Sign In*, and what comes of it. */
void sign_in_fixture_submit (SignInFixture *self);

/* (transfer full): what the banner says; "" where there is none. */
char *sign_in_fixture_dup_banner (SignInFixture *self, const char *property);

G_END_DECLS
