/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-batch-error.h"
#include "muster-platform.h"

G_BEGIN_DECLS

/**
 * MusterPick:
 *
 * What became of a list of entries that shall mean users.
 */
typedef struct
{
  GPtrArray *users;     /* (owned): of MusterUser, each once, in the order of entries */
  GPtrArray *missing;   /* (owned): of char, entries that mean nobody */
  GPtrArray *ambiguous; /* (owned): of char, "entry: could mean …" */
  GPtrArray *hints;     /* (owned): of char, the same for the first that are missing */
  gboolean   by_email;  /* FALSE: the platform refuses to be asked for addresses */
} MusterPick;

void muster_pick_free (MusterPick *self);

/* An error that lists what means nobody or several, with a limit; %FALSE then. */
gboolean muster_pick_check (const MusterPick *self, GError **error);

/* Called now and then while users are found; @total is -1 where it is not known. */
typedef void (*MusterPickProgress) (guint n_found, gint64 total, gpointer user_data);

/* All users of a query, page after page; at most @limit where it is not 0.
 * Finish: (transfer container): of MusterUser, each once. */
void       muster_user_picker_find_async (MusterPlatform     *platform,
                                          MusterUserQuery    *query,
                                          guint               limit,
                                          MusterPickProgress  progress,
                                          gpointer            progress_data,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
GPtrArray *muster_user_picker_find_finish (GAsyncResult *result, GError **error);

/* Users by name: each entry as an exact identifier, then as a user name, then as an
 * e-mail address. Finish: (transfer full). */
void        muster_user_picker_match_async (MusterPlatform     *platform,
                                            const char *const  *entries,
                                            MusterFields        fields,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
MusterPick *muster_user_picker_match_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPick, muster_pick_free)

G_END_DECLS
