/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-paged-list.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_FINDER (muster_finder_get_type ())

G_DECLARE_FINAL_TYPE (MusterFinder, muster_finder, MUSTER, FINDER, GObject)

/**
 * MusterFinder:
 *
 * One search after another. What the last one found stays to be shown until the next has
 * its first page, so that a list does not go blank at each letter typed.
 *
 * Signal `changed`: from an idle, once for everything that happened together.
 */
MusterFinder *muster_finder_new (MusterPlatform *platform);

void muster_finder_search_users (MusterFinder *self, MusterUserQuery *query);
void muster_finder_search_resources (MusterFinder      *self,
                                     MusterResourceKind kind,
                                     const char        *words);

/* Whether a search is under way that has not shown anything yet. */
gboolean muster_finder_is_searching (MusterFinder *self);

/* (transfer none) (nullable): what the last search found. */
MusterPagedList *muster_finder_get_list (MusterFinder *self);

/* For somebody who looks at the end of the list. Nothing after an error, which waits for
 * muster_finder_try_again(). */
void muster_finder_load_more (MusterFinder *self);
void muster_finder_try_again (MusterFinder *self);

G_END_DECLS
