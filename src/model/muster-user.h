/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-field.h"
#include "muster-profile-field.h"
#include "muster-value-set.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_USER (muster_user_get_type ())

G_DECLARE_FINAL_TYPE (MusterUser, muster_user, MUSTER, USER, GObject)

/**
 * MusterUser:
 *
 * A user as a platform had it when it was read.
 *
 * The setters are for the platform that reads it: once handed out a user is not changed
 * any more, and threads may share it. A field that was not read is *not known*, which is
 * something else than empty: muster_user_get_values() returns %NULL for it.
 */
MusterUser *muster_user_new (const char *id, const char *user_name);

const char *muster_user_get_id (MusterUser *self);
const char *muster_user_get_user_name (MusterUser *self);
const char *muster_user_get_version (MusterUser *self);
void        muster_user_set_version (MusterUser *self, const char *version);
/* Never %NULL: where the platform gives none, the user name. */
const char *muster_user_get_display_name (MusterUser *self);
void        muster_user_set_display_name (MusterUser *self, const char *display_name);
const char *muster_user_get_email (MusterUser *self);
void        muster_user_set_email (MusterUser *self, const char *email);

/* All addresses, the one of muster_user_get_email() first; never %NULL. */
const char *const *muster_user_get_emails (MusterUser *self);
void               muster_user_set_emails (MusterUser *self, const char *const *emails);
const char        *muster_user_get_created (MusterUser *self);
void               muster_user_set_created (MusterUser *self, const char *created);

const char *muster_user_get_profile_text (MusterUser *self, MusterProfileField field);
void        muster_user_set_profile_text (MusterUser        *self,
                                          MusterProfileField field,
                                          const char        *text);

MusterValueSet *muster_user_get_values (MusterUser *self, MusterField field);
void muster_user_set_values (MusterUser *self, MusterField field, MusterValueSet *values);
gboolean muster_user_is_active (MusterUser *self);

G_END_DECLS
