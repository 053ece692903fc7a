/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-cli-change.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_CLI_COMMAND_NONE,
  MUSTER_CLI_COMMAND_USERS,
  MUSTER_CLI_COMMAND_ROLES,
  MUSTER_CLI_COMMAND_ORGANIZATIONS,
  MUSTER_CLI_COMMAND_COMPANIES,
  MUSTER_CLI_COMMAND_EDIT,
  MUSTER_CLI_COMMAND_HISTORY,
  MUSTER_CLI_COMMAND_SHOW,
} MusterCliCommand;

#define MUSTER_CLI_N_COMMANDS (MUSTER_CLI_COMMAND_SHOW + 1)

typedef enum
{
  MUSTER_CLI_FORMAT_TABLE,
  MUSTER_CLI_FORMAT_JSON,
  MUSTER_CLI_FORMAT_CSV,
} MusterCliFormat;

/**
 * MusterCliOptions:
 *
 * What the command line and the environment ask for.
 */
typedef struct
{
  MusterCliCommand command;
  gboolean         help;
  gboolean         version;

  char *url;           /* (owned) (nullable) */
  char *account;       /* (owned) (nullable) */
  char *password_file; /* (owned) (nullable) */

  char           *filter; /* (owned) (nullable) */
  char           *search; /* (owned) (nullable) */
  guint           limit;  /* 0: none */
  MusterCliFormat format;

  char      *users_from; /* (owned) (nullable) */
  GPtrArray *users;      /* (owned): of char */
  GPtrArray *changes;    /* (owned): of MusterCliChange */
  gboolean   dry_run;
  gboolean   yes;
  gboolean   include_own_account;
  char      *report; /* (owned) (nullable) */

  char *batch; /* (owned) (nullable) */
} MusterCliOptions;

/* Options may stand before and after the command. @argv: %NULL-terminated, the program's
 * name first; it is not changed.
 *
 * Returns: (transfer full): complete and without contradictions unless it asks for help
 * or the version; or %NULL with %MUSTER_CLI_ERROR_USAGE. */
MusterCliOptions *muster_cli_options_parse (const char *const *argv, GError **error);
void              muster_cli_options_free (MusterCliOptions *self);

/* Whether the command asks a platform; the others read the journal alone. */
gboolean muster_cli_command_needs_platform (MusterCliCommand command);

/* (transfer full): help about a command, or about all of them. */
char *muster_cli_options_build_help (MusterCliCommand command);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCliOptions, muster_cli_options_free)

G_END_DECLS
