/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-reply.h"
#include "muster-request.h"
#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterSignIn:
 *
 * `POST /sessions`: a user name and a password by HTTP Basic (RFC 7617, UTF-8) become a
 * token. Changes no user.
 */
typedef struct _MusterSignIn MusterSignIn;

MusterSignIn *muster_sign_in_new (MusterStore *store);
void          muster_sign_in_free (MusterSignIn *self);

/* @request must live until the callback.
 * Finish: (transfer full): the answer, refusals too. */
void         muster_sign_in_run_async (MusterSignIn       *self,
                                       MusterRequest      *request,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
MusterReply *muster_sign_in_run_finish (MusterSignIn *self, GAsyncResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSignIn, muster_sign_in_free)

G_END_DECLS
