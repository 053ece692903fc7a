/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-user.h"

G_BEGIN_DECLS

/**
 * MusterValueCount:
 *
 * A value that users have, and how many of them have it.
 */
typedef struct
{
  MusterReference *value; /* (owned) */
  guint            n_users;
} MusterValueCount;

/**
 * MusterFieldSummary:
 *
 * What many users have in one field. `values` has every value once, the most frequent
 * first; `n_empty` users have none, and of `n_unknown` the field was not read.
 */
typedef struct
{
  GArray *values; /* (owned): of MusterValueCount */
  guint   n_empty;
  guint   n_unknown;
} MusterFieldSummary;

#define MUSTER_TYPE_USER_SUMMARY (muster_user_summary_get_type ())

/**
 * MusterUserSummary:
 *
 * What many users have now, field by field. Immutable and counted; may be shared by
 * threads.
 */
typedef struct _MusterUserSummary MusterUserSummary;

GType muster_user_summary_get_type (void);

/* Pure, and safe in a worker thread. @users: of MusterUser. */
MusterUserSummary *muster_user_summary_new (GPtrArray *users);
MusterUserSummary *muster_user_summary_ref (MusterUserSummary *self);
void               muster_user_summary_unref (MusterUserSummary *self);
guint              muster_user_summary_get_n_users (const MusterUserSummary *self);
const MusterFieldSummary *
muster_user_summary_get_field (const MusterUserSummary *self, MusterField field);

/* How many users have the value of that identifier in @field. */
guint muster_user_summary_count (const MusterUserSummary *self,
                                 MusterField              field,
                                 const char              *id);

/* How many users have nothing in that field of their profile. */
guint
muster_user_summary_get_n_blank (const MusterUserSummary *self, MusterProfileField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterUserSummary, muster_user_summary_unref)

G_END_DECLS
