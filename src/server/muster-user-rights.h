/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-user-record.h"

G_BEGIN_DECLS

/* The attributes in which two states of a user differ; without @before those that
 * @after has. A password to be set counts. Links that either does not have loaded are
 * taken as equal. */
gboolean muster_user_compare (MusterUserRecord *before, /* (nullable) */
                              MusterUserRecord *after,
                              MusterAttributes *changed,
                              GError          **error);

/* Whether the caller may make this change: what each changed attribute asks for, that the
 * user holds no permission which the caller lacks, that roles and organizations are the
 * caller's to give. What the caller's own resource
 * may be changed in is for who sets MusterWork's `own` to check. */
gboolean muster_user_check_change (const MusterWork       *work,
                                   const MusterUserRecord *before, /* (nullable) */
                                   const MusterUserRecord *after,
                                   MusterAttributes        changed,
                                   GError                **error);

/* Whether the caller may touch the user at all: holds each permission of the user's. */
gboolean muster_user_check_holder (const MusterWork       *work,
                                   const MusterUserRecord *record,
                                   GError                **error);

G_END_DECLS
