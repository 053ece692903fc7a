/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-sign-in.h"

#include <string.h>

#include "muster-caller.h"
#include "muster-fold.h"
#include "muster-password-pool.h"
#include "muster-session.h"
#include "muster-sign-in-throttle.h"
#include "muster-user-json.h"

#define BASIC "Basic "
#define MAX_PASSWORD_BYTES 512

struct _MusterSignIn
{
  MusterStore          *store;     /* (not owned) */
  MusterPasswordPool   *passwords; /* (owned) */
  MusterSignInThrottle *throttle;  /* (owned) */
};

/* One attempt to sign in, on its way. */
typedef struct
{
  MusterSignIn  *owner;    /* (not owned) */
  MusterRequest *request;  /* (not owned) */
  char          *account;  /* (owned): folded */
  char          *password; /* (owned) */
  gint64         user;     /* row; 0: there is none of that name */
  gboolean       active;
  char          *hash; /* (owned) (nullable) */
} Attempt;

MusterSignIn *
muster_sign_in_new (MusterStore *store)
{
  MusterSignIn *self = g_new0 (MusterSignIn, 1);

  self->store = store;
  self->passwords = muster_password_pool_new ();
  self->throttle = muster_sign_in_throttle_new ();
  return self;
}

void
muster_sign_in_free (MusterSignIn *self)
{
  if (self == NULL)
    return;
  muster_password_pool_free (self->passwords);
  muster_sign_in_throttle_free (self->throttle);
  g_free (self);
}

static void
free_attempt (gpointer data)
{
  Attempt *attempt = data;

  if (attempt->password != NULL)
    explicit_bzero (attempt->password, strlen (attempt->password));
  g_free (attempt->account);
  g_free (attempt->password);
  g_free (attempt->hash);
  g_free (attempt);
}

static void
refuse (GTask *task, MusterServerError code, const char *sentence)
{
  g_autoptr (GError) error
    = g_error_new_literal (MUSTER_SERVER_ERROR, (int) code, sentence);

  g_task_return_pointer (task, muster_reply_new_error (error),
                         (GDestroyNotify) muster_reply_free);
}

static void
fail (GTask *task, const GError *error)
{
  g_task_return_pointer (task, muster_reply_new_error (error),
                         (GDestroyNotify) muster_reply_free);
}

static char *
decode_basic (const char *authorization)
{
  gsize   length;
  guchar *bytes;

  if (authorization == NULL
      || g_ascii_strncasecmp (authorization, BASIC, strlen (BASIC)) != 0)
    return NULL;
  bytes = g_base64_decode (authorization + strlen (BASIC), &length);
  if (g_utf8_validate_len ((const char *) bytes, length, NULL))
    return (char *) bytes;
  g_free (bytes);
  return NULL;
}

static gboolean
read_credentials (Attempt *attempt)
{
  char    *decoded = decode_basic (attempt->request->authorization);
  char    *colon = decoded != NULL ? strchr (decoded, ':') : NULL;
  gboolean usable = FALSE;

  if (colon != NULL && strlen (colon + 1) <= MAX_PASSWORD_BYTES)
    {
      *colon = '\0';
      attempt->account = muster_fold (decoded);
      attempt->password = g_strdup (colon + 1);
      explicit_bzero (colon + 1, strlen (colon + 1));
      usable = TRUE;
    }
  g_free (decoded);
  return usable;
}

/* In a store's thread. */
static gpointer
look_up (MusterDatabase *database, gpointer data, GError **error)
{
  Attempt      *attempt = data;
  sqlite3_stmt *statement = muster_database_prepare (
    database, "SELECT row, active, password FROM user WHERE user_name_key = ?1", error);
  MusterStep step;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, attempt->account, -1, SQLITE_STATIC);
  step = muster_database_step (database, statement, error);
  if (step == MUSTER_STEP_ROW)
    {
      attempt->user = sqlite3_column_int64 (statement, 0);
      attempt->active = sqlite3_column_int (statement, 1) != 0;
      attempt->hash = g_strdup ((const char *) sqlite3_column_text (statement, 2));
    }
  sqlite3_reset (statement);
  return step != MUSTER_STEP_ERROR ? attempt : NULL;
}

static void
append_text_member (GString *out, const char *name, const char *text)
{
  /* Tokens and times hold nothing that JSON would escape. */
  g_string_append_printf (out, "\"%s\":\"%s\",", name, text);
}

static char *
print_expiry (gint64 now)
{
  g_autoptr (GDateTime) expiry
    = g_date_time_new_from_unix_utc ((now + MUSTER_SESSION_LIFETIME) / G_USEC_PER_SEC);

  return g_date_time_format_iso8601 (expiry);
}

