/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "fake-platform.h"

G_BEGIN_DECLS

typedef void (*FakePerform) (FakePlatform *self, GTask *task);

/* Takes over @task, which is answered by @perform when its turn comes. */
void fake_platform_add_call (FakePlatform *self, GTask *task, FakePerform perform);

/* Whether the call has failed, and is answered. */
gboolean fake_platform_fail_call (FakePlatform *self, GTask *task, GQueue *failures);

void fake_platform_find_users_async (MusterPlatform     *platform,
                                     MusterUserQuery    *query,
                                     const char         *cursor,
                                     guint               limit,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
void fake_platform_find_resources_async (MusterPlatform     *platform,
                                         MusterResourceKind  kind,
                                         const char         *search,
                                         const char         *cursor,
                                         guint               limit,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);

G_END_DECLS
