/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-sign-in.h"

#include <glib/gi18n.h>

#include "muster-platform-error.h"
#include "muster-scim-exchange.h"
#include "muster-scim-json.h"
#include "muster-scim-user-reader.h"

GError *
muster_scim_sign_in_explain (MusterScimServer *server, GError *error)
{
  const char      *sentence = muster_platform_error_get_server_sentence (error);
  const char      *host = muster_http_client_get_host (server->client);
  g_autofree char *message = NULL;
  GError          *explained;

  if (!g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SIGN_IN))
    return error;
  if (*server->account == '\0')
    message
      /* Translators: a host, and the platform's own words. */
      = g_strdup_printf (_ ("%s does not accept this token (%s). Check it, or give the "
                            "name of the account too."),
                         host, sentence != NULL ? sentence : _ ("no reason given"));
  else
    /* Translators: an account, a host, and the platform's own words. */
    message = g_strdup_printf (_ ("“%s” cannot sign in at %s (%s). Check the account and "
                                  "its password."),
                               server->account, host,
                               sentence != NULL ? sentence : _ ("no reason given"));
  explained = muster_platform_error_new (MUSTER_PLATFORM_ERROR_SIGN_IN,
                                         muster_platform_error_get_status (error),
                                         muster_platform_error_get_server_code (error),
                                         sentence, message);
  g_error_free (error);
  return explained;
}

static MusterUser *
read_user (MusterScimServer      *server,
           JsonObject            *object,
           const MusterScimPlace *place,
           GError               **error)
{
  return muster_scim_user_read (object, &server->dialect, MUSTER_FIELDS_ALL, place,
                                error);
}

/* What POST /sessions answers: {token, expiresAt, user}. */
static gboolean
read_session (MusterScimServer *server, JsonObject *object, GError **error)
{
  MusterScimPlace token_place = { .member = "token" };
  MusterScimPlace user_place = { .member = "user" };
  const char     *token;
  JsonObject     *user;
  MusterUser     *account = NULL;

  if (!muster_scim_json_get_string (object, "token", NULL, &token, error)
      || !muster_scim_json_get_object (object, "user", NULL, &user, error))
    return FALSE;
  if (token == NULL || *token == '\0')
    return muster_scim_json_fail (&token_place, N_ ("%s is missing"), error);
  if (user != NULL && (account = read_user (server, user, &user_place, error)) == NULL)
    return FALSE;
  if (!muster_http_authorization_set_bearer (muster_http_client_get_authorization (
                                               server->client),
                                             token))
    {
      g_clear_object (&account);
      return muster_scim_json_fail (&token_place, N_ ("%s is no token"), error);
    }
  server->has_session = TRUE;
  if (account != NULL)
    g_set_object (&server->user, account);
  g_clear_object (&account);
  return TRUE;
}

static MusterHttpRequest *
new_session_request (MusterScimServer *server)
{
  /* At the origin, not below the SCIM root. */
  MusterHttpRequest *request = muster_http_request_new ("POST", "/sessions");

  request->authorization = muster_http_basic_new (server->account, server->password);
  return request;
}

static void
session_renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterScimServer *server = g_task_get_task_data (task);
  GError           *error = NULL;
  g_autoptr (MusterScimReply) reply
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result, &error);

  if (reply != NULL && read_session (server, reply->object, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, muster_scim_sign_in_explain (server, error));
}

/* A MusterHttpRefresher. */
static void
renew_session (MusterHttpAuthorization *authorization, GTask *task, gpointer user_data)
{
  MusterScimServer *server = user_data;

  g_task_set_task_data (task, server, NULL);
  muster_scim_exchange_async (server->client, new_session_request (server), NULL,
                              session_renewed_cb, task);
}

static void
session_begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterScimServer *server = g_task_get_task_data (task);
  GError           *error = NULL;
  g_autoptr (MusterScimReply) reply
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result, &error);

  if (reply == NULL || !read_session (server, reply->object, &error))
    {
      g_task_return_error (task, muster_scim_sign_in_explain (server, error));
      return;
    }
  muster_http_authorization_set_refresher (muster_http_client_get_authorization (
                                             server->client),
                                           renew_session, server);
  g_task_return_boolean (task, TRUE);
}

