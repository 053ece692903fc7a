/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "fake-platform.h"
#include "muster-edit.h"

G_BEGIN_DECLS

/**
 * TabFixture:
 *
 * An edit at a platform in memory that has a tree of organizations and some roles more
 * than a new one.
 */
typedef struct
{
  char          *folder;   /* (owned) */
  FakePlatform  *platform; /* (owned) */
  MusterSession *session;  /* (owned) */
  MusterEdit    *edit;     /* (owned) */
} TabFixture;

/* Without users yet. */
void tab_fixture_set_up (TabFixture *self, gconstpointer data);
void tab_fixture_tear_down (TabFixture *self, gconstpointer data);

/* Picks the first @n users. Of each three, one is a teacher and one manages `field` and
 * `track`. Waits until the edit knows what they have. */
void tab_fixture_pick (TabFixture *self, guint n);

/* Wishes about a role or an organization of that identifier. */
void tab_fixture_wish (
  TabFixture *self, MusterField field, MusterVerb verb, const char *id, const char *name);

/* (nullable): what is wished of it: "add", "remove". */
const char *tab_fixture_get_wish (TabFixture *self, MusterField field, const char *id);

G_END_DECLS
