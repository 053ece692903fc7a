/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-platform.h"

G_DEFINE_INTERFACE (MusterPlatform, muster_platform, G_TYPE_OBJECT)

static void
muster_platform_default_init (MusterPlatformInterface *iface)
{
}

const char *
muster_platform_get_address (MusterPlatform *self)
{
  g_return_val_if_fail (MUSTER_IS_PLATFORM (self), NULL);

  return MUSTER_PLATFORM_GET_IFACE (self)->get_address (self);
}

MusterUser *
muster_platform_get_account (MusterPlatform *self)
{
  g_return_val_if_fail (MUSTER_IS_PLATFORM (self), NULL);

  return MUSTER_PLATFORM_GET_IFACE (self)->get_account (self);
}

MusterCapabilities *
muster_platform_get_capabilities (MusterPlatform *self)
{
  g_return_val_if_fail (MUSTER_IS_PLATFORM (self), NULL);

  return MUSTER_PLATFORM_GET_IFACE (self)->get_capabilities (self);
}

void
muster_platform_open_async (MusterPlatform     *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (MUSTER_IS_PLATFORM (self));

  MUSTER_PLATFORM_GET_IFACE (self)->open_async (self, cancellable, callback, user_data);
}

gboolean
muster_platform_open_finish (MusterPlatform *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_PLATFORM (self), FALSE);

  return MUSTER_PLATFORM_GET_IFACE (self)->open_finish (self, result, error);
}

void
muster_platform_close_async (MusterPlatform     *self,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (MUSTER_IS_PLATFORM (self));

  MUSTER_PLATFORM_GET_IFACE (self)->close_async (self, cancellable, callback, user_data);
}

gboolean
muster_platform_close_finish (MusterPlatform *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_PLATFORM (self), FALSE);

  return MUSTER_PLATFORM_GET_IFACE (self)->close_finish (self, result, error);
}

void
muster_platform_find_users_async (MusterPlatform     *self,
                                  MusterUserQuery    *query,
                                  const char         *cursor,
                                  guint               limit,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_return_if_fail (MUSTER_IS_PLATFORM (self));

  MUSTER_PLATFORM_GET_IFACE (self)->find_users_async (self, query, cursor, limit,
                                                      cancellable, callback, user_data);
}

MusterPage *
muster_platform_find_users_finish (MusterPlatform *self,
                                   GAsyncResult   *result,
                                   GError        **error)
{
  g_return_val_if_fail (MUSTER_IS_PLATFORM (self), NULL);

  return MUSTER_PLATFORM_GET_IFACE (self)->find_users_finish (self, result, error);
}

void
muster_platform_read_users_async (MusterPlatform     *self,
                                  const char *const  *ids,
                                  MusterFields        fields,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_return_if_fail (MUSTER_IS_PLATFORM (self));

  MUSTER_PLATFORM_GET_IFACE (self)->read_users_async (self, ids, fields, cancellable,
                                                      callback, user_data);
}

GPtrArray *
muster_platform_read_users_finish (MusterPlatform *self,
                                   GAsyncResult   *result,
                                   GError        **error)
{
  g_return_val_if_fail (MUSTER_IS_PLATFORM (self), NULL);

  return MUSTER_PLATFORM_GET_IFACE (self)->read_users_finish (self, result, error);
}

void
muster_platform_find_resources_async (MusterPlatform     *self,
                                      MusterResourceKind  kind,
                                      const char         *search,
                                      const char         *cursor,
                                      guint               limit,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_return_if_fail (MUSTER_IS_PLATFORM (self));

  MUSTER_PLATFORM_GET_IFACE (self)->find_resources_async (self, kind, search, cursor,
                                                          limit, cancellable, callback,
                                                          user_data);
}

MusterPage *
muster_platform_find_resources_finish (MusterPlatform *self,
                                       GAsyncResult   *result,
                                       GError        **error)
{
  g_return_val_if_fail (MUSTER_IS_PLATFORM (self), NULL);

  return MUSTER_PLATFORM_GET_IFACE (self)->find_resources_finish (self, result, error);
}

void
muster_platform_write_async (MusterPlatform     *self,
                             GPtrArray          *writes,
                             guint               transport,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (MUSTER_IS_PLATFORM (self));

  MUSTER_PLATFORM_GET_IFACE (self)->write_async (self, writes, transport, cancellable,
                                                 callback, user_data);
}

GPtrArray *
muster_platform_write_finish (MusterPlatform *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_PLATFORM (self), NULL);

  return MUSTER_PLATFORM_GET_IFACE (self)->write_finish (self, result, error);
}
