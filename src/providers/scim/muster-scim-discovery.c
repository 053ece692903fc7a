/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-scim-discovery.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-platform-error.h"
#include "muster-scim-exchange.h"
#include "muster-scim-sign-in.h"

/* What is asked for, all at once. */
enum
{
  CONFIG,
  SCHEMAS,
  RESOURCE_TYPES,
  N_DOCUMENTS,
};

static const char *const paths[N_DOCUMENTS] = {
  [CONFIG] = "/ServiceProviderConfig",
  [SCHEMAS] = "/Schemas",
  [RESOURCE_TYPES] = "/ResourceTypes",
};

typedef struct
{
  MusterScimServer *server;     /* (not owned): the platform's, which the caller keeps */
  const char       *other_base; /* (not owned) (nullable): to be tried if this is none */
  MusterScimReply  *replies[N_DOCUMENTS]; /* (owned) (nullable) */
  GError           *errors[N_DOCUMENTS];  /* (owned) (nullable) */
  guint             n_pending;
  gboolean          showed_account; /* with its password, for it would not answer */
  gboolean          showed_token;   /* the same */
} Discovery;

typedef struct
{
  GTask *task; /* (owned) */
  guint  document;
} Question;

static void
clear_answers (Discovery *discovery)
{
  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_clear_pointer (&discovery->replies[i], muster_scim_reply_free);
      g_clear_error (&discovery->errors[i]);
    }
}

static void
free_discovery (gpointer data)
{
  clear_answers (data);
  g_free (data);
}

static void ask (GTask *task);

static GError *
new_not_a_platform (Discovery *discovery, const GError *cause)
{
  g_autofree char *address
    = g_strconcat (muster_http_client_get_host (discovery->server->client),
                   discovery->server->base, NULL);
  g_autofree char *message
    /* Translators: an address, and a whole sentence that says why. */
    = g_strdup_printf (_ ("%s answers, but not as a SCIM 2.0 server: %s Check the "
                          "address."),
                       address, cause->message);

  return muster_platform_error_new (MUSTER_PLATFORM_ERROR_NOT_A_PLATFORM,
                                    muster_platform_error_get_status (cause), NULL, NULL,
                                    message);
}

/* Whether something else than a SCIM server may well have answered so. */
static gboolean
speaks_against_scim (const GError *error)
{
  static const MusterPlatformError codes[]
    = { MUSTER_PLATFORM_ERROR_NOT_FOUND,   MUSTER_PLATFORM_ERROR_BAD_REPLY,
        MUSTER_PLATFORM_ERROR_BAD_REQUEST, MUSTER_PLATFORM_ERROR_PERMISSION,
        MUSTER_PLATFORM_ERROR_TOO_LARGE,   MUSTER_PLATFORM_ERROR_CONFLICT };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, MUSTER_PLATFORM_ERROR, (int) codes[i]))
      return TRUE;
  return FALSE;
}

/* Many providers keep even their description behind the door, and with it what they want
 * to be shown. FALSE where nothing is left to show. */
static gboolean
show_secret (Discovery *discovery)
{
  MusterScimServer        *server = discovery->server;
  MusterHttpAuthorization *authorization
    = muster_http_client_get_authorization (server->client);

  if (*server->account != '\0' && !discovery->showed_account)
    {
      discovery->showed_account = TRUE;
      muster_http_authorization_set_basic (authorization, server->account,
                                           server->password);
      return TRUE;
    }
  if (discovery->showed_token)
    return FALSE;
  discovery->showed_token = TRUE;
  return muster_http_authorization_set_bearer (authorization, server->password);
}

static gboolean
take_other_way (Discovery *discovery, const GError *error)
{
  if (g_error_matches (error, MUSTER_PLATFORM_ERROR, MUSTER_PLATFORM_ERROR_SIGN_IN))
    return show_secret (discovery);
  if (discovery->other_base == NULL || !speaks_against_scim (error))
    return FALSE;
  g_free (discovery->server->base);
  discovery->server->base = g_strdup (discovery->other_base);
  discovery->other_base = NULL;
  return TRUE;
}

