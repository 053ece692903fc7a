/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Muster authors */

#pragma once

#include "muster-cli-options.h"

G_BEGIN_DECLS

typedef struct _MusterCliOption MusterCliOption;

/* Takes what was given for an option; @value is %NULL for one without. */
typedef gboolean (*MusterCliOptionTake) (MusterCliOptions      *options,
                                         const MusterCliOption *option,
                                         const char            *value,
                                         GError               **error);

struct _MusterCliOption
{
  const char         *name;        /* without dashes */
  const char         *placeholder; /* (nullable): it takes no value */
  guint               commands;    /* a bit for each command that knows it */
  MusterCliOptionTake take;
  gsize               offset; /* where it goes, for those that just go somewhere */
  const char         *help;
};

#define MUSTER_CLI_COMMAND_BIT(command) (1u << (command))

/* Ended by one without a name. */
extern const MusterCliOption muster_cli_option_table[];

const MusterCliOption *muster_cli_option_find (const char *name, gsize length);

const char *muster_cli_command_get_name (MusterCliCommand command);
const char *muster_cli_command_get_summary (MusterCliCommand command);

/* (nullable): what it wants beside options. */
const char      *muster_cli_command_get_operand (MusterCliCommand command);
MusterCliCommand muster_cli_command_find (const char *name);

G_END_DECLS
