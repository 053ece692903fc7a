/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <stdlib.h>
#include <string.h>

struct _CliFixture
{
  char        *directory; /* (owned) */
  GSubprocess *server;    /* (owned) (nullable) */
  guint        n_users;
  char        *url;         /* (owned): with /scim/v2 */
  char       **environment; /* (owned) */
};

static void
read_url (CliFixture *self)
{
  g_autoptr (GDataInputStream) lines
    = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->server));
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (line != NULL && g_str_has_prefix (line, "Listening on http://"));
  g_free (self->url);
  self->url = g_strdup (line + strlen ("Listening on "));
}

static void
start_server (CliFixture *self, const char *fault)
{
  g_autofree char *database = g_build_filename (self->directory, "platform.sqlite", NULL);
  g_autofree char *n_users = g_strdup_printf ("%u", self->n_users);
  g_autoptr (GError) error = NULL;
  const char *argv[] = {
    g_getenv ("MUSTER_TEST_PLATFORM"),
    "--listen",
    "127.0.0.1:0",
    "--exit-with-stdin",
    "--database",
    database,
    "--sample-users",
    n_users,
    fault != NULL ? "--fault" : NULL,
    fault,
    NULL,
  };

  self->server
    = g_subprocess_newv (argv,
                         G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                         &error);
  g_assert_no_error (error);
  read_url (self);
}

CliFixture *
cli_fixture_new_for_url (const char *url)
{
  CliFixture      *self = g_new0 (CliFixture, 1);
  g_autofree char *password = NULL;
  g_autofree char *data = NULL;

  self->directory = g_dir_make_tmp ("muster-test-XXXXXX", NULL);
  g_assert_nonnull (self->directory);
  self->url = g_strdup (url);
  self->environment = g_get_environ ();
  /* What whoever runs the tests has set for a platform of their own. */
  cli_fixture_set_environment (self, "MUSTER_URL", NULL);
  cli_fixture_set_environment (self, "MUSTER_ACCOUNT", NULL);
  cli_fixture_set_environment (self, "MUSTER_PASSWORD_FILE", NULL);
  password = cli_fixture_write_file (self, "password", "muster-sample\n", -1);
  data = cli_fixture_build_path (self, "data");
  cli_fixture_set_environment (self, "XDG_DATA_HOME", data);
  cli_fixture_set_environment (self, "MUSTER_ACCOUNT", "admin");
  cli_fixture_set_environment (self, "MUSTER_PASSWORD_FILE", password);
  return self;
}

CliFixture *
cli_fixture_new (guint n_users, const char *fault)
{
  CliFixture *self = cli_fixture_new_for_url ("");

  self->n_users = n_users;
  start_server (self, fault);
  return self;
}

void
cli_fixture_kill_server (CliFixture *self)
{
  g_subprocess_force_exit (self->server);
  g_subprocess_wait (self->server, NULL, NULL);
  g_clear_object (&self->server);
}

