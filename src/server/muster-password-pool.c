/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-password-pool.h"

#include <string.h>

#include "muster-password.h"
#include "muster-server-error.h"

#define N_THREADS 2
#define MAX_WAITING 64

struct _MusterPasswordPool
{
  GThreadPool *threads; /* (owned) */
};

typedef struct
{
  char *password; /* (owned) */
  char *hash;     /* (owned) (nullable) */
} Attempt;

/* For accounts that are not there: the same work, and nothing fits. Made once. */
static const char *
get_hash_of_nobody (void)
{
  static char *hash;

  if (g_once_init_enter (&hash))
    g_once_init_leave (&hash, muster_password_hash ("nobody", NULL));
  return hash;
}

static gboolean
verify (const Attempt *attempt)
{
  if (attempt->hash != NULL)
    return muster_password_verify (attempt->password, attempt->hash);
  muster_password_verify (attempt->password, get_hash_of_nobody ());
  return FALSE;
}

static void
free_attempt (gpointer data)
{
  Attempt *attempt = data;

  explicit_bzero (attempt->password, strlen (attempt->password));
  g_free (attempt->password);
  g_free (attempt->hash);
  g_free (attempt);
}

static void
verify_cb (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Attempt *attempt = g_task_get_task_data (task);

  g_task_return_boolean (task, verify (attempt));
}

MusterPasswordPool *
muster_password_pool_new (void)
{
  MusterPasswordPool *self = g_new0 (MusterPasswordPool, 1);

  self->threads = g_thread_pool_new (verify_cb, NULL, N_THREADS, FALSE, NULL);
  return self;
}

void
muster_password_pool_free (MusterPasswordPool *self)
{
  if (self == NULL)
    return;
  g_thread_pool_free (self->threads, FALSE, TRUE);
  g_free (self);
}

void
muster_password_pool_verify_async (MusterPasswordPool *self,
                                   const char         *password,
                                   const char         *hash,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Attempt *attempt = g_new0 (Attempt, 1);

  g_task_set_source_tag (task, muster_password_pool_verify_async);
  attempt->password = g_strdup (password);
  attempt->hash = g_strdup (hash);
  g_task_set_task_data (task, attempt, free_attempt);
  if (g_thread_pool_unprocessed (self->threads) >= MAX_WAITING)
    g_task_return_new_error (task, MUSTER_SERVER_ERROR, MUSTER_SERVER_ERROR_BUSY,
                             "Too many people are signing in: try again in a moment.");
  else
    g_thread_pool_push (self->threads, g_steal_pointer (&task), NULL);
}

gboolean
muster_password_pool_verify_finish (MusterPasswordPool *self,
                                    GAsyncResult       *result,
                                    gboolean           *right,
                                    GError            **error)
{
  GError *local_error = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  muster_password_pool_verify_async),
                        FALSE);

  *right = g_task_propagate_boolean (G_TASK (result), &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}
