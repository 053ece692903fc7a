/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A callback that keeps the result for await(): user_data is a GAsyncResult pointer that
 * holds NULL. */
void await_cb (GObject *object, GAsyncResult *result, gpointer user_data);

/* Turns the main loop until the result is there, with a limit. (transfer full) */
GAsyncResult *await_result (GAsyncResult **result);

/* A folder that is removed with all in it. */
char *temporary_folder_new (void);
void  temporary_folder_free (char *path);

G_END_DECLS
