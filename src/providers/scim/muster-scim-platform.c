/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-platform.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-http-secret.h"
#include "muster-scim-discovery.h"
#include "muster-scim-filter.h"
#include "muster-scim-list.h"
#include "muster-scim-query.h"
#include "muster-scim-read.h"
#include "muster-scim-resource-reader.h"
#include "muster-scim-sign-in.h"
#include "muster-scim-write.h"

struct _MusterScimPlatform
{
  GObject parent_instance;

  MusterScimServer    server;       /* (owned) */
  char               *address;      /* (owned) */
  MusterCapabilities *capabilities; /* (owned) (nullable): NULL: not open */
};

static void muster_scim_platform_iface_init (MusterPlatformInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MusterScimPlatform,
                               muster_scim_platform,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MUSTER_TYPE_PLATFORM,
                                                      muster_scim_platform_iface_init))

static void
muster_scim_platform_finalize (GObject *object)
{
  MusterScimPlatform *self = MUSTER_SCIM_PLATFORM (object);

  if (self->server.client != NULL)
    muster_http_authorization_set_refresher (muster_http_client_get_authorization (
                                               self->server.client),
                                             NULL, NULL);
  g_clear_object (&self->server.client);
  g_free (self->server.base);
  g_free (self->server.account);
  muster_http_secret_free (self->server.password);
  g_clear_object (&self->server.user);
  g_free (self->address);
  g_clear_pointer (&self->capabilities, muster_capabilities_unref);
  G_OBJECT_CLASS (muster_scim_platform_parent_class)->finalize (object);
}

static void
muster_scim_platform_class_init (MusterScimPlatformClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_scim_platform_finalize;
}

static void
muster_scim_platform_init (MusterScimPlatform *self)
{
}

static char *
dup_base (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  char *base = g_strdup (g_uri_get_path (uri));

  while (g_str_has_suffix (base, "/"))
    base[strlen (base) - 1] = '\0';
  return base;
}

MusterPlatform *
muster_scim_platform_new (const char *url,
                          const char *account,
                          const char *password,
                          GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  MusterHttpClient   *client = muster_http_client_new (url, &local_error);
  MusterScimPlatform *self;

  if (client == NULL)
    {
      g_propagate_error (error,
                         muster_platform_error_new (MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM,
                                                    0, NULL, NULL, local_error->message));
      return NULL;
    }
  self = g_object_new (MUSTER_TYPE_SCIM_PLATFORM, NULL);
  self->server.client = client;
  self->server.base = dup_base (url);
  self->server.account = g_strdup (account);
  self->server.password = g_strdup (password);
  self->address = g_strdup (url);
  return MUSTER_PLATFORM (self);
}

static const char *
muster_scim_platform_get_address (MusterPlatform *platform)
{
  return MUSTER_SCIM_PLATFORM (platform)->address;
}

static MusterUser *
muster_scim_platform_get_account (MusterPlatform *platform)
{
  return MUSTER_SCIM_PLATFORM (platform)->server.user;
}

static MusterCapabilities *
muster_scim_platform_get_capabilities (MusterPlatform *platform)
{
  return MUSTER_SCIM_PLATFORM (platform)->capabilities;
}

