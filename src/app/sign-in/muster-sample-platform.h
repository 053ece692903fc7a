/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_SAMPLE_PLATFORM (muster_sample_platform_get_type ())

G_DECLARE_FINAL_TYPE (
  MusterSamplePlatform, muster_sample_platform, MUSTER, SAMPLE_PLATFORM, GObject)

/* Who may sign in at it: every sample platform has the same administrator. */
#define MUSTER_SAMPLE_PLATFORM_ACCOUNT "admin"
#define MUSTER_SAMPLE_PLATFORM_PASSWORD "muster-sample"

/**
 * MusterSamplePlatform:
 *
 * A platform of this person alone with sample users, run as a child process: on a free
 * port of this machine, with a database under $XDG_DATA_HOME/muster that stays from one
 * run to the next. It ends when this process does, however that ends; where it dies
 * before, it is started anew at the same address.
 */

/* @program: (nullable): muster-platform; %NULL: the one beside the running program, or in
 * its build directory. @database: (nullable): the file; %NULL: the one of this person. */
MusterSamplePlatform *
muster_sample_platform_new (const char *program, const char *database);

/* Starts it where it does not run. Errors are sentences for people, with the platform's
 * own where it gave one.
 *
 * Finish: (transfer full): its address. */
void  muster_sample_platform_start_async (MusterSamplePlatform *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
char *muster_sample_platform_start_finish (MusterSamplePlatform *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* Lets it finish what it is at, with a limit of a few seconds, and waits until it has
 * ended. Where it does not run there is nothing to do. */
void     muster_sample_platform_stop_async (MusterSamplePlatform *self,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean muster_sample_platform_stop_finish (MusterSamplePlatform *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* (nullable): where it is, while it runs. */
const char *muster_sample_platform_get_address (MusterSamplePlatform *self);

G_END_DECLS
