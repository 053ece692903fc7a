/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-service.h"

#include <errno.h>
#include <glib-unix.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "muster-administrator.h"
#include "muster-listener.h"
#include "muster-sample.h"
#include "muster-server.h"

#define STOP_TIMEOUT_MS 10000
#define MAX_PASSWORD_FILE 4096

typedef struct
{
  GMainLoop    *loop;   /* (owned) */
  MusterServer *server; /* (owned) */
  gboolean      stopping;
} Service;

static void
stopped_cb (gpointer user_data)
{
  g_main_loop_quit (((Service *) user_data)->loop);
}

static void
stop (Service *self)
{
  if (self->stopping)
    return;
  self->stopping = TRUE;
  muster_server_stop (self->server, STOP_TIMEOUT_MS, stopped_cb, self);
}

static gboolean
signal_cb (gpointer user_data)
{
  stop (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
stdin_cb (int fd, GIOCondition condition, gpointer user_data)
{
  char   buffer[256];
  gssize n_read = read (fd, buffer, sizeof buffer);

  if (n_read > 0 || (n_read < 0 && (errno == EINTR || errno == EAGAIN)))
    return G_SOURCE_CONTINUE;
  stop (user_data);
  return G_SOURCE_REMOVE;
}

/* In the store's own connection, before it serves. */
static gpointer
prepare_data (MusterDatabase *database, gpointer data, GError **error)
{
  const MusterServerOptions *options = data;
  gboolean                   marked;

  if (options->sample_users > 0
      && !muster_sample_fill (database, (guint) options->sample_users,
                              (guint) options->sample_seed, error))
    return NULL;
  if (!muster_sample_is_marked (database, &marked, error))
    return NULL;
  if (marked && !muster_listener_is_loopback (options->listen, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           "The database holds sample accounts, whose password everybody "
                           "knows: it is served on this machine's own addresses alone.");
      return NULL;
    }
  return data;
}

static gboolean
load_certificate (const MusterServerOptions *options,
                  GTlsCertificate          **certificate,
                  GError                   **error)
{
  if (options->tls_certificate == NULL)
    return TRUE;
  *certificate = g_tls_certificate_new_from_files (options->tls_certificate,
                                                   options->tls_key, error);
  if (*certificate == NULL)
    g_prefix_error (error, "The certificate or its key cannot be used: ");
  return *certificate != NULL;
}

static gboolean
check_faults (const MusterServerOptions *options, GError **error)
{
  if (options->faults == NULL || muster_listener_is_loopback (options->listen, NULL))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       "--fault works on this machine's own addresses alone.");
  return FALSE;
}

static void
add_all_routes (MusterServer *server)
{
  muster_server_add_routes (server, muster_session_routes);
  muster_server_add_routes (server, muster_discovery_routes);
  muster_server_add_routes (server, muster_resource_routes);
  muster_server_add_routes (server, muster_me_routes);
  muster_server_add_routes (server, muster_bulk_routes);
}

static void
serve (Service *self, const MusterServerOptions *options)
{
  g_autofree char *url = muster_server_get_url (self->server);

  self->loop = g_main_loop_new (NULL, FALSE);
  g_unix_signal_add (SIGTERM, signal_cb, self);
  g_unix_signal_add (SIGINT, signal_cb, self);
  if (options->exit_with_stdin)
    g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR, stdin_cb, self);
  printf ("Listening on %s/scim/v2\n", url);
  fflush (stdout);
  g_main_loop_run (self->loop);
  g_main_loop_unref (self->loop);
}

gboolean
muster_service_run (const MusterServerOptions *options, GError **error)
{
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (MusterStore) store = NULL;
  Service service = { NULL };

  if (!check_faults (options, error) || !load_certificate (options, &certificate, error))
    return FALSE;
  store = muster_store_new (options->database, error);
  if (store == NULL
      || muster_store_run_at_start (store, prepare_data, (gpointer) options, error)
           == NULL)
    return FALSE;
  service.server = muster_server_new (store, &muster_server_limits, options->faults);
  add_all_routes (service.server);
  if (!muster_server_listen (service.server, options->listen, certificate, error))
    {
      muster_server_free (service.server);
      return FALSE;
    }
  serve (&service, options);
  muster_server_free (service.server);
  return TRUE;
}

static char *
read_password (const char *path, GError **error)
{
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    {
      g_prefix_error (error, "The password file cannot be read: ");
      return NULL;
    }
  text[strcspn (text, "\r\n")] = '\0';
  if (*text != '\0' && length <= MAX_PASSWORD_FILE && g_utf8_validate (text, -1, NULL))
    return text;
  explicit_bzero (text, length);
  g_free (text);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               "The first line of %s is no password: write one there.", path);
  return NULL;
}

typedef struct
{
  const char *name;
  const char *password;
} Administrator;

static gpointer
add_administrator (MusterDatabase *database, gpointer data, GError **error)
{
  Administrator *administrator = data;

  return muster_administrator_add (database, administrator->name, administrator->password,
                                   error)
           ? data
           : NULL;
}

gboolean
muster_service_add_administrator (const MusterServerOptions *options, GError **error)
{
  char         *password = read_password (options->password_file, error);
  Administrator administrator = { options->administrator, password };
  gboolean      added;
  g_autoptr (MusterStore) store = NULL;

  if (password == NULL)
    return FALSE;
  store = muster_store_new (options->database, error);
  added = store != NULL
          && muster_store_run_at_start (store, add_administrator, &administrator, error)
               != NULL;
  explicit_bzero (password, strlen (password));
  g_free (password);
  return added;
}
