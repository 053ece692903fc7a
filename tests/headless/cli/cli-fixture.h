/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CliFixture:
 *
 * The built muster-platform with sample users on a free port, and a folder of its own in
 * which the built muster-cli is run against it.
 */
typedef struct _CliFixture CliFixture;

/* @fault: (nullable): what the server does wrong, see muster-platform --help. */
CliFixture *cli_fixture_new (guint n_users, const char *fault);

/* No server, and commands that go to @url. */
CliFixture *cli_fixture_new_for_url (const char *url);
void        cli_fixture_free (CliFixture *self);

void cli_fixture_kill_server (CliFixture *self);

/* On the same database, without a fault. */
void cli_fixture_restart_server (CliFixture *self);

const char *cli_fixture_get_url (CliFixture *self);

/* (transfer full): a path in the fixture's folder. */
char *cli_fixture_build_path (CliFixture *self, const char *name);

/* (transfer full): the path of a file with these bytes; length -1: text. */
char *cli_fixture_write_file (CliFixture *self,
                              const char *name,
                              const char *bytes,
                              gssize      length);

/* Environment of commands run from now on; @value %NULL takes it out. */
void cli_fixture_set_environment (CliFixture *self, const char *name, const char *value);

typedef struct
{
  int   exit_code; /* -1 where a signal ended it */
  char *out;       /* (owned) */
  char *err;       /* (owned) */
} CliResult;

void cli_result_free (CliResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliResult, cli_result_free)

/* Runs muster-cli with arguments up to %NULL, without a terminal, to its end. */
CliResult *cli_fixture_run (CliFixture *self, ...) G_GNUC_NULL_TERMINATED;
CliResult *cli_fixture_run_strv (CliFixture *self, const char *const *arguments);

/* The same in two steps. (transfer full) */
GSubprocess *cli_fixture_start (CliFixture *self, ...) G_GNUC_NULL_TERMINATED;
CliResult   *cli_fixture_wait (CliFixture *self, GSubprocess *process);

/* (transfer full): what a command printed, which must be JSON. */
JsonNode *cli_result_parse (CliResult *self);

/* (transfer full): users by user name (JsonObject), as the server itself has them now. */
GHashTable *cli_fixture_list_users (CliFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliFixture, cli_fixture_free)

G_END_DECLS
