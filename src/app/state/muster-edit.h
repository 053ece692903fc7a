/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-change-set.h"
#include "muster-picked-users.h"
#include "muster-session.h"
#include "muster-user-summary.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_EDIT (muster_edit_get_type ())

G_DECLARE_FINAL_TYPE (MusterEdit, muster_edit, MUSTER, EDIT, GObject)

/**
 * MusterEdit:
 *
 * A bulk edit in the making: who, and what. It belongs to a session and outlives the
 * screens, so that nothing picked or chosen is lost.
 *
 * Properties: `summary` (#MusterUserSummary, nullable: worked out in a thread, some
 * moments after the users changed; notified). The change set has a signal `changed` of
 * its own; `changed` of the edit comes when users, change set or summary are others.
 */
MusterEdit *muster_edit_new (MusterSession *session);

MusterSession *muster_edit_get_session (MusterEdit *self);

/* The same account, signed in anew. */
void               muster_edit_set_session (MusterEdit *self, MusterSession *session);
MusterPickedUsers *muster_edit_get_users (MusterEdit *self);
MusterChangeSet   *muster_edit_get_change_set (MusterEdit *self);

/* (nullable): what the picked users have now; %NULL while it is not known. */
MusterUserSummary *muster_edit_get_summary (MusterEdit *self);

/* What is wished of @field; of its value @id where it has several. (nullable) */
MusterOperation *
muster_edit_find_wish (MusterEdit *self, MusterField field, const char *id);

/* Short for a wish on the change set. @value: (nullable) for a clear. */
void muster_edit_wish (MusterEdit      *self,
                       MusterField      field,
                       MusterVerb       verb,
                       MusterReference *value);
void muster_edit_take_back (MusterEdit *self, MusterField field, const char *id);

/* How many wishes there are about any of @fields. */
guint muster_edit_count_wishes (MusterEdit *self, MusterFields fields);

/* (transfer full) (nullable): why it cannot be submitted yet, a sentence; %NULL where it
 * can. */
char *muster_edit_dup_obstacle (MusterEdit *self);

/* (transfer full): "4 changes for 1,204 users". */
char *muster_edit_describe (MusterEdit *self);

/* Reads the picked users anew, in the background: after a submission they are others. An
 * error leaves them as they were; they are read before the next submission anyway. */
void muster_edit_read_again (MusterEdit *self);

/* Forgets users and changes both. */
void muster_edit_start_over (MusterEdit *self);

G_END_DECLS
