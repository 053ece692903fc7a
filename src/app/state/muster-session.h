/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-journal.h"
#include "muster-platform.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SESSION (muster_session_get_type ())

G_DECLARE_FINAL_TYPE (MusterSession, muster_session, MUSTER, SESSION, GObject)

/**
 * MusterSession:
 *
 * A sign-in that stands: a platform that is open, whose account is signed in, and the
 * journal of this person on this machine.
 */

/* @platform: open. @name: what the connection is called. @user_name: as typed, for
 * platforms that do not say who is signed in. */
MusterSession *muster_session_new (MusterPlatform *platform,
                                   MusterJournal  *journal,
                                   const char     *name,
                                   const char     *user_name);

MusterPlatform *muster_session_get_platform (MusterSession *self);
MusterJournal  *muster_session_get_journal (MusterSession *self);
const char     *muster_session_get_name (MusterSession *self);

/* Who is signed in: for people, and the user name. Never %NULL. */
const char *muster_session_get_account_name (MusterSession *self);
const char *muster_session_get_user_name (MusterSession *self);

/* (nullable): the identifier of the signed-in user. */
const char *muster_session_get_account_id (MusterSession *self);

/* Whether the platform has that field. */
gboolean muster_session_offers (MusterSession *self, MusterField field);

/* Signs out, and gives up on that after a few seconds: a server that is gone keeps nobody
 * here. It always ends well; the session is not to be used afterwards. */
void muster_session_close_async (MusterSession      *self,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
void muster_session_close_finish (MusterSession *self, GAsyncResult *result);

G_END_DECLS