static gboolean
finish_boolean (MusterPlatform *platform, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static MusterPage *
finish_page (MusterPlatform *platform, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GPtrArray *
finish_array (MusterPlatform *platform, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterScimPlatform *self = g_task_get_source_object (task);
  GError             *error = NULL;

  if (!muster_scim_sign_in_finish (result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_pointer (&self->capabilities, muster_capabilities_unref);
  self->capabilities = muster_scim_dialect_to_capabilities (&self->server.dialect);
  g_task_return_boolean (task, TRUE);
}

static void
discovered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterScimPlatform *self = g_task_get_source_object (task);
  GCancellable       *cancellable = g_task_get_cancellable (task);
  GError             *error = NULL;

  if (muster_scim_discover_finish (result, &error))
    muster_scim_sign_in_async (&self->server, cancellable, signed_in_cb,
                               g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
muster_scim_platform_open_async (MusterPlatform     *platform,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  MusterScimPlatform *self = MUSTER_SCIM_PLATFORM (platform);
  GTask              *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_scim_platform_open_async);
  muster_scim_discover_async (&self->server, cancellable, discovered_cb, task);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (muster_scim_sign_out_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
muster_scim_platform_close_async (MusterPlatform     *platform,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  MusterScimPlatform *self = MUSTER_SCIM_PLATFORM (platform);
  GTask              *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_scim_platform_close_async);
  muster_scim_sign_out_async (&self->server, cancellable, closed_cb, task);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError     *error = NULL;
  MusterPage *page = muster_scim_list_finish (result, &error);

  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) muster_page_free);
  else
    g_task_return_error (task, error);
}

static void
matched_by_id_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) users = muster_scim_read_finish (result, &error);

  if (users != NULL)
    g_task_return_pointer (task, muster_page_new (users, NULL, users->len),
                           (GDestroyNotify) muster_page_free);
  else
    g_task_return_error (task, error);
}

/* A foreign server's search for an identifier proves nothing: there it is read. */
static gboolean
is_better_read (MusterScimPlatform *self, MusterUserQuery *query)
{
  return !self->server.dialect.has_profile && muster_user_query_has_match (query)
         && muster_user_query_get_match_key (query) == MUSTER_MATCH_KEY_ID
         && muster_user_query_get_search (query) == NULL
         && muster_user_query_get_role (query) == NULL
         && muster_user_query_get_filter (query) == NULL;
}

static guint
choose_count (MusterScimPlatform *self, guint limit)
{
  return limit == 0 ? self->capabilities->page_size
                    : MIN (limit, self->capabilities->page_size);
}

/* FALSE with @task given back an error. */
static gboolean
check_open (MusterScimPlatform *self, GTask *task)
{
  if (self->capabilities != NULL)
    return TRUE;
  g_task_return_error (
    task, muster_platform_error_new (MUSTER_PLATFORM_ERROR_SIGN_IN, 0, NULL, NULL,
                                     _ ("Nobody is signed in at this platform yet.")));
  return FALSE;
}

static MusterScimNames
choose_names (const MusterUserQuery *query)
{
  if (muster_user_query_wants_profile (query))
    return MUSTER_SCIM_NAMES_PROFILE;
  return muster_user_query_is_brief (query) ? MUSTER_SCIM_NAMES_BRIEF
                                            : MUSTER_SCIM_NAMES_ALL;
}

static void
muster_scim_platform_find_users_async (MusterPlatform     *platform,
                                       MusterUserQuery    *query,
                                       const char         *cursor,
                                       guint               limit,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  MusterScimPlatform *self = MUSTER_SCIM_PLATFORM (platform);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  MusterFields     fields = muster_user_query_get_fields (query);
  g_autofree char *filter = NULL;
  g_auto (GStrv) attributes = NULL;
  GError           *error = NULL;
  MusterScimListing listing = { .endpoint = "/Users", .cursor = cursor };

  g_task_set_source_tag (task, muster_scim_platform_find_users_async);
  if (!check_open (self, task))
    return;
  if (is_better_read (self, query))
    {
      muster_scim_read_async (&self->server, muster_user_query_get_match_texts (query),
                              fields, cancellable, matched_by_id_cb,
                              g_steal_pointer (&task));
      return;
    }
  if (!muster_scim_query_print (query, &self->server.dialect, &filter, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  attributes = muster_scim_query_list_attributes (&self->server.dialect, fields,
                                                  choose_names (query));
  listing.filter = filter;
  listing.attributes = (const char *const *) attributes;
  listing.count = choose_count (self, limit);
  muster_scim_list_async (&self->server, &listing, muster_scim_read_item, fields,
                          g_object_unref, cancellable, listed_cb,
                          g_steal_pointer (&task));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError    *error = NULL;
  GPtrArray *users = muster_scim_read_finish (result, &error);

  if (users != NULL)
    g_task_return_pointer (task, users, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
muster_scim_platform_read_users_async (MusterPlatform     *platform,
                                       const char *const  *ids,
                                       MusterFields        fields,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  MusterScimPlatform *self = MUSTER_SCIM_PLATFORM (platform);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_scim_platform_read_users_async);
  if (check_open (self, task))
    muster_scim_read_async (&self->server, ids, fields, cancellable, read_cb,
                            g_steal_pointer (&task));
}

static gpointer
read_resource_item (const MusterScimServer *server,
                    JsonObject             *object,
                    const MusterScimPlace  *place,
                    guint                   kind,
                    GError                **error)
{
  return muster_scim_resource_read (object, (MusterResourceKind) kind, place, error);
}

/* (transfer full) (nullable) */
static char *
print_name_filter (const char *search)
{
  GPtrArray *parts;
  g_autoptr (MusterScimFilter) filter = NULL;

  if (search == NULL || *search == '\0')
    return NULL;
  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_scim_filter_free);
  g_ptr_array_add (parts,
                   muster_scim_filter_new_compare ("displayName", MUSTER_SCIM_OPERATOR_CO,
                                                   search));
  g_ptr_array_add (parts, muster_scim_filter_new_compare ("id", MUSTER_SCIM_OPERATOR_EQ,
                                                          search));
  filter = muster_scim_filter_new_any (parts);
  return muster_scim_filter_print (filter);
}

static void
muster_scim_platform_find_resources_async (MusterPlatform     *platform,
                                           MusterResourceKind  kind,
                                           const char         *search,
                                           const char         *cursor,
                                           guint               limit,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data)
{
  MusterScimPlatform *self = MUSTER_SCIM_PLATFORM (platform);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char  *filter = print_name_filter (search);
  MusterScimListing listing = { .endpoint = muster_scim_resource_get_endpoint (kind),
                                .filter = filter,
                                .cursor = cursor };

  g_task_set_source_tag (task, muster_scim_platform_find_resources_async);
  if (!check_open (self, task))
    return;
  if (!self->server.dialect.has_profile)
    {
      g_task_return_error (task,
                           muster_platform_error_new (
                             MUSTER_PLATFORM_ERROR_NOT_OFFERED, 0, NULL, NULL,
                             _ ("This platform does not list its roles, organizations "
                                "and companies: give them as it writes them.")));
      return;
    }
  listing.count = choose_count (self, limit);
  muster_scim_list_async (&self->server, &listing, read_resource_item, kind,
                          g_object_unref, cancellable, listed_cb,
                          g_steal_pointer (&task));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError    *error = NULL;
  GPtrArray *results = muster_scim_write_finish (result, &error);

  if (results != NULL)
    g_task_return_pointer (task, results, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
muster_scim_platform_write_async (MusterPlatform     *platform,
                                  GPtrArray          *writes,
                                  guint               transport,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  MusterScimPlatform *self = MUSTER_SCIM_PLATFORM (platform);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_scim_platform_write_async);
  /* What was answered before it was cancelled counts. */
  g_task_set_check_cancellable (task, FALSE);
  if (check_open (self, task))
    muster_scim_write_async (&self->server, writes,
                             muster_scim_dialect_get_transport (&self->server.dialect,
                                                                transport),
                             cancellable, written_cb, g_steal_pointer (&task));
}

static void
muster_scim_platform_iface_init (MusterPlatformInterface *iface)
{
  iface->get_address = muster_scim_platform_get_address;
  iface->get_account = muster_scim_platform_get_account;
  iface->get_capabilities = muster_scim_platform_get_capabilities;
  iface->open_async = muster_scim_platform_open_async;
  iface->open_finish = finish_boolean;
  iface->close_async = muster_scim_platform_close_async;
  iface->close_finish = finish_boolean;
  iface->find_users_async = muster_scim_platform_find_users_async;
  iface->find_users_finish = finish_page;
  iface->read_users_async = muster_scim_platform_read_users_async;
  iface->read_users_finish = finish_array;
  iface->find_resources_async = muster_scim_platform_find_resources_async;
  iface->find_resources_finish = finish_page;
  iface->write_async = muster_scim_platform_write_async;
  iface->write_finish = finish_array;
}