/* Whether another way is left to try. Takes @task then. */
static gboolean
try_again (GTask *task, const GError *error)
{
  if (!take_other_way (g_task_get_task_data (task), error))
    return FALSE;
  ask (task);
  return TRUE;
}

static gboolean
read_answers (Discovery *discovery, GError **error)
{
  MusterScimDialect *dialect = &discovery->server->dialect;

  *dialect = (MusterScimDialect){ 0 };
  if (discovery->replies[CONFIG] == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&discovery->errors[CONFIG]));
      return FALSE;
    }
  if (!muster_scim_dialect_read_config (dialect, discovery->replies[CONFIG]->object,
                                        error))
    return FALSE;
  muster_scim_dialect_read_schemas (dialect, discovery->replies[SCHEMAS] != NULL
                                               ? discovery->replies[SCHEMAS]->object
                                               : NULL);
  if (discovery->replies[RESOURCE_TYPES] != NULL)
    muster_scim_dialect_read_resource_types (dialect,
                                             discovery->replies[RESOURCE_TYPES]->object);
  return TRUE;
}

/* What a server does not publish it does not have; but what was lost on the way would
 * make another dialect of it. */
static const GError *
find_lost (Discovery *discovery)
{
  for (guint i = 0; i < N_DOCUMENTS; i++)
    if (discovery->errors[i] != NULL && !speaks_against_scim (discovery->errors[i])
        && !g_error_matches (discovery->errors[i], MUSTER_PLATFORM_ERROR,
                             MUSTER_PLATFORM_ERROR_SIGN_IN))
      return discovery->errors[i];
  return NULL;
}

/* Takes @task. */
static void
conclude (GTask *task)
{
  Discovery    *discovery = g_task_get_task_data (task);
  const GError *lost = find_lost (discovery);
  g_autoptr (GError) error = NULL;

  if (lost != NULL)
    g_task_return_error (task, g_error_copy (lost));
  else if (read_answers (discovery, &error))
    g_task_return_boolean (task, TRUE);
  else if (try_again (task, error))
    return;
  else if (speaks_against_scim (error))
    g_task_return_error (task, new_not_a_platform (discovery, error));
  else
    g_task_return_error (task, muster_scim_sign_in_explain (discovery->server,
                                                            g_steal_pointer (&error)));
  g_object_unref (task);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question  *question = user_data;
  GTask     *task = g_steal_pointer (&question->task);
  Discovery *discovery = g_task_get_task_data (task);

  discovery->replies[question->document]
    = muster_scim_exchange_finish (MUSTER_HTTP_CLIENT (source), result,
                                   &discovery->errors[question->document]);
  g_free (question);
  if (--discovery->n_pending == 0)
    conclude (task);
  else
    g_object_unref (task);
}

/* Takes @task. */
static void
ask (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);

  clear_answers (discovery);
  discovery->n_pending = N_DOCUMENTS;
  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      Question          *question = g_new0 (Question, 1);
      MusterHttpRequest *request
        = muster_scim_server_new_request (discovery->server, "GET", paths[i]);

      request->at_once = TRUE;
      question->task = g_object_ref (task);
      question->document = i;
      muster_scim_exchange_async (discovery->server->client, request,
                                  g_task_get_cancellable (task), answered_cb, question);
    }
  g_object_unref (task);
}

void
muster_scim_discover_async (MusterScimServer   *server,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask     *task = g_task_new (NULL, cancellable, callback, user_data);
  Discovery *discovery = g_new0 (Discovery, 1);

  g_task_set_source_tag (task, muster_scim_discover_async);
  g_task_set_task_data (task, discovery, free_discovery);
  discovery->server = server;
  if (*server->base == '\0')
    discovery->other_base = "/scim/v2";
  ask (task);
}

gboolean
muster_scim_discover_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