void
cli_fixture_restart_server (CliFixture *self)
{
  start_server (self, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
cli_fixture_free (CliFixture *self)
{
  if (self->server != NULL)
    {
      g_subprocess_send_signal (self->server, SIGTERM);
      g_assert_true (g_subprocess_wait_check (self->server, NULL, NULL));
      g_object_unref (self->server);
    }
  remove_tree (self->directory);
  g_free (self->directory);
  g_free (self->url);
  g_strfreev (self->environment);
  g_free (self);
}

const char *
cli_fixture_get_url (CliFixture *self)
{
  return self->url;
}

char *
cli_fixture_build_path (CliFixture *self, const char *name)
{
  return g_build_filename (self->directory, name, NULL);
}

char *
cli_fixture_write_file (CliFixture *self,
                        const char *name,
                        const char *bytes,
                        gssize      length)
{
  char *path = cli_fixture_build_path (self, name);

  g_assert_true (
    g_file_set_contents_full (path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return path;
}

void
cli_fixture_set_environment (CliFixture *self, const char *name, const char *value)
{
  if (value != NULL)
    self->environment = g_environ_setenv (self->environment, name, value, TRUE);
  else
    self->environment = g_environ_unsetenv (self->environment, name);
}

void
cli_result_free (CliResult *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

static GSubprocess *
start (CliFixture *self, const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_ptr_array_add (argv, (gpointer) g_getenv ("MUSTER_TEST_CLI"));
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer) *arguments);
  g_ptr_array_add (argv, NULL);
  if (g_environ_getenv (self->environment, "MUSTER_URL") == NULL)
    cli_fixture_set_environment (self, "MUSTER_URL", self->url);
  g_subprocess_launcher_set_environ (launcher, self->environment);
  process
    = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  return process;
}

static GPtrArray *
collect (va_list list)
{
  GPtrArray  *arguments = g_ptr_array_new ();
  const char *argument;

  do
    {
      argument = va_arg (list, const char *);
      g_ptr_array_add (arguments, (gpointer) argument);
    }
  while (argument != NULL);
  return arguments;
}

GSubprocess *
cli_fixture_start (CliFixture *self, ...)
{
  g_autoptr (GPtrArray) arguments = NULL;
  va_list list;

  va_start (list, self);
  arguments = collect (list);
  va_end (list);
  return start (self, (const char *const *) arguments->pdata);
}

CliResult *
cli_fixture_wait (CliFixture *self, GSubprocess *process)
{
  CliResult *result = g_new0 (CliResult, 1);
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_utf8 (process, NULL, NULL, &result->out, &result->err, &error);
  g_assert_no_error (error);
  result->exit_code
    = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  g_test_message ("exit %d: %s", result->exit_code, result->err);
  g_object_unref (process);
  return result;
}

CliResult *
cli_fixture_run_strv (CliFixture *self, const char *const *arguments)
{
  return cli_fixture_wait (self, start (self, arguments));
}

CliResult *
cli_fixture_run (CliFixture *self, ...)
{
  g_autoptr (GPtrArray) arguments = NULL;
  va_list list;

  va_start (list, self);
  arguments = collect (list);
  va_end (list);
  return cli_fixture_run_strv (self, (const char *const *) arguments->pdata);
}

JsonNode *
cli_result_parse (CliResult *self)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (self->out, &error);

  g_assert_no_error (error);
  return node;
}

static JsonNode *
ask (SoupSession *session,
     const char  *method,
     const char  *address,
     const char  *scheme,
     const char  *secret)
{
  g_autoptr (SoupMessage) message = soup_message_new (method, address);
  g_autofree char *authorization = g_strdup_printf ("%s %s", scheme, secret);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autofree char *text = NULL;
  JsonNode        *node;

  soup_message_headers_replace (soup_message_get_request_headers (message),
                                "Authorization", authorization);
  body = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message), <, 300);
  text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  node = json_from_string (text, &error);
  g_assert_no_error (error);
  return node;
}

/* (transfer full) */
static char *
sign_in (CliFixture *self, SoupSession *session)
{
  g_autofree char *address = g_strndup (self->url, strlen (self->url) - 8);
  g_autofree char *sessions = g_strconcat (address, "/sessions", NULL);
  g_autofree char *secret = g_base64_encode ((const guchar *) "admin:muster-sample", 19);
  g_autoptr (JsonNode) reply = ask (session, "POST", sessions, "Basic", secret);

  return g_strdup (json_object_get_string_member (json_node_get_object (reply), "token"));
}

GHashTable *
cli_fixture_list_users (CliFixture *self)
{
  GHashTable *users = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) json_object_unref);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *token = sign_in (self, session);
  g_autofree char *cursor = g_strdup ("");

  while (cursor != NULL)
    {
      g_autofree char *address
        = g_strdup_printf ("%s/Users?count=1000&cursor=%s", self->url, cursor);
      g_autoptr (JsonNode) page = ask (session, "GET", address, "Bearer", token);
      JsonObject *object = json_node_get_object (page);
      JsonArray  *resources = json_object_get_array_member (object, "Resources");

      for (guint i = 0; i < json_array_get_length (resources); i++)
        {
          JsonObject *user = json_array_get_object_element (resources, i);

          g_hash_table_insert (users,
                               g_strdup (
                                 json_object_get_string_member (user, "userName")),
                               json_object_ref (user));
        }
      g_free (cursor);
      cursor = g_strdup (
        json_object_get_string_member_with_default (object, "nextCursor", NULL));
    }
  return users;
}
