/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-keyring.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

#include "muster-connection-error.h"

static const SecretSchema schema = {
  .name = "org.musterapp.Muster.Password",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = {
    { "address", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "account", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

/* Gives @task the sentence that goes with @cause (transfer full) (nullable). */
static void
fail (GTask *task, const char *what, GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, cause);
      return;
    }
  if (cause != NULL)
    g_dbus_error_strip_remote_error (cause);
  g_task_return_new_error (task, MUSTER_CONNECTION_ERROR, MUSTER_CONNECTION_ERROR_KEYRING,
                           /* Translators: a sentence without its full stop, and why. */
                           _ ("%s: %s."), what,
                           cause != NULL ? cause->message : _ ("the keyring refused"));
  g_clear_error (&cause);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (secret_password_store_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    fail (task, _ ("The keyring of this computer cannot keep the password"), error);
}

void
muster_keyring_save_async (const char         *address,
                           const char         *account,
                           const char         *label,
                           const char         *password,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_keyring_save_async);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, password, cancellable,
                         saved_cb, task, "address", address, "account", account, NULL);
}

gboolean
muster_keyring_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char   *password = secret_password_lookup_finish (result, &error);

  if (error == NULL)
    g_task_return_pointer (task, password, (GDestroyNotify) muster_keyring_free);
  else
    fail (task, _ ("The keyring of this computer cannot be asked for the password"),
          error);
}

void
muster_keyring_look_up_async (const char         *address,
                              const char         *account,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_keyring_look_up_async);
  secret_password_lookup (&schema, cancellable, looked_up_cb, task, "address", address,
                          "account", account, NULL);
}

char *
muster_keyring_look_up_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    fail (task, _ ("The keyring of this computer cannot forget the password"), error);
}

void
muster_keyring_forget_async (const char         *address,
                             const char         *account,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_keyring_forget_async);
  secret_password_clear (&schema, cancellable, forgotten_cb, task, "address", address,
                         "account", account, NULL);
}

gboolean
muster_keyring_forget_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
muster_keyring_free (char *password)
{
  secret_password_free (password);
}