static void
probe_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterScimServer *server = g_task_get_task_data (task);
  GError           *error = NULL;
  g_autoptr (MusterScimReply) reply
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result, &error);

  if (reply != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, muster_scim_sign_in_explain (server, error));
}

/* Whether the account is let in at all, where the server has no /Me. */
static void
probe (GTask *task)
{
  MusterScimServer *server = g_task_get_task_data (task);

  muster_scim_exchange_async (server->client,
                              muster_scim_server_new_request (server, "GET",
                                                              "/Users?count=1"),
                              g_task_get_cancellable (task), probe_answered_cb, task);
}

/* /Me is optional (RFC 7644 §3.11), and a token may be nobody's. */
static gboolean
may_lack_me (const GError *error)
{
  return g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_NOT_FOUND)
         || g_error_matches (error, MUSTER_PLATFORM_ERROR,
                             MUSTER_PLATFORM_ERROR_BAD_REQUEST)
         || g_error_matches (error, MUSTER_PLATFORM_ERROR,
                             MUSTER_PLATFORM_ERROR_PERMISSION)
         || g_error_matches (error, MUSTER_PLATFORM_ERROR,
                             MUSTER_PLATFORM_ERROR_BAD_REPLY)
         || g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SERVER);
}

static void
me_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  MusterScimServer *server = g_task_get_task_data (task);
  GError           *error = NULL;
  g_autoptr (MusterScimReply) reply
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result, &error);

  if (reply != NULL)
    server->user = read_user (server, reply->object, NULL, &error);
  if (server->user != NULL)
    g_task_return_boolean (task, TRUE);
  else if (may_lack_me (error))
    {
      g_error_free (error);
      probe (g_steal_pointer (&task));
    }
  else
    g_task_return_error (task, muster_scim_sign_in_explain (server, error));
}

/* FALSE where what was given cannot be shown at all. */
static gboolean
choose_authorization (MusterScimServer *server, GError **error)
{
  MusterHttpAuthorization *authorization
    = muster_http_client_get_authorization (server->client);
  const MusterScimDialect *dialect = &server->dialect;
  gboolean                 has_account = *server->account != '\0';

  if (has_account && (dialect->takes_basic || !dialect->takes_bearer))
    {
      muster_http_authorization_set_basic (authorization, server->account,
                                           server->password);
      return TRUE;
    }
  if (muster_http_authorization_set_bearer (authorization, server->password))
    return TRUE;
  g_propagate_error (error, muster_platform_error_new (
                              MUSTER_PLATFORM_ERROR_SIGN_IN, 0, NULL, NULL,
                              _ ("This platform wants a token, and the password is none: "
                                 "it has a space or a special character. Check it.")));
  return FALSE;
}

void
muster_scim_sign_in_async (MusterScimServer   *server,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask  *task = g_task_new (NULL, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, muster_scim_sign_in_async);
  g_task_set_task_data (task, server, NULL);
  if (server->dialect.has_profile)
    muster_scim_exchange_async (server->client, new_session_request (server), cancellable,
                                session_begun_cb, task);
  else if (choose_authorization (server, &error))
    muster_scim_exchange_async (server->client,
                                muster_scim_server_new_request (server, "GET", "/Me"),
                                cancellable, me_answered_cb, task);
  else
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
}

gboolean
muster_scim_sign_in_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
signed_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (MusterScimReply) reply
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result, &error);

  /* A session that is over already is what was wanted. */
  if (reply != NULL
      || g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SIGN_IN))
    {
      g_clear_error (&error);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

void
muster_scim_sign_out_async (MusterScimServer   *server,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask                   *task = g_task_new (NULL, cancellable, callback, user_data);
  MusterHttpAuthorization *authorization
    = muster_http_client_get_authorization (server->client);
  MusterHttpRequest *request;

  g_task_set_source_tag (task, muster_scim_sign_out_async);
  muster_http_authorization_set_refresher (authorization, NULL, NULL);
  if (!server->has_session)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  server->has_session = FALSE;
  request = muster_http_request_new ("DELETE", "/sessions/current");
  request->authorization
    = g_strdup (muster_http_authorization_get_header (authorization));
  muster_http_authorization_set_none (authorization);
  muster_scim_exchange_async (server->client, request, cancellable, signed_out_cb, task);
}

gboolean
muster_scim_sign_out_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
