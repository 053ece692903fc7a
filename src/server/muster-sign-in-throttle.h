/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterSignInThrottle:
 *
 * How long the answer to a wrong password waits: longer for each wrong one of the same
 * account or from the same address, never past five seconds. Right ones never wait.
 */
typedef struct _MusterSignInThrottle MusterSignInThrottle;

MusterSignInThrottle *muster_sign_in_throttle_new (void);
void                  muster_sign_in_throttle_free (MusterSignInThrottle *self);

/* Notes a wrong password at @now (monotonic, microseconds).
 * Returns: the delay for its answer, in milliseconds. */
guint muster_sign_in_throttle_fail (MusterSignInThrottle *self,
                                    const char           *account,
                                    const char           *address,
                                    gint64                now);

/* Forgets what was wrong of the account. */
void muster_sign_in_throttle_succeed (MusterSignInThrottle *self, const char *account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSignInThrottle, muster_sign_in_throttle_free)

G_END_DECLS
