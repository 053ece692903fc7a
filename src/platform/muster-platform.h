/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>

#include "muster-capabilities.h"
#include "muster-page.h"
#include "muster-platform-error.h"
#include "muster-resource.h"
#include "muster-user.h"
#include "muster-user-query.h"
#include "muster-write.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PLATFORM (muster_platform_get_type ())

G_DECLARE_INTERFACE (MusterPlatform, muster_platform, MUSTER, PLATFORM, GObject)

/**
 * MusterPlatform:
 *
 * The place that holds the accounts. Everything is asynchronous, belongs to the thread
 * that made the object, and fails with %MUSTER_PLATFORM_ERROR or %G_IO_ERROR_CANCELLED.
 * Several calls may be under way at once.
 */
struct _MusterPlatformInterface
{
  GTypeInterface parent_iface;

  void (*open_async) (MusterPlatform     *self,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data);
  gboolean (*open_finish) (MusterPlatform *self, GAsyncResult *result, GError **error);

  void (*close_async) (MusterPlatform     *self,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data);
  gboolean (*close_finish) (MusterPlatform *self, GAsyncResult *result, GError **error);

  const char *(*get_address) (MusterPlatform *self);
  MusterUser *(*get_account) (MusterPlatform *self);
  MusterCapabilities *(*get_capabilities) (MusterPlatform *self);

  void (*find_users_async) (MusterPlatform     *self,
                            MusterUserQuery    *query,
                            const char         *cursor,
                            guint               limit,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
  MusterPage *(*find_users_finish) (MusterPlatform *self,
                                    GAsyncResult   *result,
                                    GError        **error);

  void (*read_users_async) (MusterPlatform     *self,
                            const char *const  *ids,
                            MusterFields        fields,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
  GPtrArray *(*read_users_finish) (MusterPlatform *self,
                                   GAsyncResult   *result,
                                   GError        **error);

  void (*find_resources_async) (MusterPlatform     *self,
                                MusterResourceKind  kind,
                                const char         *search,
                                const char         *cursor,
                                guint               limit,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
  MusterPage *(*find_resources_finish) (MusterPlatform *self,
                                        GAsyncResult   *result,
                                        GError        **error);

  void (*write_async) (MusterPlatform     *self,
                       GPtrArray          *writes,
                       guint               transport,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data);
  GPtrArray *(*write_finish) (MusterPlatform *self, GAsyncResult *result, GError **error);
};

/* Signs in and learns what the platform can do. Nothing else works before. */
void muster_platform_open_async (MusterPlatform     *self,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
gboolean
muster_platform_open_finish (MusterPlatform *self, GAsyncResult *result, GError **error);

/* Signs out, where there is something to sign out of. */
void muster_platform_close_async (MusterPlatform     *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
gboolean
muster_platform_close_finish (MusterPlatform *self, GAsyncResult *result, GError **error);

/* Where it is, for people and for the journal: no secret in it. */
const char *muster_platform_get_address (MusterPlatform *self);

/* (transfer none) (nullable): the signed-in user; NULL where the platform has no such. */
MusterUser *muster_platform_get_account (MusterPlatform *self);

/* (transfer none): NULL before it is open. */
MusterCapabilities *muster_platform_get_capabilities (MusterPlatform *self);

/* A page of at most @limit users (0: as many as a page holds), in an order that stays the
 * same from page to page. @cursor is NULL for the first page. */
void        muster_platform_find_users_async (MusterPlatform     *self,
                                              MusterUserQuery    *query,
                                              const char         *cursor,
                                              guint               limit,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
MusterPage *muster_platform_find_users_finish (MusterPlatform *self,
                                               GAsyncResult   *result,
                                               GError        **error);

/* Users as they are now, each by its identifier, in any order, with their versions and
 * @fields (the names to show are not promised); those that are not there are left out. At
 * most as many as the capabilities' read_size. Finish: (transfer container): of
 * MusterUser. */
void       muster_platform_read_users_async (MusterPlatform     *self,
                                             const char *const  *ids,
                                             MusterFields        fields,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
GPtrArray *muster_platform_read_users_finish (MusterPlatform *self,
                                              GAsyncResult   *result,
                                              GError        **error);

/* A page of roles, organizations or companies whose names contain @search, or whose
 * identifier it is (NULL: all). */
void        muster_platform_find_resources_async (MusterPlatform     *self,
                                                  MusterResourceKind  kind,
                                                  const char         *search,
                                                  const char         *cursor,
                                                  guint               limit,
                                                  GCancellable       *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer            user_data);
MusterPage *muster_platform_find_resources_finish (MusterPlatform *self,
                                                   GAsyncResult   *result,
                                                   GError        **error);

/* Changes users. @writes: of MusterWrite, each about another user, at most as many as the
 * transport takes; @transport: a position in the capabilities' list. An error says what
 * became of every one of them: see muster_platform_error_is_unsure().
 * Finish: (transfer container): a MusterWriteResult for each, in the same order. */
void muster_platform_write_async (MusterPlatform     *self,
                                  GPtrArray          *writes,
                                  guint               transport,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
GPtrArray *
muster_platform_write_finish (MusterPlatform *self, GAsyncResult *result, GError **error);

G_END_DECLS
