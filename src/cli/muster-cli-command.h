/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-cli-session.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_CLI_EXIT_DONE = 0,
  MUSTER_CLI_EXIT_NOTHING_SENT = 1,
  MUSTER_CLI_EXIT_NOT_ALL = 2,
  MUSTER_CLI_EXIT_UNFINISHED = 3,
} MusterCliExit;

/* Each command is such a function. It prints its result; what went wrong is for its
 * caller to tell. @session must live until @callback. */
typedef void (*MusterCliCommandRun) (MusterCliSession   *session,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);

void muster_cli_command_users_async (MusterCliSession   *session,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
void muster_cli_command_resources_async (MusterCliSession   *session,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
void muster_cli_command_edit_async (MusterCliSession   *session,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
void muster_cli_command_history_async (MusterCliSession   *session,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
void muster_cli_command_show_async (MusterCliSession   *session,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);

/* Returns: a MusterCliExit, or -1 with the error. */
int muster_cli_command_finish (GAsyncResult *result, GError **error);

/* Ends a command's task by printing @text (transfer full). */
void muster_cli_command_return_text (GTask *task, char *text);

G_END_DECLS
