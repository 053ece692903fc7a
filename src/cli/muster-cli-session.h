/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-cli-options.h"
#include "muster-platform.h"

G_BEGIN_DECLS

/**
 * MusterCliSession:
 *
 * What a command works with.
 */
typedef struct
{
  const MusterCliOptions *options;     /* (not owned) */
  GCancellable           *cancellable; /* (owned): Ctrl-C */
  MusterPlatform         *platform;    /* (owned) (nullable): set once it is open */
} MusterCliSession;

MusterCliSession *muster_cli_session_new (const MusterCliOptions *options);
void              muster_cli_session_free (MusterCliSession *self);

/* Reads the password and signs in. */
void     muster_cli_session_open_async (MusterCliSession   *self,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
gboolean muster_cli_session_open_finish (MusterCliSession *self,
                                         GAsyncResult     *result,
                                         GError          **error);

/* Signs out where somebody is signed in; does not insist, and does not wait for long. */
void muster_cli_session_close_async (MusterCliSession   *self,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
void muster_cli_session_close_finish (MusterCliSession *self, GAsyncResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCliSession, muster_cli_session_free)

G_END_DECLS
