/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "fake-user.h"
#include "muster-platform.h"

G_BEGIN_DECLS

#define FAKE_TYPE_PLATFORM (fake_platform_get_type ())

G_DECLARE_FINAL_TYPE (FakePlatform, fake_platform, FAKE, PLATFORM, GObject)

#define FAKE_MAX_TRANSPORTS 4

/* Positions of the transports that a new fake has. */
#define FAKE_TRANSPORT_BULK 0
#define FAKE_TRANSPORT_SINGLE 1

typedef void (*FakeWriteHook) (FakePlatform *self, GPtrArray *writes, gpointer user_data);

/**
 * FakePlatform:
 *
 * A platform in memory that does wrong what a test asks for, and counts what is asked
 * of it. Every call ends in a later turn of the main loop, in the order of the calls.
 *
 * It stops the test where a caller breaks a rule that no platform could forgive: more in
 * one call than was announced, or one user written twice at a time.
 */
struct _FakePlatform
{
  GObject parent_instance;

  MusterCapabilities *capabilities; /* (owned): tests may change it */
  GPtrArray          *users;        /* (owned): of FakeUser */
  GHashTable         *users_by_id;  /* (owned) */
  GPtrArray          *resources[MUSTER_N_RESOURCE_KINDS]; /* (owned) */
  MusterUser         *account;                            /* (owned) (nullable) */
  FakeUser           *account_user;                       /* (nullable) */
  GQueue              write_errors; /* (owned): for the next write calls, see below */
  GQueue              read_errors;  /* (owned): the same for reads */
  GQueue              find_errors;  /* (owned): the same for searches of all kinds */
  gboolean            transport_lies[FAKE_MAX_TRANSPORTS];
  gboolean            transport_refuses[FAKE_MAX_TRANSPORTS]; /* by a bad request */
  gboolean            transport_breaks[FAKE_MAX_TRANSPORTS];  /* never with an answer */
  guint               throttle_above;   /* so many calls at once are too many; 0: none */
  gboolean            held;             /* calls wait until they are let go */
  gboolean            pages_empty;      /* a page with nobody between any two */
  gboolean            pages_endless;    /* the first page comes again and again */
  gboolean            finds_more;       /* answers a match by all users */
  gboolean            finds_one;        /* refuses a match of several texts */
  gboolean            finds_no_emails;  /* refuses to compare them */
  gboolean            disables_account; /* the account, disabled, may do nothing more */
  FakeWriteHook       write_hook;       /* as the call comes, before all else */
  gpointer            write_hook_data;

  /* What was asked. */
  guint   n_write_calls;
  guint   n_read_calls;
  guint   n_find_calls;
  guint   n_resource_calls;
  guint   n_writes; /* of single users */
  guint   n_under_way;
  guint   max_under_way;
  GArray *write_sizes; /* (owned): of guint, users in each write call */

  GQueue calls; /* (owned): under way */
  guint  idle_id;
};

/* Users u0001, u0002 …, named user-0001 …, and the roles r-basic, r-teacher, r-admin
 * (administrative), organizations o1 above o2, companies c1, c2 and c-other. */
FakePlatform *fake_platform_new (guint n_users);

FakeUser *fake_platform_get_user (FakePlatform *self, guint number);
FakeUser *fake_platform_find_user (FakePlatform *self, const char *id);

/* Who is signed in, from now on. */
void fake_platform_set_account (FakePlatform *self, FakeUser *user);

/* The next call that has no error waiting fails by @code, or goes well where it is
 * negative. @applies: a write takes effect nevertheless. @retry_after: from now, in
 * microseconds. */
void fake_platform_fail_write (FakePlatform *self,
                               int           code,
                               gboolean      applies,
                               gint64        retry_after);
void fake_platform_fail_read (FakePlatform *self, int code);
void fake_platform_fail_find (FakePlatform *self, int code);

/* Lets all held calls go, and holds no more. */
void fake_platform_let_go (FakePlatform *self);

/* (transfer container): all users as they are, by their position, of MusterUser. */
GPtrArray *fake_platform_read_all (FakePlatform *self);

G_END_DECLS
