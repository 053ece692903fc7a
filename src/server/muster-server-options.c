/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#include "muster-server-options.h"

#include <string.h>

#define DEFAULT_LISTEN "127.0.0.1:8421"
#define ADD_ADMINISTRATOR "add-administrator"
#define MAX_SAMPLE_USERS 1000000

#define SUMMARY                                                                          \
  "A platform that holds user accounts, by SCIM 2.0.\n\n"                                \
  "The first account of a real platform is made by\n"                                    \
  "  muster-platform add-administrator NAME --password-file FILE --database FILE"

void
muster_server_options_free (MusterServerOptions *self)
{
  if (self == NULL)
    return;
  g_free (self->listen);
  g_free (self->database);
  g_free (self->tls_certificate);
  g_free (self->tls_key);
  g_free (self->administrator);
  g_free (self->password_file);
  muster_faults_free (self->faults);
  g_free (self);
}

static GOptionContext *
create_context (MusterServerOptions *self, char ***faults)
{
  const GOptionEntry entries[] = {
    { "listen", 0, 0, G_OPTION_ARG_STRING, &self->listen,
      "Where to listen; port 0 takes a free one (" DEFAULT_LISTEN ")", "ADDRESS:PORT" },
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &self->database,
      "Where the accounts are kept; without it in memory", "FILE" },
    { "sample-users", 0, 0, G_OPTION_ARG_INT, &self->sample_users,
      "Fill a new database with that many sample users", "N" },
    { "sample-seed", 0, 0, G_OPTION_ARG_INT, &self->sample_seed,
      "Which sample: the same number gives the same users", "S" },
    { "tls-certificate", 0, 0, G_OPTION_ARG_FILENAME, &self->tls_certificate,
      "Certificate chain, PEM", "FILE" },
    { "tls-key", 0, 0, G_OPTION_ARG_FILENAME, &self->tls_key, "Its private key, PEM",
      "FILE" },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &self->password_file,
      "With " ADD_ADMINISTRATOR ": the password is its first line", "FILE" },
    { "exit-with-stdin", 0, 0, G_OPTION_ARG_NONE, &self->exit_with_stdin,
      "End when standard input ends, for a program that starts this one", NULL },
    { "fault", 0, 0, G_OPTION_ARG_STRING_ARRAY, faults, MUSTER_FAULTS_HELP, "FAULT" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->version, "Print the version", NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new ("[add-administrator NAME]");

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (context, SUMMARY);
  return context;
}

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, sentence);
  return FALSE;
}

static gboolean
read_command (MusterServerOptions *self, int argc, char **argv, GError **error)
{
  if (argc == 1)
    return self->password_file == NULL
           || fail (error, "--password-file goes with add-administrator.");
  if (strcmp (argv[1], ADD_ADMINISTRATOR) != 0)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "“%s” is no command; see muster-platform --help.", argv[1]);
      return FALSE;
    }
  if (argc != 3 || *argv[2] == '\0')
    return fail (error, "Give one name after add-administrator.");
  if (self->password_file == NULL || self->database == NULL)
    return fail (error, "add-administrator needs --password-file and --database.");
  self->administrator = g_strdup (argv[2]);
  return TRUE;
}

static gboolean
check (MusterServerOptions *self, GError **error)
{
  if (self->sample_users < 0 || self->sample_users > MAX_SAMPLE_USERS)
    return fail (error, "--sample-users takes a number up to 1,000,000.");
  if ((self->tls_certificate == NULL) != (self->tls_key == NULL))
    return fail (error, "--tls-certificate and --tls-key go together.");
  return TRUE;
}

static gboolean
read_faults (MusterServerOptions *self, char **faults, GError **error)
{
  if (faults == NULL)
    return TRUE;
  self->faults = muster_faults_new ();
  for (; *faults != NULL; faults++)
    if (!muster_faults_add (self->faults, *faults, error))
      return FALSE;
  return TRUE;
}

MusterServerOptions *
muster_server_options_parse (int *argc, char ***argv, GError **error)
{
  g_autoptr (MusterServerOptions) self = g_new0 (MusterServerOptions, 1);
  g_auto (GStrv) faults = NULL;
  g_autoptr (GOptionContext) context = create_context (self, &faults);

  self->sample_seed = 1;
  if (!g_option_context_parse (context, argc, argv, error)
      || !read_command (self, *argc, *argv, error) || !check (self, error)
      || !read_faults (self, faults, error))
    return NULL;
  if (self->listen == NULL)
    self->listen = g_strdup (DEFAULT_LISTEN);
  return g_steal_pointer (&self);
}