static MusterReply *
build_reply (MusterDatabase *database,
             Attempt        *attempt,
             const char     *token,
             gint64          now,
             GError        **error)
{
  g_autoptr (MusterCaller) caller = muster_caller_load (database, attempt->user, error);
  g_autofree char *expiry = print_expiry (now);
  g_autoptr (GString) out = g_string_new ("{");
  MusterReply *reply;

  if (caller == NULL)
    return NULL;
  append_text_member (out, "token", token);
  append_text_member (out, "expiresAt", expiry);
  g_string_append (out, "\"user\":");
  if (!muster_user_json_append_own (database, caller, attempt->request->base_url, out,
                                    error))
    return NULL;
  g_string_append_c (out, '}');
  reply = muster_reply_new_text (201, g_steal_pointer (&out));
  reply->content_type = "application/json";
  reply->location = g_strconcat (attempt->request->base_url, "/sessions/current", NULL);
  return reply;
}

/* In the writer's thread. */
static gpointer
begin_session (MusterDatabase *database, gpointer data, GError **error)
{
  Attempt         *attempt = data;
  gint64           now = g_get_real_time ();
  g_autofree char *token = NULL;
  g_autoptr (MusterReply) reply = NULL;

  if (!muster_database_execute (database, "BEGIN IMMEDIATE", error))
    return NULL;
  token = muster_session_create (database, attempt->user, now, error);
  if (token != NULL)
    reply = build_reply (database, attempt, token, now, error);
  if (reply != NULL && muster_database_execute (database, "COMMIT", error))
    return g_steal_pointer (&reply);
  if (!sqlite3_get_autocommit (muster_database_get_handle (database)))
    muster_database_execute (database, "ROLLBACK", NULL);
  return NULL;
}

static void
session_begun_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Attempt *attempt = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  MusterReply *reply = muster_store_run_finish (attempt->owner->store, result, &error);

  if (reply == NULL)
    fail (task, error);
  else
    g_task_return_pointer (task, reply, (GDestroyNotify) muster_reply_free);
}

static gboolean
refuse_late_cb (gpointer user_data)
{
  refuse (user_data, MUSTER_SERVER_ERROR_UNAUTHENTICATED,
          "The user name or the password is wrong.");
  return G_SOURCE_REMOVE;
}

static void
refuse_wrong (GTask *task, Attempt *attempt)
{
  guint delay
    = muster_sign_in_throttle_fail (attempt->owner->throttle, attempt->account,
                                    attempt->request->peer, g_get_monotonic_time ());
  g_autoptr (GSource) source = g_timeout_source_new (delay);

  g_source_set_callback (source, refuse_late_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

static void
verified_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Attempt *attempt = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean right;

  if (!muster_password_pool_verify_finish (attempt->owner->passwords, result, &right,
                                           &error))
    {
      fail (task, error);
      return;
    }
  if (!right)
    {
      refuse_wrong (task, attempt);
      return;
    }
  muster_sign_in_throttle_succeed (attempt->owner->throttle, attempt->account);
  if (!attempt->active)
    {
      refuse (task, MUSTER_SERVER_ERROR_FORBIDDEN,
              "This account is disabled: ask an administrator to enable it.");
      return;
    }
  muster_store_run_async (attempt->owner->store, MUSTER_STORE_WRITES, begin_session,
                          attempt, (GDestroyNotify) muster_reply_free, session_begun_cb,
                          g_steal_pointer (&task));
}

static void
looked_up_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Attempt *attempt = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (muster_store_run_finish (attempt->owner->store, result, &error) == NULL)
    {
      fail (task, error);
      return;
    }
  muster_password_pool_verify_async (attempt->owner->passwords, attempt->password,
                                     attempt->hash, verified_cb, g_steal_pointer (&task));
}

void
muster_sign_in_run_async (MusterSignIn       *self,
                          MusterRequest      *request,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Attempt *attempt = g_new0 (Attempt, 1);

  g_task_set_source_tag (task, muster_sign_in_run_async);
  g_task_set_task_data (task, attempt, free_attempt);
  attempt->owner = self;
  attempt->request = request;
  if (!read_credentials (attempt))
    {
      refuse (task, MUSTER_SERVER_ERROR_UNAUTHENTICATED,
              "Sign in with a user name and a password, by HTTP Basic.");
      return;
    }
  muster_store_run_async (self->store, MUSTER_STORE_READS, look_up, attempt, NULL,
                          looked_up_cb, g_steal_pointer (&task));
}

MusterReply *
muster_sign_in_run_finish (MusterSignIn *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_sign_in_run_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
